import Foundation

/// The old versions of the files that a run changes, and the journal of what it did.
///
///     .mail2graph/backup/20250131T120000Z/sub/script.ps1     as it was
///     .mail2graph/backup/20250131T120000Z.jsonl              a ``JournalEntry`` a line
///
/// An entry is on the disk before its file is replaced: whenever a run is cut short, the digests tell of each file
/// whether it is old or new. ``RecordedRun`` reads what is written here.
struct Backup: Sendable {
    static let folderName = ".mail2graph"

    let run: RecordedRun
    private let root: FilePath
    /// Open to the end of the process.
    private let journal: Int32

    /// - Parameters:
    ///   - root: The folder that all files lie in.
    ///   - parent: The folder for `.mail2graph`.
    init(of root: FilePath, in parent: FilePath, at date: Date = Date()) throws(FileError) {
        self.root = root
        try makeFolders(parent.appending(Self.folderName), mode: 0o700)
        let parent = try resolved(parent)
        let own = parent.appending(Self.folderName)
        let backups = RecordedRun.backups(in: parent)
        try makeFolders(backups, mode: 0o700)
        // Backups of scripts are nobody's commit.
        try? create(own.appending(".gitignore"), with: Array("*\n".utf8), mode: 0o600)
        let run = try makeFolder(forRunAt: date, in: parent)
        self.run = run
        journal = try system { run.journal.withCString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600) } }
        // Held to the end: nobody takes back a run that is still going on.
        _ = flock(journal, LOCK_EX | LOCK_NB)
        try synchronize(folder: backups)
    }

    /// What was kept of one file.
    struct Kept {
        fileprivate var copy: FilePath
        /// Of the journal before its entry, in bytes.
        fileprivate var length: Int
    }

    /// Keeps the old version of a file and writes down what is about to be done to it.
    func keep(_ path: FilePath, _ old: FileContent, new: [UInt8]) throws(FileError) -> Kept {
        let copy = run.folder.appending((path.relative(to: root) ?? path).bytes)
        try makeFolders(copy.parent, mode: 0o700)
        try create(copy, with: old.bytes, mode: old.status.mode & 0o700 | 0o600)
        try synchronize(folder: copy.parent)
        let kept = Kept(copy: copy, length: try FileStatus(ofDescriptor: journal).size)
        try append(JournalEntry(path: path, backup: copy, old: old, new: new).line, to: kept)
        return kept
    }

    /// Takes the last entry out again, as its file stays what it was.
    func withdraw(_ kept: Kept) {
        // In this order: an entry never stands there without its old version.
        if ftruncate(journal, off_t(kept.length)) == 0 { _ = kept.copy.withCString { unlink($0) } }
    }

    /// Adds a line to the journal, whole or not at all: half of one would spoil the next.
    private func append(_ line: [UInt8], to kept: Kept) throws(FileError) {
        do throws(FileError) {
            try write(line, to: journal)
            try system { fsync(journal) }
        } catch {
            withdraw(kept)
            throw error
        }
    }
}

/// Makes a folder of its own for the run, also where two start in the same second.
private func makeFolder(forRunAt date: Date, in parent: FilePath) throws(FileError) -> RecordedRun {
    for number in 1... {
        let run = RecordedRun(RunName(at: date, number: number), in: parent, isUndone: false)
        if run.folder.withCString({ mkdir($0, 0o700) }) == 0 { return run }
        if errno != EEXIST { throw .last }
    }
    fatalError("unreachable: the numbers have no end")
}

/// Makes a folder and those that it lies in, where they are not there.
private func makeFolders(_ path: FilePath, mode: mode_t) throws(FileError) {
    if path.withCString({ mkdir($0, mode) }) == 0 || errno == EEXIST { return }
    if errno != ENOENT { throw .last }
    try makeFolders(path.parent, mode: mode)
    if path.withCString({ mkdir($0, mode) }) != 0 && errno != EEXIST { throw .last }
}

/// Writes a file that is not there yet, to the disk; half of one is removed.
private func create(_ path: FilePath, with bytes: [UInt8], mode: mode_t) throws(FileError) {
    let descriptor = try system { path.withCString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode) } }
    defer { close(descriptor) }
    do throws(FileError) {
        try write(bytes, to: descriptor)
        try system { fsync(descriptor) }
    } catch {
        _ = path.withCString { unlink($0) }
        throw error
    }
}
