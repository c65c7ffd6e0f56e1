import PowerShellSyntax

/// What a hashtable holds when a command is called with it: `Send-MailMessage @params`.
public struct SplatContents: Sendable {
    public struct Entry: Sendable {
        /// As the script writes it first.
        public let key: String
        /// What it may be set to, in the order of the text; each a statement, or the argument of `Add`.
        public var values: [Node]
        /// Whether some way through the script leaves the key out.
        public var isConditional: Bool
    }

    public let variable: VariableExpression
    /// The statement that makes the hashtable.
    public let definition: AssignmentStatement
    public let entries: [Entry]
    /// Nothing but the definition and one splat names the variable, so that the hashtable is nothing else's.
    public let isUsedOnce: Bool

    /// Follows a splatted variable back to the hashtable literal that it was given, and to what was changed in it since.
    public init(of variable: VariableExpression, at command: Command) throws(Undecided) {
        let name = variable.variablePath
        if ["psboundparameters", "args"].contains(name.lowercased()) {
            throw Undecided(reason: "@\(name) holds what the caller gives")
        }
        let references = SplatReferences(to: variable, in: command)
        guard let definition = references.dominatingDefinition else {
            throw Undecided(
                reason: references.isAssigned
                    ? "@\(name) is not set by one hashtable that always runs before it"
                    : "@\(name) is not set in this script")
        }
        var entries: [Entry] = []
        func set(_ key: String, to value: Node, conditional: Bool) {
            if let index = entries.firstIndex(where: { $0.key.lowercased() == key.lowercased() }) {
                entries[index].values.append(value)
                entries[index].isConditional = entries[index].isConditional && conditional
            } else {
                entries.append(Entry(key: key, values: [value], isConditional: conditional))
            }
        }
        func setAll(of table: Hashtable, conditional: Bool) throws(Undecided) {
            for (keyExpression, value) in table.entries {
                guard case .string(let key) = keyExpression.withoutParentheses else {
                    throw Undecided(reason: "@\(name) has a key that is only known when the script runs: \(keyExpression.text)")
                }
                set(key.value, to: value.node, conditional: conditional)
            }
        }
        try setAll(of: definition.table, conditional: false)
        for change in references.changes(after: definition.statement.node, before: command.node) {
            switch change.kind {
            case .set(let key, let value): set(key, to: value, conditional: change.isConditional)
            case .merge(let table): try setAll(of: table, conditional: change.isConditional)
            case .remove(let key):
                if let index = entries.firstIndex(where: { $0.key.lowercased() == key.lowercased() }) {
                    if change.isConditional { entries[index].isConditional = true } else { entries.remove(at: index) }
                }
            case .other(let text): throw Undecided(reason: "@\(name) is changed in a way that can't be followed: \(text)")
            }
        }
        self.variable = variable
        self.definition = definition.statement
        self.entries = entries
        isUsedOnce = references.count == 2
    }
}

/// Every place of a scope that names one variable.
private struct SplatReferences {
    struct Definition {
        let statement: AssignmentStatement
        let table: Hashtable
    }

    struct Change {
        enum Kind {
            case set(String, Node)
            case merge(Hashtable)
            case remove(String)
            case other(String)
        }
        let kind: Kind
        let isConditional: Bool
    }

    private let command: Command
    private let references: [VariableExpression]

    init(to variable: VariableExpression, in command: Command) {
        self.command = command
        let name = variable.name.lowercased()
        let all = command.node.tree.all(VariableExpression.self).filter { $0.name.lowercased() == name }
        // The nearest scope that sets the variable owns it; a function reads its caller's where it has none itself.
        var scope: ScriptBlock? = command.node.enclosingScope
        var owner = command.node.tree.root
        while let block = scope {
            if all.contains(where: { $0.node.enclosingScope == block && $0.isAssignmentTarget }) {
                owner = block
                break
            }
            scope = block.node.parent?.enclosingScope
            if block.node.parent == nil { break }
        }
        references = all.filter { reference in
            let own = reference.node.enclosingScope
            if own == owner { return true }
            return own.node.isDescendant(of: owner.node)
                && !all.contains { $0.node.enclosingScope == own && $0.isAssignmentTarget }
        }
    }

    var count: Int { references.count }
    var isAssigned: Bool { references.contains { $0.isAssignmentTarget } }

