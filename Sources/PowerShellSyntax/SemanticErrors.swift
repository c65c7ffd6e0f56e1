// What reads well and is refused nevertheless, because it can't mean anything: the common ones of the engine's checks.

/// Of a script without syntax errors.
func semanticErrors(in tree: SyntaxTree) -> [SyntaxError] {
    var checks = SemanticChecks(tree: tree)
    for index in tree.records.indices where mayBeWrong(tree, index) { checks.check(Node(tree: tree, index: index)) }
    return checks.errors
}

/// Whether there may be something to say about a node: about most there is not, and a closer look costs more.
private func mayBeWrong(_ tree: SyntaxTree, _ index: Int) -> Bool {
    func children() -> ChildSequence { Node(tree: tree, index: index).children }
    switch tree.records[index].kind {
    case .hashtable, .paramBlock, .functionDefinition, .parameter, .unaryExpression, .convertExpression, .tryStatement,
        .breakStatement, .continueStatement, .returnStatement, .attribute:
        return true
    case .assignmentStatement: return tree.records[index + 1].kind != .variableExpression
    case .command, .commandExpression: return children().contains { $0.role == .redirection }
    case .scriptBlock: return children().count { $0.kind == .namedBlock } > 1
    default: return false
    }
}

private struct SemanticChecks {
    let tree: SyntaxTree
    var errors: [SyntaxError] = []

    mutating func check(_ node: Node) {
        switch node.kind {
        case .hashtable: checkKeys(Hashtable(node)!)
        case .paramBlock: checkParameters(ParamBlock(node)!.parameters)
        case .functionDefinition: checkFunction(FunctionDefinition(node)!)
        case .scriptBlock: checkBlocks(ScriptBlock(node)!)
        case .parameter: Parameter(node)!.typeConstraints.forEach { checkIsNotVoid($0) }
        case .assignmentStatement: checkTarget(AssignmentStatement(node)!.left)
        case .unaryExpression: checkIncrement(UnaryExpression(node)!)
        case .convertExpression: checkOrdered(ConvertExpression(node)!)
        case .tryStatement: checkCatchClauses(TryStatement(node)!)
        case .breakStatement, .continueStatement, .returnStatement: checkLeavingFinally(FlowStatement(node)!)
        case .command, .commandExpression: checkRedirections(node)
        case .attribute: checkArguments(Attribute(node)!)
        default: break
        }
    }

    private mutating func report(_ id: String, _ extent: Extent, _ message: String) {
        errors.append(SyntaxError(extent: extent, line: tree.source.line(at: extent.start), message: message, id: id))
    }

    // MARK: Twice the same

    private mutating func checkKeys(_ table: Hashtable) {
        var seen: Set<String> = []
        for (key, _) in table.entries {
            let name: String? =
                switch key {
                case .string(let string): string.value.lowercased()
                case .constant(let number): number.integerValue.map(String.init)
                default: nil
                }
            if let name, !seen.insert(name).inserted {
                report("DuplicateKeyInHashLiteral", key.extent, "the hashtable has the key \(key.text) twice")
            }
        }
    }

    private mutating func checkParameters(_ parameters: [Parameter]) {
        var seen: Set<String> = []
        for parameter in parameters where !seen.insert(parameter.variable.name.lowercased()).inserted {
            let variable = parameter.variable
            report("DuplicateFormalParameter", variable.extent, "the parameter \(variable.text) is there twice")
        }
    }

    private mutating func checkFunction(_ function: FunctionDefinition) {
        checkParameters(function.parameters)
        if !function.parameters.isEmpty, let block = function.body.paramBlock {
            report("OnlyOneParameterListAllowed", block.extent, "'param' in a function that has parameters behind its name")
        }
    }

    private mutating func checkBlocks(_ block: ScriptBlock) {
        var seen: Set<Role> = []
        for named in block.namedBlocks where !seen.insert(named.node.role).inserted {
            report("DuplicateScriptCommandClause", named.extent, "a second block of the same name")
        }
    }

    private mutating func checkRedirections(_ node: Node) {
        var seen: Set<Character> = []
        for redirection in node.children where redirection.role == .redirection {
            // Without a number it is the output.
            let stream = redirection.text.first.flatMap { $0 == ">" ? nil : $0 } ?? "1"
            if !seen.insert(stream).inserted {
                report("StreamAlreadyRedirected", redirection.extent, "the stream is redirected twice")
            }
        }
    }

    // MARK: What can be assigned to

    private mutating func checkTarget(_ target: Expression) {
        if case .convert(let cast) = target { checkIsNotVoid(cast.type) }
        if !isAssignable(target) { report("InvalidLeftHandSide", target.extent, "nothing can be assigned to this") }
    }

    private mutating func checkIsNotVoid(_ type: TypeConstraint) {
        guard type.typeName.lowercased() == "void" else { return }
        report("VoidTypeConstraintNotAllowed", type.extent, "what is [void] can't hold a value")
    }

    private mutating func checkIncrement(_ operation: UnaryExpression) {
        let sign = operation.operator
        guard ["++", "--"].contains(sign), !isAssignable(operation.child) else { return }
        report("OperatorRequiresVariableOrProperty", operation.child.extent, "'\(sign)' needs a variable or property")
    }

    private func isAssignable(_ expression: Expression) -> Bool {
        switch expression.withoutParentheses {
        case .variable, .member, .invokeMember, .index, .using: true
        case .arrayLiteral(let list): list.elements.allSatisfy(isAssignable)
        case .convert(let cast): isAssignable(cast.child)
        case .attributed(let attributed): isAssignable(attributed.child)
        default: false
        }
    }

    // MARK: What must be constant

    private mutating func checkOrdered(_ cast: ConvertExpression) {
        guard cast.type.typeName.lowercased() == "ordered" else { return }
        if case .hashtable = cast.child { return }
        report("OrderedAttributeOnlyOnHashLiteralNode", cast.extent, "[ordered] makes sense before a hashtable only")
    }

    private mutating func checkArguments(_ attribute: Attribute) {
        let arguments = attribute.positionalArguments + attribute.namedArguments.compactMap(\.argument)
        for argument in arguments where isChanging(argument) {
            report(
                "ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock", argument.extent,
                "an attribute's argument has to be a constant or a script block")
        }
    }

    private func isChanging(_ expression: Expression) -> Bool {
        switch expression {
        case .variable(let variable): !["true", "false", "null"].contains(variable.variablePath.lowercased())
        case .expandableString: true
        default: false
        }
    }

    // MARK: Ways out

    private mutating func checkCatchClauses(_ attempt: TryStatement) {
        for clause in attempt.catchClauses.dropLast() where clause.types.isEmpty {
            report("EmptyCatchNotLast", clause.extent, "a 'catch' of everything has to be the last")
        }
    }

    /// A `finally` runs to its end: no jump and no return leads out of it.
    private mutating func checkLeavingFinally(_ jump: FlowStatement) {
        for ancestor in jump.node.ancestors {
            switch ancestor.kind {
            case .scriptBlock, .trapStatement: return
            // With a label it may lead further; that is left to the engine.
            case .forStatement, .forEachStatement, .whileStatement, .doWhileStatement, .doUntilStatement, .switchStatement:
                if jump.node.kind != .returnStatement { return }
            case .statementBlock where ancestor.role == .finallyClause:
                return report("ControlLeavingFinally", jump.extent, "nothing leads out of a 'finally' block")
            default: break
            }
        }
    }
}
