import PowerShellSyntax

/// Where each variable of a script gets its values, and what can be said of them without running anything.
///
/// Names are one namespace for the whole file: a value set anywhere counts as possible everywhere. That errs on the
/// side of knowing less, which is the safe one.
public struct VariableFacts: Sendable {
    /// A place where a variable gets a value.
    public struct Assignment: Sendable {
        public let node: Node
        /// `=`, `+=`, …; `=` for all that sets a value in another way.
        public let `operator`: String
        /// Nil where the value is not an expression of the script: a loop, a parameter, the output of a command.
        public let value: Expression?
        public let origin: Origin
        /// The type that the variable is bound to by this place, in lower case: `string[]` of `[string[]]$to = …`.
        public let type: String?

        init(node: Node, operator: String, value: Expression?, origin: Origin, type: String? = nil) {
            self.node = node
            self.operator = `operator`
            self.value = value
            self.origin = origin
            self.type = type
        }
    }

    public enum Origin: Sendable {
        case assignment
        /// A parameter of a script or function; the value is its default.
        case parameter(Parameter)
        case loop
        /// `-OutVariable x`, `Set-Variable x`, `[ref]$x`, an assignment to several names.
        case other
    }

    private let assignments: [String: [Assignment]]

    public init(_ tree: SyntaxTree) {
        var found: [String: [Assignment]] = [:]
        for node in tree.nodes {
            for (name, assignment) in assignedNames(by: node) { found[name, default: []].append(assignment) }
        }
        assignments = found
    }

    /// Every place that sets the variable, in the order of the text.
    public func assignments(to name: String) -> [Assignment] { assignments[name.lowercased()] ?? [] }

    public func assignments(to variable: VariableExpression) -> [Assignment] {
        switch variable.qualifier {
        case nil, "script", "global", "local", "private", "using": assignments(to: variable.name)
        default: assignments(to: variable.variablePath)
        }
    }
}

/// What one node sets.
private func assignedNames(by node: Node) -> [(String, VariableFacts.Assignment)] {
    switch node.kind {
    case .assignmentStatement:
        let statement = AssignmentStatement(node)!
        let targets = variables(assignedBy: statement.left)
        return targets.map { name in
            let value = targets.count == 1 ? statement.right.soleExpression : nil
            return (
                name,
                .init(
                    node: node, operator: statement.operator, value: value, origin: targets.count == 1 ? .assignment : .other,
                type: boundType(of: statement.left)))
        }
    case .parameter:
        let parameter = Parameter(node)!
        return [(key(parameter.variable), .init(node: node, operator: "=", value: parameter.defaultValue, origin: .parameter(parameter),
            type: parameter.typeConstraints.last?.typeName.lowercased()))]
    case .forEachStatement:
        return [(key(ForEachStatement(node)!.variable), .init(node: node, operator: "=", value: nil, origin: .loop))]
    case .unaryExpression:
        let unary = UnaryExpression(node)!
        guard ["++", "--"].contains(unary.operator), case .variable(let variable) = unary.child else { return [] }
        return [(key(variable), .init(node: node, operator: "+=", value: nil, origin: .other))]
    case .convertExpression:
        let convert = ConvertExpression(node)!
        guard convert.type.typeName.lowercased() == "ref", case .variable(let variable) = convert.child else { return [] }
        return [(key(variable), .init(node: node, operator: "=", value: nil, origin: .other))]
    case .command:
        return variablesSet(by: Command(node)!).map { ($0, .init(node: node, operator: "=", value: nil, origin: .other)) }
    default:
        return []
    }
}

/// The name under which a variable is kept: without the scopes that mean the same store, with other drives (`env:x`).
private func key(_ variable: VariableExpression) -> String {
    switch variable.qualifier {
    case nil, "script", "global", "local", "private", "using": variable.name.lowercased()
    default: variable.variablePath.lowercased()
    }
}

/// The type in front of a variable that is assigned.
private func boundType(of target: Expression) -> String? {
    switch target {
    case .convert(let convert): boundType(of: convert.child) ?? convert.type.typeName.lowercased()
    case .attributed(let attributed): boundType(of: attributed.child)
    default: nil
    }
}

private func variables(assignedBy target: Expression) -> [String] {
    switch target {
    case .variable(let variable): [key(variable)]
    case .convert(let convert): variables(assignedBy: convert.child)
    case .attributed(let attributed): variables(assignedBy: attributed.child)
    case .arrayLiteral(let list): list.elements.flatMap(variables)
    case .paren(let paren): paren.pipeline.soleExpression.map(variables) ?? []
    default: []
    }
}

/// `-OutVariable x`, `-ErrorVariable x`, `Set-Variable -Name x`, `New-Variable x`.
private func variablesSet(by command: Command) -> [String] {
    var names: [String] = []
    let elements = command.elements
    for (index, element) in elements.enumerated() {
        guard case .parameter(let parameter) = element else { continue }
        let name = parameter.parameterName.lowercased()
        let following = index + 1 < elements.count ? elements[index + 1] : nil
        let value: Expression? =
            if let argument = parameter.argument { argument } else if case .expression(let expression)? = following { expression } else { nil }
        let setsVariable =
            ["ov", "ev", "wv", "iv", "pv", "outvariable", "errorvariable", "warningvariable", "informationvariable", "pipelinevariable"]
            .contains(name)
        let isNameOfVariable = ["set-variable", "new-variable", "sv", "nv"].contains(command.name?.lowercased()) && "name".hasPrefix(name)
        if setsVariable || isNameOfVariable, case .string(let string)? = value {
            names.append(string.value.lowercased().trimmingPrefix("+").description)
        }
    }
    if ["set-variable", "new-variable", "sv", "nv"].contains(command.name?.lowercased()), elements.count > 1,
        case .expression(.string(let string)) = elements[1]
    {
        names.append(string.value.lowercased())
    }
    return names
}
