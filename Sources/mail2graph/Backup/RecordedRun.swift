import Foundation

/// A run of `migrate` that a folder keeps the journal of.
///
/// A run that was taken back has a journal with another name, so that the mark is made at one stroke and needs no space
/// on the disk.
struct RecordedRun: Hashable, Sendable {
    let name: RunName
    /// The folder with `.mail2graph` in it, without links.
    let parent: FilePath
    /// Whether everything is as it was before the run.
    let isUndone: Bool

    init(_ name: RunName, in parent: FilePath, isUndone: Bool) {
        self.name = name
        self.parent = parent
        self.isUndone = isUndone
    }

    /// Nil where a name in the backup folder is no journal's.
    init?(journal: [UInt8], in parent: FilePath) {
        guard let text = String(validating: journal, as: UTF8.self) else { return nil }
        for isUndone in [true, false] where text.hasSuffix(Self.suffix(isUndone: isUndone)) {
            guard let name = RunName(String(text.dropLast(Self.suffix(isUndone: isUndone).count))) else { return nil }
            self.init(name, in: parent, isUndone: isUndone)
            return
        }
        return nil
    }

    static func backups(in parent: FilePath) -> FilePath { parent.appending(Backup.folderName).appending("backup") }

    private static func suffix(isUndone: Bool) -> String { isUndone ? ".undone.jsonl" : ".jsonl" }

    /// Where the old versions lie.
    var folder: FilePath { Self.backups(in: parent).appending("\(name)") }
    /// A ``JournalEntry`` a line.
    var journal: FilePath { Self.backups(in: parent).appending("\(name)" + Self.suffix(isUndone: isUndone)) }

    /// The files in the order in which they were changed, and the numbers of the lines that make no sense.
    func files() throws(FileError) -> (files: [KeptFile], damagedLines: [Int]) {
        var files: [KeptFile] = []
        var damagedLines: [Int] = []
        let lines = try FileContent(of: journal).bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        // Behind the last line end is nothing, or the half of an entry that a run was killed over: its file was not touched.
        for (index, line) in lines.dropLast().enumerated() {
            if let entry = try? JSONDecoder().decode(JournalEntry.self, from: Data(line)), let file = KeptFile(entry, of: self) {
                files.append(file)
            } else {
                damagedLines.append(index + 1)
            }
        }
        return (files, damagedLines)
    }

    /// Where the file of an entry and its old version lie now: a folder that was moved or copied has its runs with it.
    func locate(_ entry: JournalEntry) -> (path: FilePath, backup: FilePath) {
        let backup = entry.backup.path.bytes
        guard let place = backup.firstRange(of: Array("/\(Backup.folderName)/backup/\(name)/".utf8)) else {
            return (entry.path.path, entry.backup.path)
        }
        let formerParent = place.lowerBound == 0 ? FilePath("/") : FilePath(bytes: backup[..<place.lowerBound])
        let relative = Array(backup[place.upperBound...])
        // With --backup-dir the scripts lie elsewhere and do not move along.
        let isBesideScripts = entry.path.path == formerParent.appending(relative)
        return (isBesideScripts ? parent.appending(relative) : entry.path.path, folder.appending(relative))
    }

    /// Makes sure that nobody else is at work on the run, as long as the descriptor is open.
    /// - Throws: ``FileError/busy`` where it is still being written or taken back.
    func lock() throws(FileError) -> Int32 {
        let descriptor = try system { journal.withCString { open($0, O_RDWR | O_NOFOLLOW | O_CLOEXEC) } }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { return descriptor }
        close(descriptor)
        throw .busy
    }

    /// Notes that everything is as it was before the run.
    func markUndone() throws(FileError) {
        let undone = RecordedRun(name, in: parent, isUndone: true)
        try system { journal.withCString { old in undone.journal.withCString { rename(old, $0) } } }
        try synchronize(folder: journal.parent)
    }
}
