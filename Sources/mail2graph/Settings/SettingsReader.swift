import Arguments
import MailMigration
import ScriptDiff

/// Reads settings out of a data file and collects all that is wrong with them.
struct SettingsReader {
    private(set) var settings = Settings()
    private(set) var problems: [Problem] = []

    /// As it is shown.
    private let file: FilePath
    /// The folder that the file lies in, without links.
    private let folder: FilePath

    init(_ data: PowerShellDataFile, of file: FilePath, in folder: FilePath) {
        self.file = file
        self.folder = folder
        settings.file = file
        read(data.entries, keys: Settings.Key.allCases.map(\.rawValue)) { reader, key, item in
            switch Settings.Key(rawValue: key)! {
            case .exclude: reader.settings.exclude = reader.patterns(item, for: key)
            case .maximumSize: reader.settings.maximumSize = reader.megabytes(item, for: key)
            case .folders: reader.readFolders(item)
            case let key: reader.read(key, item, into: \.settings.migration, in: "")
            }
        }
        settings.folders.sort { $1.location.bytes.count < $0.location.bytes.count }
        checkConflicts(line: data.entries.first { $0.key.lowercased() == Settings.Key.signIn.rawValue.lowercased() }?.line ?? 1)
    }

    /// Targets and ways to sign in that do not go together.
    /// - Parameter line: Where the sign-in of all is said.
    private mutating func checkConflicts(line: Int) {
        func conflict(_ said: MigrationSettings) -> String? { said.signIn.conflict(with: said.target ?? MigrationSettings.defaultTarget) }
        if let conflict = conflict(settings.migration) { return report(line, conflict, "") }
        for folder in settings.folders {
            if let conflict = conflict(settings.migration(in: folder)) { report(folder.line, conflict, "") }
        }
    }

    // MARK: Tables

    /// Reads each entry of a table whose keys are known.
    /// - Parameter place: The key of the table with a dot behind it; empty for the file itself.
    private mutating func read(
        _ entries: [DataEntry], keys: [String], in place: String = "", _ body: (inout Self, String, DataItem) -> Void
    ) {
        for entry in entries {
            if let key = keys.first(where: { $0.lowercased() == entry.key.lowercased() }) {
                body(&self, key, entry.item)
            } else {
                report(entry.line, "there is no setting \(place)\(entry.key)", advice(for: entry.key, among: keys, in: place))
            }
        }
    }

    private func advice(for key: String, among keys: [String], in place: String) -> String {
        let elsewhere = [("SignIn", Settings.signInKeys), ("Servers", Settings.ServersKey.allCases.map(\.rawValue))]
        for (table, names) in elsewhere where names != keys {
            if let name = names.first(where: { $0.lowercased() == key.lowercased() }) {
                return "\(name) stands in the table \(table): \(table) = @{ \(name) = … }"
            }
        }
        if let name = Settings.Key.allCases.first(where: { $0.rawValue.lowercased() == key.lowercased() }) {
            return Settings.Key.ofFolders.contains(name)
                ? "\(name.rawValue) stands at the top, or in a folder of Folders"
                : "\(name.rawValue) is for all folders and stands at the top"
        }
        if let name = suggestion(for: key, among: keys) { return "did you mean \(name)?" }
        return "there \(keys.count == 1 ? "is" : "are") \(keys.joined(separator: ", "))"
    }

    private mutating func table(_ item: DataItem, for name: String) -> [DataEntry] {
        switch item.value {
        case .table(let entries): return entries
        case .null: return []
        default:
            report(item.line, "\(name) takes a table, not \(item.value.description)", "write \(name) = @{ … }")
            return []
        }
    }

    /// Reads what can be said of all scripts and of those of a folder.
    private mutating func read(
        _ key: Settings.Key, _ item: DataItem, into place: WritableKeyPath<Self, MigrationSettings>, in prefix: String
    ) {
        let name = prefix + key.rawValue
        switch key {
        case .target: self[keyPath: place].target = choice(item, for: name)
        case .serverPolicy: self[keyPath: place].serverPolicy = choice(item, for: name)
        case .signIn: readSignIn(table(item, for: name), into: place.appending(path: \.signIn), in: name + ".")
        case .servers: self[keyPath: place].servers = servers(table(item, for: name), in: name + ".")
        case .exclude, .maximumSize, .folders: preconditionFailure("\(key) is no setting of a folder")
        }
    }

    private mutating func readSignIn(_ entries: [DataEntry], into place: WritableKeyPath<Self, SignIn>, in prefix: String) {
        read(entries, keys: Settings.signInKeys, in: prefix) { reader, key, item in
            let name = prefix + key
            guard let value = SignInValue.allCases.first(where: { $0.key == key }) else {
                reader[keyPath: place].method = reader.choice(item, for: name)
                return
            }
            guard let text = reader.text(item, for: name) else { return }
            if !value.takes(text) {
                // What should be a name may be a secret: it is not repeated.
                let isSecret = value == .secretName || value == .secretVariable
                reader.report(item.line, "\(name) has no value \(isSecret ? "like this" : "'\(text)'")", "it takes \(value.form)")
            } else if [.secretName, .secretVariable].contains(value), reader[keyPath: place].secret != nil {
                reader.report(item.line, "SecretName and SecretVariable exclude each other", "the secret comes from one place")
            } else {
                reader[keyPath: place][value] = text
            }
        }
    }

