import PowerShellSyntax

/// A variable that a file sets for the script that dot-sources it.
public struct FileVariable: Hashable, Sendable {
    /// The file, as it is shown.
    public let file: String
    /// Of the last place that sets it, counted from 1.
    public let line: Int
    /// Every text that the file gives it; nil where one is not known, and where it looks like a secret.
    let values: Set<String>?
    /// `$global:x`: set for everybody, also out of a module.
    let isGlobal: Bool

    func named(_ file: String) -> FileVariable { FileVariable(file: file, line: line, values: values, isGlobal: isGlobal) }

    /// Without what it is set to.
    var withoutValues: FileVariable { FileVariable(file: file, line: line, values: nil, isGlobal: isGlobal) }
}

extension VariableFacts {
    /// The variables that are set or changed for whoever dot-sources the script, by name.
    func variablesForOthers(in tree: SyntaxTree) -> [String: FileVariable] {
        let secrets = tree.secretLiterals
        var found: [String: FileVariable] = [:]
        func add(_ name: String, at nodes: [Node], _ values: Set<String>?) {
            let line = tree.source.line(at: nodes.last!.extent.start)
            found[name] = FileVariable(file: "", line: line, values: values, isGlobal: nodes.contains { $0.setsGlobal })
        }
        for (name, assignments) in all {
            let visible = assignments.filter { !$0.isLocalToFunction }
            if visible.isEmpty { continue }
            var values: Set<String>? = []
            for assignment in visible {
                let isText = assignment.type == nil || assignment.type == "string"
                guard case .assignment = assignment.origin, assignment.operator == "=", isText, let value = assignment.value,
                    let texts = possibleStrings(value), isFixed(value), !secrets.contains(value.extent), !isChangedInPlace(name)
                else {
                    values = nil
                    break
                }
                values?.formUnion(texts)
            }
            add(name, at: visible.map(\.node), values)
        }
        for node in tree.nodes {
            guard let variable = variableChangedInPlace(by: node), !isLocalToFunction(variable) else { continue }
            let name = variableKey(variable)
            // Without an assignment of its own the file changes what the script holds.
            if found[name] == nil || variable.qualifier == "global" { add(name, at: [node], nil) }
        }
        return found
    }

    /// Whether all that an expression reads is set before it whenever it is evaluated: `if (-not $x) { $x = 'a' }` leaves what
    /// another file has set.
    private func isFixed(_ expression: Expression) -> Bool {
        var seen: Set<String> = []
        var ahead = [expression]
        while let expression = ahead.popLast() {
            for variable in ([expression.node] + Array(expression.node.descendants)).compactMap(VariableExpression.init) {
                let places = assignments(to: variable)
                let isSet = places.contains {
                    $0.node.extent.end <= expression.extent.start && LoadPlace($0.node).block.contains(expression.extent)
                }
                if !isSet { return false }
                if seen.insert(variableKey(variable)).inserted { ahead += places.compactMap(\.value) }
            }
        }
        return true
    }

    /// Whether a function around it has a variable of its own by that name.
    private func isLocalToFunction(_ variable: VariableExpression) -> Bool {
        if ["script", "global"].contains(variable.qualifier) { return false }
        let functions = variable.node.ancestors.filter { $0.kind == .functionDefinition }
        return assignments(to: variable).contains { assignment in
            assignment.isLocalToFunction && functions.contains { $0.extent.contains(assignment.node.extent) }
        }
    }
}

extension Node {
    /// Whether it names a variable that everybody sees.
    fileprivate var setsGlobal: Bool {
        if kind == .command { return text.lowercased().contains("global") }
        let target = AssignmentStatement(self)?.left.node ?? self
        return ([target] + Array(target.descendants)).compactMap(VariableExpression.init).contains { $0.qualifier == "global" }
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
