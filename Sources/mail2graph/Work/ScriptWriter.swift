import ScriptDiff

/// Writes the changed scripts, each whole or not at all, with its old version kept before.
struct ScriptWriter {
    private(set) var written = 0
    private(set) var failed = 0
    /// Where the old versions are kept; nil where none had to be.
    private(set) var backupFolder: FilePath?
    private let root: FilePath?
    private let backupParent: FilePath?
    private var backup: Backup?

    /// - Parameters:
    ///   - root: The folder that all scripts lie in.
    ///   - backupParent: The folder for the backups; nil for the root.
    init(root: FilePath?, backupParent: FilePath?) {
        self.root = root
        self.backupParent = backupParent
    }

    /// Writes what changes in a script.
    mutating func write(_ result: ScriptResult) -> MigrationRun.Use {
        guard let rewrite = result.rewrite, let old = result.content else { return .done }
        let path = result.file.path
        do throws(FileError) {
            let replacement = try FileReplacement(of: result.file.location, read: old, with: rewrite.new.bytes)
            do throws(FileError) {
                try keep(result.file.location, old, new: rewrite.new.bytes)
            } catch {
                replacement.discard()
                failed += 1
                return .problem(Problem(.incomplete, path, doing: "was not changed, as its old version can't be kept in \(place)", error))
            }
            try replacement.commit(read: old)
            written += 1
            return .done
        } catch {
            failed += 1
            return .problem(Problem(.incomplete, path, doing: "was not changed", error))
        }
    }

    private var place: FilePath { backupFolder ?? backupParent ?? root ?? FilePath(".") }

    private mutating func keep(_ location: FilePath, _ old: FileContent, new: [UInt8]) throws(FileError) {
        let root = root ?? location.parent
        let backup = if let backup { backup } else { try Backup(of: root, in: backupParent ?? root) }
        self.backup = backup
        backupFolder = backup.folder
        try backup.keep(location, old, new: new)
    }
}
