import MailMigration

/// What a settings file says. The keys and what they mean are explained in what `mail2graph init` writes.
struct Settings: Equatable, Sendable {
    static let fileName = "mail2graph.psd1"

    /// As it is shown; nil where there is no file.
    var file: FilePath?
    /// For all scripts.
    var migration = MigrationSettings()
    /// What is passed over, in the syntax of .gitignore, counted from the folder of the file.
    var exclude: [String] = []
    /// In megabytes.
    var maximumSize: Int?
    /// For the scripts of single folders, the inner ones before those around them.
    var folders: [Folder] = []

    struct Folder: Equatable, Sendable {
        /// Where it lies, without links.
        var location: FilePath
        /// Of its key in the file, counted from 1.
        var line: Int
        var migration: MigrationSettings
    }

    /// For the scripts of a folder: what is said of it and of the folders around it, and else what is said of all.
    func migration(in folder: Folder) -> MigrationSettings {
        let around = folders.filter { $0.location == folder.location || folder.location.relative(to: $0.location) != nil }
        return around.reversed().reduce(migration) { $1.migration.over($0) }
    }
}

extension Settings {
    /// The keys of the file, as they are documented; they are taken in any case.
    enum Key: String, CaseIterable {
        case target = "Target"
        case serverPolicy = "ServerPolicy"
        case signIn = "SignIn"
        case servers = "Servers"
        case exclude = "Exclude"
        case maximumSize = "MaximumSize"
        case folders = "Folders"

        /// Those that can be said of a single folder.
        static let ofFolders: [Key] = [.target, .serverPolicy, .signIn, .servers]
    }

    /// The keys of the table `SignIn`.
    static let signInKeys = [methodKey] + SignInValue.allCases.map(\.key)
    static let methodKey = "Method"

    /// The keys of the table `Servers`.
    enum ServersKey: String, CaseIterable {
        case exchangeOnline = "ExchangeOnline"
        case relay = "Relay"
    }
}
