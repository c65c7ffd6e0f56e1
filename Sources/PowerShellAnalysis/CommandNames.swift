import PowerShellSyntax

/// Which command a name in a script means, as far as the script and the files that it loads decide it.
public struct CommandNames: Sendable {
    /// The functions of the script by name, each with the scope in which it is defined.
    private let functions: [String: [ScriptBlock]]
    private let aliases: [String: String]
    private let loaded: LoadedFiles

    /// - Parameter loaded: What the files define that the script loads.
    public init(_ tree: SyntaxTree, loaded: LoadedFiles = LoadedFiles()) {
        self.loaded = loaded
        functions = Dictionary(
            tree.all(FunctionDefinition.self).map { ($0.name.unscoped.lowercased(), [$0.node.enclosingScope]) }, uniquingKeysWith: +)
        var aliases: [String: String] = [:]
        for node in tree.nodes {
            if let (name, target) = aliasDefinition(node) { aliases[name.lowercased()] = target }
        }
        self.aliases = aliases
    }

    /// What a command's name comes to.
    public enum Resolution: Equatable, Sendable {
        /// A cmdlet or a function from elsewhere, its name without a module.
        case command(String)
        /// A function that this script defines.
        case ownFunction(String)
        /// A function or an alias of a file that this script loads.
        case loaded(LoadedCommand)
        /// A command that is named with another module than the one asked for.
        case otherModule(String)
        /// The name is only known at run time.
        case unknown
    }

    /// Resolves a command's name, following aliases of this script.
    ///
    /// - Parameter module: the module whose qualified names (`Microsoft.PowerShell.Utility\Send-MailMessage`) count.
    public func resolve(_ command: Command, module: String, facts: VariableFacts) -> Resolution {
        if let name = command.name { return resolve(name, for: command, module: module, depth: 0) }
        // `& $name`, where the name has one value.
        guard case .expression(let expression)? = command.elements.first, let name = facts.constantString(expression) else {
            return .unknown
        }
        return resolve(name, for: command, module: module, depth: 0)
    }

    private func resolve(_ name: String, for command: Command, module: String, depth: Int) -> Resolution {
        let parts = name.split(separator: "\\", omittingEmptySubsequences: false)
        if parts.count == 2 {
            return parts[0].lowercased() == module.lowercased() ? .command(String(parts[1])) : .otherModule(String(parts[0]))
        }
        if let target = aliases[name.lowercased()], depth < 8 { return resolve(target, for: command, module: module, depth: depth + 1) }
        // A function is known in the scope that defines it and within.
        let scopes = functions[name.unscoped.lowercased()] ?? []
        if scopes.contains(where: { command.node.isDescendant(of: $0.node) }) { return .ownFunction(name) }
        return loaded.command(name, at: command).map { .loaded($0) } ?? .command(name)
    }
}

extension String {
    /// A function's name without `global:`, `script:`, `local:` or `private:`.
    public var unscoped: String {
        let lowered = lowercased()
        for scope in ["global:", "script:", "local:", "private:"] where lowered.hasPrefix(scope) { return String(dropFirst(scope.count)) }
        return self
    }
}

/// `Set-Alias name target`, `Set-Item alias:name target`, `$alias:name = 'target'`.
func aliasDefinition(_ node: Node) -> (name: String, target: String)? {
    if let command = Command(node) { return aliasDefinition(command) }
    guard let assignment = AssignmentStatement(node), case .variable(let variable) = assignment.left, variable.qualifier == "alias",
        case .string(let target)? = assignment.right.soleExpression
    else { return nil }
    return (variable.name, target.value)
}

private func aliasDefinition(_ command: Command) -> (name: String, target: String)? {
    let strings: (_ first: String) -> (String, String)? = { first in
        let signature = CommandSignature([
            .init(first, position: 0), .init("Value", position: 1), .init("Description"), .init("Option"), .init("Scope"),
            .init("ItemType"),
            .init("Force", isSwitch: true), .init("PassThru", isSwitch: true),
        ])
        guard let call = try? BoundCommand(command, signature: signature, facts: VariableFacts()),
            case .expression(.string(let name))? = call[first]?.value, case .expression(.string(let target))? = call["Value"]?.value
        else { return nil }
        return (name.value, target.value)
    }
    switch command.name?.withoutModule.lowercased() {
    case "set-alias", "new-alias", "sal", "nal": return strings("Name")
    case "set-item", "new-item", "si", "ni":
        guard let (path, target) = strings("Path"), path.lowercased().hasPrefix("alias:") else { return nil }
        return (String(path.dropFirst("alias:".count).drop { $0 == "\\" || $0 == "/" }), target)
    default: return nil
    }
}

extension String {
    /// A command's name without the module in front of it.
    public var withoutModule: String { lastIndex(of: "\\").map { String(self[index(after: $0)...]) } ?? self }
}
