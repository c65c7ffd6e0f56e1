import ScriptDiff

/// Writes the changed scripts, each whole or not at all, with its old version kept before.
struct ScriptWriter {
    private(set) var written = 0
    private(set) var failed = 0
    /// The run as it is recorded; nil where no old version had to be kept.
    var recorded: RecordedRun? { backup?.run }
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

    /// Writes what changes in a script. Where that is not possible the result says so and has no change any more.
    mutating func write(_ result: inout ScriptResult) {
        guard let new = result.rewrite?.new.bytes, let old = result.content else { return }
        let location = result.file.location
        do throws(FileError) {
            try FileReplacement.check(location, read: old)
            let kept: Backup.Kept
            do throws(FileError) {
                // Before anything is written beside the script: what a killed run leaves there, undo finds by the journal.
                kept = try keep(location, old, new: new)
            } catch {
                fail(&result, "was not changed, as its old version can't be kept in \(place)", error)
                return
            }
            do throws(FileError) {
                try FileReplacement(of: location, read: old, with: new).commit(read: old)
            } catch {
                // A disk that is far away may have done what it says it could not.
                if (try? FileContent(of: location))?.bytes != new { backup?.withdraw(kept) }
                throw error
            }
            written += 1
        } catch {
            fail(&result, "was not changed", error)
        }
    }

    private mutating func fail(_ result: inout ScriptResult, _ what: String, _ error: FileError) {
        failed += 1
        result.rewrite = nil
        result.problems.append(Problem(.incomplete, result.file.path, doing: what, error))
    }

    /// Where old versions go, as it is shown.
    private var place: FilePath {
        (backup?.run.folder ?? backupParent ?? root ?? FilePath(".")).shown(from: try? resolved(FilePath(".")))
    }

    private mutating func keep(_ location: FilePath, _ old: FileContent, new: [UInt8]) throws(FileError) -> Backup.Kept {
        let root = root ?? location.parent
        let backup = if let backup { backup } else { try Backup(of: root, in: backupParent ?? root) }
        self.backup = backup
        return try backup.keep(location, old, new: new)
    }
}
