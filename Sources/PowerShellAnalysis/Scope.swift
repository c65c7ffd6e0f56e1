import PowerShellSyntax

extension Node {
    /// The script block whose variables this node reads and sets: that of the script, of the function or of a block
    /// that runs in a scope of its own.
    ///
    /// The blocks of `ForEach-Object` and `Where-Object` run in the scope of their caller, so they are passed over.
    ///
    /// The parameters in parentheses behind a function's name belong to its body.
    public var enclosingScope: ScriptBlock {
        var isParameter = kind == .parameter
        for ancestor in ancestors {
            if ancestor.kind == .parameter { isParameter = true }
            if isParameter, let function = FunctionDefinition(ancestor) { return function.body }
            guard let block = ScriptBlock(ancestor) else { continue }
            isParameter = false
            if !block.runsInCallersScope { return block }
        }
        return tree.root
    }

    /// The function around this node, the innermost first.
    public var enclosingFunction: FunctionDefinition? { enclosing(FunctionDefinition.self) }

    /// The statement of a block that this node is in, and the block.
    public var enclosingBlockStatement: (statement: Statement, block: Node)? {
        var node = self
        while let parent = node.parent {
            if parent.kind == .namedBlock || parent.kind == .statementBlock, let statement = Statement(node) {
                return (statement, parent)
            }
            node = parent
        }
        return nil
    }
}

extension ScriptBlock {
    /// The command that this block is an argument of.
    public var receivingCommand: Command? {
        guard let literal = node.parent, literal.kind == .scriptBlockExpression, let holder = literal.parent else { return nil }
        return Command(holder) ?? CommandParameter(holder).flatMap { $0.node.parent.flatMap(Command.init) }
    }

    /// `ForEach-Object { }` and `Where-Object { }`, without `-Parallel`.
    public var runsInCallersScope: Bool {
        guard let command = receivingCommand, let name = command.name?.lowercased() else { return false }
        guard ["foreach-object", "foreach", "%", "where-object", "where", "?"].contains(name) else { return false }
        return !command.hasParameter("parallel")
    }
}

extension Command {
    /// Whether a parameter is given by that name or an abbreviation of at least two letters.
    public func hasParameter(_ name: String) -> Bool {
        elements.contains {
            guard case .parameter(let parameter) = $0 else { return false }
            let given = parameter.parameterName.lowercased()
            return given.count >= min(2, name.count) && name.lowercased().hasPrefix(given)
        }
    }
}
