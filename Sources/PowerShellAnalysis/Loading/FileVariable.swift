import PowerShellSyntax

/// A variable that a file sets for the script that dot-sources it.
public struct FileVariable: Hashable, Sendable {
    /// The file, as it is shown.
    public let file: String
    /// Of the last place that sets it, counted from 1.
    public let line: Int
    /// Every text that the file gives it; nil where one is not known, and where it looks like a secret.
    let values: Set<String>?

    func named(_ file: String) -> FileVariable { FileVariable(file: file, line: line, values: values) }
}

extension VariableFacts {
    /// The variables that are set for whoever dot-sources the script, by name.
    func variablesForOthers(in tree: SyntaxTree) -> [String: FileVariable] {
        let secrets = tree.secretLiterals
        var found: [String: FileVariable] = [:]
        for (name, assignments) in all {
            let visible = assignments.filter { !$0.isLocalToFunction }
            guard let last = visible.last else { continue }
            var values: Set<String>? = []
            for assignment in visible {
                let isText = assignment.type == nil || assignment.type == "string"
                guard case .assignment = assignment.origin, assignment.operator == "=", isText, let value = assignment.value,
                    let texts = possibleStrings(value), !secrets.contains(value.extent), !isChangedInPlace(name)
                else {
                    values = nil
                    break
                }
                values?.formUnion(texts)
            }
            let line = tree.source.line(at: last.node.extent.start)
            found[name] = FileVariable(file: "", line: line, values: values)
        }
        return found
    }
}

extension VariableFacts.Assignment {
    /// Whether the variable is gone when the function ends that sets it.
    fileprivate var isLocalToFunction: Bool {
        guard node.enclosingFunction != nil, node.kind != .command, node.kind != .convertExpression else { return false }
        let target = AssignmentStatement(node)?.left.node ?? node
        return !([target] + Array(target.descendants)).compactMap(VariableExpression.init).contains {
            $0.qualifier == "script" || $0.qualifier == "global"
        }
    }
}
