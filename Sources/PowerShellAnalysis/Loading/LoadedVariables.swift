import PowerShellSyntax

extension LoadedFiles {
    var isEmpty: Bool { members.isEmpty && unread.isEmpty }

    /// What is set where the script loads files, by the names of the variables.
    func variables(setAt extent: Extent) -> [(String, FileVariable)] {
        members.filter { $0.load.extent == extent }.flatMap { member in
            member.variables.sorted { $0.key < $1.key }.map { ($0.key, $0.value.named(member.name)) }
        }
    }

    /// Whether all is known that a load of the script sets: every file that it leads to was read, and none may be another.
    func isReadInFull(_ extent: Extent) -> Bool {
        let loaded = members.filter { $0.isOfScript && $0.load.extent == extent }
        return !loaded.isEmpty && loaded.allSatisfy { $0.doubt == nil && !$0.file.setsHidden }
            && !unread.contains { $0.load == extent } && !passedOver.contains(extent)
    }

    /// A place of a loaded file that gives a command defaults.
    func defaultSetting(for command: String) -> (file: String, line: Int)? {
        for member in members {
            let setting = member.file.defaults.first { setting in
                (member.isOfScript || setting.isGlobal) && setting.command.map { wildcardMatch($0, command) } ?? true
            }
            if let setting { return (member.name, setting.line) }
        }
        return nil
    }
}

extension LoadedFiles.Member {
    /// Whether the file runs in the scope of the script, and not in that of a module.
    fileprivate var isOfScript: Bool { modules.isEmpty }

    /// Those that reach the script. What a module gives its own is not told: it may hide one of the script, or be hidden by it.
    fileprivate var variables: [String: FileVariable] {
        guard let module = modules.last else { return file.variables }
        return file.variables.filter { $0.value.isGlobal || module.exports.holdsVariable($0.key) }.mapValues(\.withoutValues)
    }
}
