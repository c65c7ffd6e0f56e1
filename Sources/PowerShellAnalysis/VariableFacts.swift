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
        /// A file that the script takes in.
        case file(FileVariable)
        /// `-OutVariable x`, `Set-Variable x`, `[ref]$x`, an assignment to several names.
        case other
    }

    private var assignments: [String: [Assignment]]
    /// Variables whose lists are changed in place.
    private let changedInPlace: Set<String>
    /// Where the commands stand that may set any variable: a file that is dot-sourced, a text that is run.
    private var hidden: [Extent] = []
    /// Where the last of them starts.
    var lastHiddenAssignment: Int { hidden.last?.start ?? -1 }

    public init(_ tree: SyntaxTree) {
        var found: [String: [Assignment]] = [:]
        var changed: Set<String> = []
        for node in tree.nodes {
            for (name, assignment) in assignedNames(by: node) { found[name, default: []].append(assignment) }
            if let name = nameChangedInPlace(by: node) { changed.insert(name) }
            if let command = Command(node), mayAssignAnything(command) { hidden.append(node.extent) }
        }
        assignments = found
        changedInPlace = changed
    }

    /// - Parameter loaded: What the files set that the script loads. What one does that was read in full is hidden no more.
    public init(_ tree: SyntaxTree, loaded: LoadedFiles) {
        self.init(tree)
        if loaded.isEmpty { return }
        for node in tree.nodes where node.kind == .command || node.kind == .usingStatement {
            for (name, variable) in loaded.variables(setAt: node.extent) {
                assignments[name, default: []].append(.init(node: node, operator: "=", value: nil, origin: .file(variable)))
            }
        }
        hidden.removeAll(where: loaded.isReadInFull)
    }

    /// What loaded files set of the variables that an expression names.
    public func fileVariables(in expression: Expression) -> [(name: String, variable: FileVariable)] {
        ([expression.node] + Array(expression.node.descendants)).compactMap(VariableExpression.init).flatMap { reference in
            assignments(to: reference).compactMap { assignment in
                if case .file(let variable) = assignment.origin { (reference.variablePath, variable) } else { nil }
            }
        }
    }

    /// Where anything may be set that the text does not say.
    var hiddenAssignments: [Extent] { hidden }

    /// Of nothing: no variable is known.
    init() {
        assignments = [:]
        changedInPlace = []
    }

    /// Whether elements are put into, taken out of or replaced in the list that a variable holds.
    func isChangedInPlace(_ variable: VariableExpression) -> Bool { changedInPlace.contains(variableKey(variable)) }

    /// The assignments to a variable where they are all that can set it: nothing that runs after one of them, like a file
    /// that is dot-sourced, can set it too.
    func knownAssignments(to variable: VariableExpression) -> [Assignment]? {
        let assignments = assignments(to: variable)
        guard !assignments.isEmpty, assignments.allSatisfy({ $0.node.extent.start > lastHiddenAssignment }) else { return nil }
        return assignments
    }

    /// Every place that sets a variable, by its name.
    var all: [String: [Assignment]] { assignments }

    func isChangedInPlace(_ name: String) -> Bool { changedInPlace.contains(name) }

    /// Every place that sets the variable, in the order of the text; behind them those where a loaded file does.
    public func assignments(to name: String) -> [Assignment] { assignments[name.lowercased()] ?? [] }

    public func assignments(to variable: VariableExpression) -> [Assignment] { assignments[variableKey(variable)] ?? [] }
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
                    type: boundType(of: statement.left))
            )
        }
    case .parameter:
        let parameter = Parameter(node)!
        return [
            (
                variableKey(parameter.variable),
                .init(
                    node: node, operator: "=", value: parameter.defaultValue, origin: .parameter(parameter),
                    type: parameter.typeConstraints.last?.typeName.lowercased())
            )
        ]
    case .forEachStatement:
        return [(variableKey(ForEachStatement(node)!.variable), .init(node: node, operator: "=", value: nil, origin: .loop))]
    case .unaryExpression:
        let unary = UnaryExpression(node)!
        guard ["++", "--"].contains(unary.operator), case .variable(let variable) = unary.child else { return [] }
        return [(variableKey(variable), .init(node: node, operator: "+=", value: nil, origin: .other))]
    case .convertExpression:
        let convert = ConvertExpression(node)!
        guard convert.type.typeName.lowercased() == "ref", case .variable(let variable) = convert.child else { return [] }
        return [(variableKey(variable), .init(node: node, operator: "=", value: nil, origin: .other))]
    case .command:
        return variablesSet(by: Command(node)!).map { ($0, .init(node: node, operator: "=", value: nil, origin: .other)) }
    default:
        return []
    }
}

/// `$list[1] = …`, `$list.Add(…)`
private func nameChangedInPlace(by node: Node) -> String? {
    node.kind == .memberExpression ? nil : variableChangedInPlace(by: node).map(variableKey)
}

