import PowerShellSyntax

/// What a module lets out.
struct ModuleExports: Sendable {
    /// Nil for all there are.
    let functions: NamePatterns?
    let aliases: NamePatterns?
    /// Only those that are named.
    let variables: NamePatterns
    /// Whether more or less may be exported than the lists say.
    let isUnclear: Bool

    static let all = ModuleExports(functions: nil, aliases: nil, isUnclear: false)

    init(functions: NamePatterns?, aliases: NamePatterns?, variables: [String] = [], isUnclear: Bool) {
        (self.functions, self.aliases, self.isUnclear) = (functions, aliases, isUnclear)
        self.variables = NamePatterns(patterns: variables)
    }

    enum Answer {
        case yes, no, unclear
    }

    func holdsFunction(_ name: String) -> Answer { answer(name, functions) }

    func holdsAlias(_ name: String) -> Answer { answer(name, aliases) }

    func holdsVariable(_ name: String) -> Bool { variables.match(name) }

    private func answer(_ name: String, _ names: NamePatterns?) -> Answer {
        guard let names else { return isUnclear ? .unclear : .yes }
        return names.match(name) ? .yes : isUnclear ? .unclear : .no
    }

    /// Functions and aliases, unless `Export-ModuleMember` says which.
    init(_ tree: SyntaxTree, _ facts: VariableFacts) {
        var (functions, aliases, variables): ([String], [String], [String]) = ([], [], [])
        var isUnclear = false
        let commands = tree.all(Command.self).filter { $0.name?.withoutModule.lowercased() == "export-modulemember" }
        for command in commands {
            guard let call = try? BoundCommand(command, signature: exportModuleMember, facts: facts) else {
                isUnclear = true
                variables.append("*")
                continue
            }
            func names(_ parameter: String) -> [String] {
                guard let argument = call[parameter] else { return [] }
                guard case .expression(let value) = argument.value, let names = facts.possibleElements(value) else {
                    isUnclear = true
                    return []
                }
                return names
            }
            functions += names("Function")
            aliases += names("Alias")
            if let argument = call["Variable"] {
                if case .expression(let value) = argument.value, let names = facts.possibleElements(value) {
                    variables += names
                } else {
                    variables.append("*")
                }
            }
            // What comes through a pipeline is exported too.
            if let pipeline = command.node.parent.flatMap(Pipeline.init), pipeline.elements.count > 1 { isUnclear = true }
        }
        self.init(
            functions: commands.isEmpty ? nil : NamePatterns(patterns: functions),
            aliases: commands.isEmpty ? nil : NamePatterns(patterns: aliases), variables: variables, isUnclear: isUnclear)
    }
}

private let exportModuleMember = CommandSignature([
    .init("Function", position: 0), .init("Cmdlet"), .init("Variable"), .init("Alias"),
])
