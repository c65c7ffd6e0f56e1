import PowerShellSyntax

/// A place of a file that puts something into `$PSDefaultParameterValues`.
struct DefaultSetting: Hashable, Sendable {
    /// Counted from 1.
    let line: Int
    /// The commands that it is for, with `*` and `?`; nil where only a run tells.
    let command: String?
    /// `$global:PSDefaultParameterValues`, which a module sets for everybody.
    let isGlobal: Bool
}

/// What a script puts into `$PSDefaultParameterValues`.
public struct DefaultParameterValues: Sendable {
    private struct Entry {
        let node: Node
        let command: String
        let parameter: String
        let value: Expression
    }

    private var entries: [Entry] = []
    /// Places that change the table in a way that can't be followed.
    private var unclear: [Node] = []
    private let facts: VariableFacts
    private let loaded: LoadedFiles

    /// - Parameter loaded: What the files do that the script loads.
    public init(_ tree: SyntaxTree, facts: VariableFacts, loaded: LoadedFiles = LoadedFiles()) {
        self.facts = facts
        self.loaded = loaded
        for reference in tree.all(VariableExpression.self) where reference.name.lowercased() == "psdefaultparametervalues" {
            read(reference.node)
        }
    }

    private mutating func read(_ reference: Node) {
        guard let parent = reference.parent else { return }
        let outer = parent.parent.flatMap(AssignmentStatement.init).flatMap { $0.left.node == parent ? $0 : nil }
        if let assignment = AssignmentStatement(parent), assignment.left.node == reference {
            let replacesOthers = assignment.operator == "=" && !(entries.isEmpty && unclear.isEmpty)
            guard !replacesOthers, case .hashtable(let table)? = assignment.right.soleExpression else { return unclear.append(parent) }
            for (key, value) in table.entries { add(parent, key, value.soleExpression) }
        } else if let call = InvokeMemberExpression(parent), call.expression.node == reference {
            switch (call.memberName?.lowercased(), call.arguments.count) {
            case ("add", 2): add(parent, call.arguments[0], call.arguments[1])
            case ("contains", _), ("containskey", _), ("clone", _): break
            default: unclear.append(parent)
            }
        } else if let index = IndexExpression(parent), let outer {
            add(outer.node, index.index, outer.right.soleExpression)
        } else if let member = MemberExpression(parent), let outer {
            add(outer.node, member.member, outer.right.soleExpression)
        }
    }

    private mutating func add(_ node: Node, _ key: Expression, _ value: Expression?) {
        guard case .string(let string) = key.withoutParentheses else { return unclear.append(node) }
        let parts = string.value.split(separator: ":", maxSplits: 1).map(withoutBlanks)
        // `Disabled` switches the others off.
        guard parts.count == 2, let value else { return unclear.append(node) }
        entries.append(Entry(node: node, command: parts[0], parameter: parts[1], value: value))
    }

    /// Every place that changes the table.
    var settings: [DefaultSetting] {
        func setting(_ node: Node, _ command: String?) -> DefaultSetting {
            let isGlobal = node.descendants.contains { VariableExpression($0)?.qualifier == "global" }
            return DefaultSetting(line: node.tree.source.line(at: node.extent.start), command: command, isGlobal: isGlobal)
        }
        return entries.map { setting($0.node, $0.command) } + unclear.map { setting($0, nil) }
    }

    /// The values that a call finds, by the parameter's name as written.
    ///
    /// Only what surely is in the table then, and has the same value then as when it was put there.
    public func values(for command: String, at call: Command) throws(Undecided) -> [(parameter: String, value: Expression)] {
        let relevant = entries.filter { wildcardMatch($0.command, command) }
        func mayRunBefore(_ node: Node) -> Bool {
            node.enclosingScope != call.node.enclosingScope || node.extent.start < call.extent.start
                || node.ancestors.contains { $0.isLoop && call.node.isDescendant(of: $0) }
        }
        if let place = unclear.first(where: mayRunBefore) {
            throw unclearError("$PSDefaultParameterValues is changed in a way that can't be followed", place)
        }
        if let (file, line) = loaded.defaultSetting(for: command) {
            throw Undecided(reason: "$PSDefaultParameterValues is set for it in \(file), line \(line)")
        }
        var values: [(parameter: String, value: Expression)] = []
        for entry in relevant where mayRunBefore(entry.node) {
            let isAlwaysThere =
                entry.node.alwaysRuns(before: call.node)
                || entry.node.enclosingScope == call.node.tree.root
                    && entry.node.enclosingBlockStatement?.block.parent == call.node.tree.root.node
            let isSetOnce = relevant.filter { $0.parameter.lowercased() == entry.parameter.lowercased() }.count == 1
            guard isAlwaysThere, isSetOnce, isSteady(entry.value) else {
                throw unclearError("the default of -\(entry.parameter) in $PSDefaultParameterValues is not surely one value", entry.node)
            }
            values.append((entry.parameter, entry.value))
        }
        return values
    }

    /// The value is the same whenever it is read.
    private func isSteady(_ value: Expression) -> Bool {
        switch value.withoutParentheses {
        case .string, .constant: return true
        case .variable(let variable):
            return ["true", "false"].contains(variable.name.lowercased()) || (facts.knownAssignments(to: variable)?.count == 1)
        case .arrayLiteral(let list): return list.elements.allSatisfy(isSteady)
        case .array(let array): return array.subExpression.statements.allSatisfy { $0.soleExpression.map(isSteady) ?? false }
        case .expandableString(let string): return string.nestedExpressions.allSatisfy(isSteady)
        default: return false
        }
    }

    private func unclearError(_ text: String, _ node: Node) -> Undecided {
        Undecided(reason: "\(text) (line \(node.tree.source.line(at: node.extent.start)))")
    }
}

/// `*` and `?` as PowerShell's wildcards have them, in any case.
public func wildcardMatch(_ pattern: String, _ text: String) -> Bool {
    let pattern = Array(pattern.lowercased())
    let text = Array(text.lowercased())
    var row = [true] + pattern.indices.map { index in pattern[...index].allSatisfy { $0 == "*" } }
    for character in text {
        var next = [false]
        for (index, wanted) in pattern.enumerated() {
            switch wanted {
            case "*": next.append(next[index] || row[index + 1])
            case "?": next.append(row[index])
            default: next.append(row[index] && wanted == character)
            }
        }
        row = next
    }
    return row.last!
}

private func withoutBlanks(_ text: Substring) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
}