    /// The last assignment of a hashtable that every way to the command passes through.
    var dominatingDefinition: Definition? {
        var found: Definition?
        for reference in references where reference.isAssignmentTarget && reference.extent.start < command.extent.start {
            guard let statement = reference.node.enclosing(AssignmentStatement.self), statement.operator == "=" else { continue }
            if statement.node.alwaysRuns(before: command.node) {
                found = hashtable(statement.right).map { Definition(statement: statement, table: $0) }
            } else {
                // One of several ways leads here with another hashtable.
                found = nil
            }
        }
        return found
    }

    func changes(after definition: Node, before command: Node) -> [Change] {
        references.compactMap { reference -> Change? in
            let isAfter = reference.extent.start > definition.extent.end
            let isBefore = reference.extent.start < command.extent.start || sharesLoop(reference.node, command, outside: definition)
            guard isAfter, isBefore, let kind = change(by: reference) else { return nil }
            return Change(kind: kind, isConditional: !reference.node.alwaysRuns(before: command))
        }
    }

    /// What a place does to the hashtable; nil where it only reads it.
    private func change(by reference: VariableExpression) -> Change.Kind? {
        guard let parent = reference.node.parent else { return nil }
        if let assignment = AssignmentStatement(parent), assignment.left.node == reference.node {
            if assignment.operator == "+=", let table = hashtable(assignment.right) { return .merge(table) }
            return .other(assignment.text)
        }
        if let call = InvokeMemberExpression(parent), call.expression.node == reference.node {
            switch call.memberName?.lowercased() {
            case "add":
                guard call.arguments.count == 2, case .string(let key) = call.arguments[0].withoutParentheses else { return .other(call.text) }
                return .set(key.value, call.arguments[1].node)
            case "remove":
                guard case .string(let key)? = call.arguments.first?.withoutParentheses else { return .other(call.text) }
                return .remove(key.value)
            case "clear": return .other(call.text)
            default: return nil
            }
        }
        let key: String?
        if let member = MemberExpression(parent), member.expression.node == reference.node {
            key = member.memberName
        } else if let index = IndexExpression(parent), index.target.node == reference.node {
            if case .string(let string) = index.index.withoutParentheses { key = string.value } else { key = nil }
        } else {
            return escapes(reference) ? .other(parent.text) : nil
        }
        guard let target = parent.parent.flatMap(AssignmentStatement.init), target.left.node == parent else { return nil }
        guard let key, ["=", "+="].contains(target.operator) else { return .other(target.text) }
        return .set(key, target.right.node)
    }

    /// Given to a function of this script, which may change it.
    private func escapes(_ reference: VariableExpression) -> Bool {
        guard !reference.isSplatted, let command = reference.node.parent.flatMap(Command.init), let name = command.name else { return false }
        return reference.node.tree.all(FunctionDefinition.self).contains { $0.name.unscoped.lowercased() == name.lowercased() }
    }
}

private func hashtable(_ statement: Statement) -> Hashtable? {
    switch statement.soleExpression?.withoutParentheses {
    case .hashtable(let table): table
    case .convert(let convert):
        if case .hashtable(let table) = convert.child { table } else { nil }
    default: nil
    }
}

/// Whether two nodes are in one loop that the definition is outside of, so that the later one also runs before the earlier.
private func sharesLoop(_ a: Node, _ b: Node, outside definition: Node) -> Bool {
    b.ancestors.contains { $0.isLoop && a.isDescendant(of: $0) && !definition.isDescendant(of: $0) }
}

extension Node {
    /// A statement that repeats its body, or a script block that `ForEach-Object` repeats.
    public var isLoop: Bool {
        switch kind {
        case .forStatement, .forEachStatement, .whileStatement, .doWhileStatement, .doUntilStatement: true
        case .scriptBlockExpression:
            ScriptBlockExpression(self).map { ["foreach-object", "foreach", "%"].contains($0.scriptBlock.receivingCommand?.name?.lowercased()) } ?? false
        default: false
        }
    }

    /// Whether every way to the other node passes through this one: it stands earlier, in a block around the other.
    public func alwaysRuns(before other: Node) -> Bool {
        guard extent.start < other.extent.start, let (_, block) = enclosingBlockStatement else { return false }
        return other.isDescendant(of: block)
    }
}

extension VariableExpression {
    /// It stands alone, with a cast at most, on the left of an assignment.
    var isAssignmentTarget: Bool {
        var node = self.node
        while let parent = node.parent, parent.kind == .convertExpression || parent.kind == .attributedExpression { node = parent }
        return node.role == .left && node.parent?.kind == .assignmentStatement
    }
}
