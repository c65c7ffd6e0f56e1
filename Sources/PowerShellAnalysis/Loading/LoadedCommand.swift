import PowerShellSyntax

/// A command that a file defines which the script loads.
public struct LoadedCommand: Hashable, Sendable {
    public let name: String
    /// The file that defines it, as it is shown.
    public let file: String
    /// Counted from 1.
    public let line: Int
    /// What it stands for where it is an alias.
    public let target: String?
    /// Why the name may mean something else, as part of a sentence; nil where there is no doubt.
    public let doubt: String?
}

extension LoadedFiles {
    /// What a name means that the script itself does not define. Of several definitions one without doubt goes first, else the one
    /// that is loaded last.
    public func command(_ name: String, at command: Command) -> LoadedCommand? {
        let found = members.reversed().compactMap { $0.command(name, at: command) }
        return found.first { $0.doubt == nil && $0.target != nil } ?? found.first { $0.doubt == nil } ?? found.first
    }
}

extension LoadedFiles.Member {
    fileprivate func command(_ name: String, at command: Command) -> LoadedCommand? {
        if let alias = visible(name, file.aliases, { $0.holdsAlias($1) }),
            alias.definition.target?.withoutModule.lowercased() != name.lowercased()
        {
            return loaded(name, alias, at: command)
        }
        return visible(name, file.functions, { $0.holdsFunction($1) }).map { loaded(name, $0, at: command) }
    }

    private func loaded(
        _ name: String, _ found: (definition: LoadableFile.Definition, isClear: Bool), at command: Command
    ) -> LoadedCommand {
        let (definition, isClear) = found
        var doubt = doubt
        if doubt == nil, !load.alwaysRuns(before: command) { doubt = "line \(load.line) loads it in some runs only, or later" }
        if doubt == nil, definition.isConditional { doubt = "it is defined there in some runs only" }
        if doubt == nil, !isClear { doubt = "what its module exports is only known when the script runs" }
        return LoadedCommand(name: name, file: self.name, line: definition.line, target: definition.target, doubt: doubt)
    }

    /// The definition that a name of the script means, through all modules around it.
    private func visible(
        _ name: String, _ definitions: [String: LoadableFile.Definition], _ answer: (ModuleExports, String) -> ModuleExports.Answer
    ) -> (definition: LoadableFile.Definition, isClear: Bool)? {
        if let global = definitions[name.lowercased()], global.isGlobal { return (global, true) }
        var name = name
        var isClear = true
        for module in modules {
            if let prefix = module.load.prefix {
                guard let inner = name.withoutPrefix(prefix) else { return nil }
                name = inner
            }
            if let functions = module.load.functions, !functions.match(name) { return nil }
            switch answer(module.exports, name) {
            case .yes: break
            case .no: return nil
            case .unclear: isClear = false
            }
        }
        return definitions[name.lowercased()].map { ($0, isClear) }
    }
}

extension String {
    /// `Send-Message` of `Send-MailMessage` with the prefix `Mail`.
    fileprivate func withoutPrefix(_ prefix: String) -> String? {
        guard let dash = firstIndex(of: "-") else {
            return lowercased().hasPrefix(prefix.lowercased()) ? String(dropFirst(prefix.count)) : nil
        }
        let noun = self[index(after: dash)...]
        return noun.lowercased().hasPrefix(prefix.lowercased()) ? self[...dash] + String(noun.dropFirst(prefix.count)) : nil
    }
}
