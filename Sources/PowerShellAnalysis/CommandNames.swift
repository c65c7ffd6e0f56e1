import PowerShellSyntax

/// Which command a name in a script means, as far as the script itself decides it.
public struct CommandNames: Sendable {
    private let functions: Set<String>
    private let aliases: [String: String]

    public init(_ tree: SyntaxTree) {
        functions = Set(tree.all(FunctionDefinition.self).map { $0.name.unscoped.lowercased() })
        var aliases: [String: String] = [:]
        for command in tree.all(Command.self) where ["set-alias", "new-alias", "sal", "nal"].contains(command.name?.lowercased()) {
            if let (name, target) = aliasDefinition(command) { aliases[name.lowercased()] = target }
        }
        self.aliases = aliases
    }

    /// What a command's name comes to.
    public enum Resolution: Equatable, Sendable {
        /// A cmdlet or a function from elsewhere, its name without a module.
        case command(String)
        /// A function that this script defines.
        case ownFunction(String)
        /// A command that is named with another module than the one asked for.
        case otherModule(String)
        /// The name is only known at run time.
        case unknown
    }

    /// Resolves a command's name, following aliases of this script.
    ///
    /// - Parameter module: the module whose qualified names (`Microsoft.PowerShell.Utility\Send-MailMessage`) count.
    public func resolve(_ command: Command, module: String) -> Resolution {
        guard let name = command.name else { return .unknown }
        return resolve(name, module: module, depth: 0)
    }

    private func resolve(_ name: String, module: String, depth: Int) -> Resolution {
        let parts = name.split(separator: "\\", omittingEmptySubsequences: false)
        if parts.count == 2 {
            return parts[0].lowercased() == module.lowercased() ? .command(String(parts[1])) : .otherModule(String(parts[0]))
        }
        if let target = aliases[name.lowercased()], depth < 8 { return resolve(target, module: module, depth: depth + 1) }
        return functions.contains(name.unscoped.lowercased()) ? .ownFunction(name) : .command(name)
    }

    /// The function of this script that a name means.
    public func isOwnFunction(_ name: String) -> Bool { functions.contains(name.unscoped.lowercased()) }
}

extension String {
    /// A function's name without `global:`, `script:`, `local:` or `private:`.
    public var unscoped: String {
        let lowered = lowercased()
        for scope in ["global:", "script:", "local:", "private:"] where lowered.hasPrefix(scope) { return String(dropFirst(scope.count)) }
        return self
    }
}

private func aliasDefinition(_ command: Command) -> (name: String, target: String)? {
    var named: [String: String] = [:]
    var positional: [String] = []
    var pending: String?
    for element in command.elements.dropFirst() {
        switch element {
        case .parameter(let parameter):
            pending = parameter.parameterName.lowercased()
            if case .string(let value)? = parameter.argument, let name = pending {
                named[name] = value.value
                pending = nil
            } else if "force".hasPrefix(pending ?? "-") {
                pending = nil
            }
        case .expression(.string(let value)):
            if let name = pending { named[name] = value.value } else { positional.append(value.value) }
            pending = nil
        case .expression:
            pending = nil
        }
    }
    func value(_ parameter: String) -> String? {
        named.first { parameter.hasPrefix($0.key) }?.value ?? (positional.isEmpty ? nil : positional.removeFirst())
    }
    guard let name = value("name"), let target = value("value") else { return nil }
    return (name, target)
}
