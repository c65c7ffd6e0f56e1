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
    public init(of variable: VariableExpression, at command: Command, facts: VariableFacts) throws(Undecided) {
        let name = variable.variablePath
        if variable.qualifier == "using" { throw Undecided(reason: "@\(name) is set by whoever starts this block") }
        if ["psboundparameters", "args"].contains(name.lowercased()) {
            throw Undecided(reason: "@\(name) holds what the caller gives")
        }
        let references = SplatReferences(to: variable, in: command, facts: facts)
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

/// Every place of a script that names one splatted variable.
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
    private let name: String
    /// The scope that the variable belongs to.
    private let owner: ScriptBlock
    /// Those in the scopes that share the owner's variable.
    private let references: [VariableExpression]
    /// Whatever gives the owner's variable a value, hashtables and all else.
    private let assignments: [VariableFacts.Assignment]

    init(to variable: VariableExpression, in command: Command, facts: VariableFacts) {
        self.command = command
        name = variable.name.lowercased()
        let all = facts.assignments(to: variable)
        /// The scope whose variable a place means: its own where that sets it, else the nearest around that does.
        func owner(at node: Node) -> ScriptBlock {
            var scope = node.enclosingScope
            while let parent = scope.node.parent, !all.contains(where: { $0.node.enclosingScope == scope && !$0.setsOuterScope }) {
                scope = parent.enclosingScope
            }
            return scope
        }
        let own = owner(at: command.node)
        self.owner = own
        let name = name
        references = command.node.tree.all(VariableExpression.self).filter { reference in
            guard reference.name.lowercased() == name, reference.isOfScope else { return false }
            let scope = owner(at: reference.node)
            // A function that sets no such variable means its caller's, whoever that is.
            let isCallers = scope.node.parent == nil && !all.contains { $0.node.enclosingScope == scope }
            return reference.isOuterScope || scope == own || isCallers
        }
        assignments = all.filter { $0.setsOuterScope || $0.node.enclosingScope == own }
    }

    var count: Int { references.count }
    var isAssigned: Bool { !assignments.isEmpty }

    /// The last assignment of a hashtable that every way to the command passes through.
    var dominatingDefinition: Definition? {
        // What a function sees of an outer variable depends on when it is called.
        if command.node.enclosingScope != owner, assignments.filter({ $0.operator == "=" }).count > 1 { return nil }
        var found: Definition?
        for assignment in assignments where assignment.node.extent.start < command.extent.start || !isInOrder(assignment.node) {
            // In another scope it may happen at any time.
            guard isInOrder(assignment.node) else { return nil }
            guard case .assignment = assignment.origin, let statement = AssignmentStatement(assignment.node) else {
                // A parameter, a loop or a command gives it what nobody knows here.
                found = nil
                continue
            }
            guard statement.operator == "=" else { continue }
            found =
                statement.node.alwaysRuns(before: command.node)
                ? hashtable(statement.right).map { Definition(statement: statement, table: $0) } : nil
        }
        return found
    }

    /// Whether the order of the text is the order of running: in the command's scope, and in its owner's.
    private func isInOrder(_ node: Node) -> Bool {
        let scope = node.enclosingScope
        return scope == owner || scope == command.node.enclosingScope
    }

    func changes(after definition: Node, before command: Node) -> [Change] {
        references.compactMap { reference -> Change? in
            guard !reference.node.isDescendant(of: definition), let kind = change(by: reference) else { return nil }
            // In a function or block of its own it may run at any time.
            guard isInOrder(reference.node) else {
                return Change(kind: .other("line \(reference.node.tree.source.line(at: reference.extent.start))"), isConditional: true)
            }
            let isAfter = reference.extent.start > definition.extent.end
            let isBefore =
                command.enclosingScope != owner || reference.extent.start < command.extent.start
                || sharesLoop(reference.node, command, outside: definition)
            guard isAfter, isBefore else { return nil }
            return Change(kind: kind, isConditional: !reference.node.alwaysRuns(before: command))
        }
    }

    /// What a place does to the hashtable; nil where it only reads it. What is neither plainly is a change of which nothing is known.
    private func change(by reference: VariableExpression) -> Change.Kind? {
        if reference.isSplatted { return nil }
        guard let parent = reference.node.parent else { return nil }
        if let assignment = AssignmentStatement(parent), assignment.left.node == reference.node {
            if assignment.operator == "+=", let table = hashtable(assignment.right) { return .merge(table) }
            return .other(assignment.text)
        }
        if let call = InvokeMemberExpression(parent), call.expression.node == reference.node {
            switch call.memberName?.lowercased() {
            case "add":
                guard call.arguments.count == 2, case .string(let key) = call.arguments[0].withoutParentheses else {
                    return .other(call.text)
                }
                return .set(key.value, call.arguments[1].node)
            case "remove":
                guard case .string(let key)? = call.arguments.first?.withoutParentheses else { return .other(call.text) }
                return .remove(key.value)
            case "contains", "containskey", "containsvalue", "clone", "getenumerator", "tostring", "gettype", "count": return nil
            default: return .other(call.text)
            }
        }
        let key: String?
        if let member = MemberExpression(parent), member.expression.node == reference.node {
            key = member.memberName
        } else if let index = IndexExpression(parent), index.target.node == reference.node {
            if case .string(let string) = index.index.withoutParentheses { key = string.value } else { key = nil }
        } else {
            return isRead(reference.node) ? nil : .other(parent.text)
        }
        guard let outer = parent.parent else { return nil }
        if let target = AssignmentStatement(outer), target.left.node == parent {
            guard let key, ["=", "+="].contains(target.operator) else { return .other(target.text) }
            return .set(key, target.right.node)
        }
        // `$p.To[0] = …`, `$p.To.Add(…)`: the entry itself is changed.
        if let index = IndexExpression(outer), index.target.node == parent, outer.role == .left { return .other(outer.text) }
        if let call = InvokeMemberExpression(outer), call.expression.node == parent,
            ["add", "addrange", "insert", "remove", "removeat", "clear", "push", "enqueue"].contains(call.memberName?.lowercased())
        {
            return .other(outer.text)
        }
        // `$p.a, $p.b = …`, `[ref]$p.a`, `$p.a++`
        let isTarget =
            outer.role == .left && outer.kind == .arrayLiteral
            || outer.kind == .convertExpression && ConvertExpression(outer)?.type.typeName.lowercased() == "ref"
            || outer.kind == .unaryExpression && ["++", "--"].contains(UnaryExpression(outer)!.operator)
        return isTarget ? .other(outer.text) : nil
    }

    /// A place that takes the whole hashtable and does not change it: a text, or a command from elsewhere that is not given
    /// blocks or arguments to run.
    private func isRead(_ node: Node) -> Bool {
        guard let parent = node.parent else { return true }
        switch parent.kind {
        case .parenExpression, .commandParameter: return isRead(parent)
        case .expandableStringExpression, .returnStatement, .namedBlock, .statementBlock: return true
        case .pipeline:
            return Pipeline(parent)!.elements.count == 1 ? isRead(parent) : Pipeline(parent)!.elements.dropFirst().allSatisfy(isReader)
        case .commandExpression: return isRead(parent)
        case .subExpression, .binaryExpression, .ifStatement, .hashtable: return parent.kind != .hashtable
        case .command: return isReader(parent)
        default: return false
        }
    }

    private func isReader(_ node: Node) -> Bool {
        guard let command = Command(node), let name = command.name?.lowercased() else { return false }
        let runs = [
            "invoke-command", "icm", "foreach-object", "foreach", "%", "where-object", "where", "?", "start-job", "invoke-expression",
        ]
        return !runs.contains(name)
            && !node.tree.all(FunctionDefinition.self).contains { $0.name.unscoped.lowercased() == name.unscoped }
    }
}