/// The variable whose list, table or object a node changes: `$list[1] = …`, `$list.Add(…)`, `$table.Cc = …`.
func variableChangedInPlace(by node: Node) -> VariableExpression? {
    if let index = IndexExpression(node), case .variable(let variable) = index.target, node.role == .left { return variable }
    if let member = MemberExpression(node), case .variable(let variable) = member.expression, node.role == .left { return variable }
    let reads = [
        "contains", "split", "tostring", "trim", "trimstart", "trimend", "replace", "tolower", "toupper", "substring", "gettype", "indexof",
        "startswith",
        "endswith", "getenumerator", "clone", "toarray", "where", "foreach", "insert", "padleft", "padright", "equals", "compareto",
    ]
    guard let call = InvokeMemberExpression(node), case .variable(let variable) = call.expression, !call.isStatic,
        let name = call.memberName?.lowercased(), !reads.contains(name)
    else { return nil }
    return variable
}

/// `. file`, `Invoke-Expression`, `Set-Variable $name`: what they set is not in the script.
private func mayAssignAnything(_ command: Command) -> Bool {
    let first = command.elements.first
    if command.invocationOperator == .dot {
        if case .expression(.scriptBlock)? = first { return false }
        return true
    }
    switch command.name?.withoutModule.lowercased() {
    case "invoke-expression", "iex": return true
    case "set-variable", "new-variable", "sv", "nv": return variablesSet(by: command).isEmpty
    default: return false
    }
}

/// The name under which a variable is kept: without the scopes that mean the same store, with other drives (`env:x`).
func variableKey(_ variable: VariableExpression) -> String {
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
    case .variable(let variable): [variableKey(variable)]
    case .convert(let convert): variables(assignedBy: convert.child)
    case .attributed(let attributed): variables(assignedBy: attributed.child)
    case .arrayLiteral(let list): list.elements.flatMap(variables)
    case .paren(let paren): paren.pipeline.soleExpression.map(variables) ?? []
    default: []
    }
}

/// `-OutVariable x`, `Set-Variable -Name x`, `Tee-Object -Variable x` and their like.
private func variablesSet(by command: Command) -> [String] {
    let name = command.name?.withoutModule.lowercased()
    var names: [String] = []
    let elements = command.elements
    for (index, element) in elements.enumerated() {
        guard case .parameter(let parameter) = element, setsVariable(parameter.parameterName.lowercased(), of: name) else { continue }
        let following = index + 1 < elements.count ? elements[index + 1] : nil
        if let argument = parameter.argument {
            names += literalNames(argument)
        } else if case .expression(let argument)? = following {
            names += literalNames(argument)
        }
    }
    if ["set-variable", "new-variable", "clear-variable", "remove-variable", "sv", "nv", "clv", "rv", "set"].contains(name),
        let call = try? BoundCommand(command, signature: setVariable, facts: VariableFacts()),
        case .expression(let argument)? = call["Name"]?.value
    {
        names += literalNames(argument)
    }
    if ["set-item", "si", "new-item", "ni", "clear-item", "cli", "remove-item", "ri", "set-content", "sc", "clear-content", "clc"]
        .contains(name)
    {
        // The variables are a drive too.
        let drive = "variable:"
        names += elements.flatMap { element -> [String] in
            guard case .expression(let path) = element else { return [] }
            return literalNames(path).filter { $0.lowercased().hasPrefix(drive) }.map { path in
                String(path.dropFirst(drive.count).drop { isSeparator($0) })
            }
        }
    }
    return names.map { $0.lowercased().trimmingPrefix("+").description }
}

/// The parameters that name a variable to be set, whole or cut, and their aliases.
private func setsVariable(_ parameter: String, of command: String?) -> Bool {
    if ["ov", "ev", "wv", "iv", "pv"].contains(parameter) { return true }
    let common = ["outvariable", "errorvariable", "warningvariable", "informationvariable", "pipelinevariable"]
    // Cut as far as `-OutV`, which tells it from `-OutBuffer`.
    if common.contains(where: { $0.hasPrefix(parameter) && parameter.count >= $0.count - "ariable".count }) { return true }
    switch command {
    case "tee-object", "tee": return "variable".hasPrefix(parameter)
    case "import-localizeddata": return "bindingvariable".hasPrefix(parameter)
    default: return ["sessionvariable", "sv"].contains(parameter)
    }
}

private func literalNames(_ expression: Expression) -> [String] {
    switch expression.withoutParentheses {
    case .string(let string): [string.value]
    case .arrayLiteral(let list): list.elements.flatMap(literalNames)
    default: []
    }
}

private let setVariable = CommandSignature([
    .init("Name", position: 0), .init("Value", position: 1), .init("Include"), .init("Exclude"), .init("Description"), .init("Option"),
    .init("Visibility"), .init("Scope"), .init("Force", isSwitch: true), .init("PassThru", isSwitch: true), .init("WhatIf", isSwitch: true),
    .init("Confirm", isSwitch: true),
])
