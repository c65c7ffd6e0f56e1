import PowerShellSyntax

/// What a script puts into `$PSDefaultParameterValues`.
public struct DefaultParameterValues: Sendable {
    private struct Entry {
        let command: String
        let parameter: String
        let value: Expression
    }

    private let entries: [Entry]
    /// Something is set in a way that can't be followed.
    public let isUnclear: Bool

    public init(_ tree: SyntaxTree) {
        var entries: [Entry] = []
        var isUnclear = false
        func add(_ key: Expression, _ value: Expression?) {
            guard case .string(let string) = key.withoutParentheses else { return isUnclear = true }
            let parts = string.value.split(separator: ":", maxSplits: 1).map(withoutBlanks)
            // `Disabled` switches the others off.
            guard parts.count == 2 else { return isUnclear = true }
            guard let value else { return isUnclear = true }
            entries.append(Entry(command: parts[0], parameter: parts[1], value: value))
        }
        for reference in tree.all(VariableExpression.self) where reference.name.lowercased() == "psdefaultparametervalues" {
            guard let parent = reference.node.parent else { continue }
            if let assignment = AssignmentStatement(parent), assignment.left.node == reference.node {
                let replacesOthers = assignment.operator == "=" && !entries.isEmpty
                if !replacesOthers, case .hashtable(let table)? = assignment.right.soleExpression {
                    for (key, value) in table.entries { add(key, value.soleExpression) }
                } else {
                    isUnclear = true
                }
            } else if let call = InvokeMemberExpression(parent), call.expression.node == reference.node {
                switch (call.memberName?.lowercased(), call.arguments.count) {
                case ("add", 2): add(call.arguments[0], call.arguments[1])
                case ("remove", _), ("clear", _): isUnclear = true
                default: break
                }
            } else if let index = IndexExpression(parent), let assignment = parent.parent.flatMap(AssignmentStatement.init),
                assignment.left.node == parent
            {
                add(index.index, assignment.right.soleExpression)
            } else if let member = MemberExpression(parent), let assignment = parent.parent.flatMap(AssignmentStatement.init),
                assignment.left.node == parent
            {
                add(member.member, assignment.right.soleExpression)
            }
        }
        self.entries = entries
        self.isUnclear = isUnclear
    }

    /// The values for a command's parameters by the parameter's name as written; those set twice have the last.
    public func values(for command: String) -> [(parameter: String, value: Expression)] {
        entries.filter { wildcardMatch($0.command, command) }.map { ($0.parameter, $0.value) }
    }
}

/// `*` and `?` as PowerShell's wildcards have them, in any case.
func wildcardMatch(_ pattern: String, _ text: String) -> Bool {
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