    private mutating func servers(_ entries: [DataEntry], in prefix: String) -> ServerList {
        var lists: [Settings.ServersKey: [String]] = [:]
        read(entries, keys: Settings.ServersKey.allCases.map(\.rawValue), in: prefix) { reader, key, item in
            let names = reader.texts(item, for: prefix + key)
            for name in names where !ServerList.Entry.takes(name) {
                reader.report(
                    item.line, "\(prefix)\(key) holds '\(name)', which is no name of a server",
                    "write names like mail.contoso.com or *.smtp.contoso.com")
            }
            lists[Settings.ServersKey(rawValue: key)!] = names
        }
        return ServerList(
            exchangeOnline: lists[.exchangeOnline] ?? [], relays: lists[.relay] ?? [],
            places: ("\(prefix)ExchangeOnline in \(file)", "\(prefix)Relay in \(file)"))
    }

    private mutating func readFolders(_ item: DataItem) {
        for entry in table(item, for: Settings.Key.folders.rawValue) {
            let name = "Folders.'\(entry.key)'"
            guard let location = location(of: entry) else { continue }
            if let other = settings.folders.first(where: { $0.location == location }) {
                report(entry.line, "\(name) is the folder of line \(other.line) again", "write all that is said of it in one place")
                continue
            }
            settings.folders.append(.init(location: location, line: entry.line, migration: MigrationSettings()))
            let place = \Self.settings.folders[settings.folders.count - 1].migration
            read(table(entry.item, for: name), keys: Settings.Key.ofFolders.map(\.rawValue), in: name + ".") { reader, key, item in
                reader.read(Settings.Key(rawValue: key)!, item, into: place, in: name + ".")
            }
        }
    }

    /// Where the folder of a key lies; backslashes part folders too.
    private mutating func location(of entry: DataEntry) -> FilePath? {
        let path = FilePath(entry.key.replacing("\\", with: "/"))
        if path.bytes.contains(0) {
            report(entry.line, "Folders names '\(visible(entry.key))', and no path holds a NUL", "take it out (`0 in double quotes)")
            return nil
        }
        do throws(FileError) {
            let location = try resolved(path.isAbsolute ? path : folder.appending(path.bytes))
            if try FileStatus(of: location).kind != .folder { throw .isNoFolder }
            return location
        } catch {
            let names = (try? entries(of: folder))?.filter { $0.kind == .folder }.map { String(decoding: $0.name, as: UTF8.self) } ?? []
            let near = suggestion(for: entry.key, among: names).map { "did you mean '\($0)'?" }
            report(
                entry.line, "Folders names '\(entry.key)', which can't be used: \(error.reason)",
                near ?? "name a folder as it is reached from \(file)")
            return nil
        }
    }

    // MARK: Values

    /// Nil for what counts as not said: `''` and `$null`.
    private mutating func text(_ item: DataItem, for name: String) -> String? {
        switch item.value {
        case .text(""), .null: return nil
        case .text(let text): return text
        default:
            report(item.line, "\(name) takes a text, not \(item.value.description)", "write it in single quotes")
            return nil
        }
    }

    private mutating func choice<Choice: ArgumentChoice>(_ item: DataItem, for name: String) -> Choice? {
        guard let text = text(item, for: name) else { return nil }
        if let choice = Choice(argument: ArgumentText(text)) { return choice }
        let names = Choice.choices.map(\.name)
        let near = suggestion(for: text, among: names).map { "did you mean '\($0)'? " } ?? ""
        report(item.line, "\(name) has no value '\(text)'", "\(near)It takes \(names.map { "'\($0)'" }.joined(separator: ", "))")
        return nil
    }

    /// One text or a list of them.
    private mutating func texts(_ item: DataItem, for name: String) -> [String] {
        if case .list(let items) = item.value { return items.compactMap { text($0, for: name) } }
        return text(item, for: name).map { [$0] } ?? []
    }

    /// Patterns in the syntax of .gitignore.
    private mutating func patterns(_ item: DataItem, for name: String) -> [String] {
        let texts = texts(item, for: name)
        for text in texts where IgnorePattern(text.utf8) == nil {
            report(item.line, "\(name) holds '\(text)', which is no pattern", "write patterns like Archive/ or *.Tests.ps1")
        }
        return texts
    }

    private mutating func megabytes(_ item: DataItem, for name: String) -> Int? {
        switch item.value {
        case .integer(let count) where Megabytes.range.contains(Int(count)): return Int(count)
        case .null: return nil
        default:
            report(
                item.line, "\(name) does not take \(item.value.description)",
                "it takes a number of megabytes from \(Megabytes.range.lowerBound) to \(Megabytes.range.upperBound)")
            return nil
        }
    }

    private mutating func report(_ line: Int, _ reason: String, _ advice: String) {
        problems.append(Problem(.failure, file, line: line, reason, advice: advice))
    }
}

extension DataValue {
    /// For people, behind `takes a text, not`.
    fileprivate var description: String {
        switch self {
        case .text(let text): "the text '\(text)'"
        case .integer(let number): "the number \(number)"
        case .real(let number): "the number \(number)"
        case .boolean(let flag): flag ? "$true" : "$false"
        case .null: "$null"
        case .list: "a list"
        case .table: "a table"
        }
    }
}