extension VariableFacts.Assignment {
    /// It names a scope further out: `$script:p = …`.
    fileprivate var setsOuterScope: Bool {
        guard let statement = AssignmentStatement(node) else { return false }
        var target = statement.left
        while case .convert(let convert) = target { target = convert.child }
        if case .variable(let variable) = target { return variable.isOuterScope }
        return false
    }
}

extension VariableExpression {
    /// A variable, and not an item of a drive like `$env:p`.
    fileprivate var isOfScope: Bool { [nil, "script", "global", "local", "private", "using"].contains(qualifier) }
    fileprivate var isOuterScope: Bool { qualifier == "script" || qualifier == "global" }
}

private let tableTypes = [
    "hashtable", "ordered", "system.collections.hashtable", "collections.hashtable", "system.collections.idictionary",
    "collections.idictionary",
]

private func hashtable(_ statement: Statement) -> Hashtable? {
    switch statement.soleExpression?.withoutParentheses {
    case .hashtable(let table): table
    case .convert(let convert):
        // What is cast to another type is not splatted as a table.
        if case .hashtable(let table) = convert.child, tableTypes.contains(convert.type.typeName.lowercased()) { table } else { nil }
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
            ScriptBlockExpression(self).map {
                ["foreach-object", "foreach", "%"].contains($0.scriptBlock.receivingCommand?.name?.lowercased())
            } ?? false
        default: false
        }
    }

    /// Whether every way to the other node passes through this one: it stands earlier, in a block around the other.
    public func alwaysRuns(before other: Node) -> Bool {
        guard extent.start < other.extent.start, let (_, block) = enclosingBlockStatement else { return false }
        return other.isDescendant(of: block)
    }
}
