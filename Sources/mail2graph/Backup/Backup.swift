import Foundation

/// The old versions of the files that a run changes, and the journal of what it did.
///
///     .mail2graph/backup/20250131T120000Z/sub/script.ps1     as it was
///     .mail2graph/backup/20250131T120000Z.jsonl              a ``JournalEntry`` a line
///
/// An entry is on the disk before its file is replaced: whenever a run is cut short, the digests tell of each file
/// whether it is old or new.
struct Backup: Sendable {
    static let folderName = ".mail2graph"

    /// Where the old versions of this run lie.
    let folder: FilePath
    private let root: FilePath
    /// Open to the end of the process.
    private let journal: Int32

    /// - Parameters:
    ///   - root: The folder that all files lie in.
    ///   - parent: The folder for `.mail2graph`.
    init(of root: FilePath, in parent: FilePath, at date: Date = Date()) throws(FileError) {
        self.root = root
        let own = parent.appending(Self.folderName)
        let backups = own.appending("backup")
        try makeFolders(backups, mode: 0o700)
        // Backups of scripts are nobody's commit.
        try? create(own.appending(".gitignore"), with: Array("*\n".utf8), mode: 0o600)
        folder = try makeRunFolder(in: backups, at: date)
        let file = FilePath(bytes: folder.bytes + Array(".jsonl".utf8))
        journal = try system { file.withCString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600) } }
        try synchronize(folder: backups)
    }

    /// Keeps the old version of a file and writes down what is about to be done to it.
    func keep(_ path: FilePath, _ old: FileContent, new: [UInt8]) throws(FileError) {
        let copy = folder.appending((path.relative(to: root) ?? path).bytes)
        try makeFolders(copy.parent, mode: 0o700)
        try create(copy, with: old.bytes, mode: old.status.mode & 0o700 | 0o600)
        try synchronize(folder: copy.parent)
        try write(JournalEntry(path: path, backup: copy, old: old, new: new).line, to: journal)
        try system { fsync(journal) }
    }
}

/// A folder of its own for the run, also where two start in the same second.
private func makeRunFolder(in backups: FilePath, at date: Date) throws(FileError) -> FilePath {
    let format = Date.VerbatimFormatStyle(
        format: """
            \(year: .defaultDigits)\(month: .twoDigits)\(day: .twoDigits)T\(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased))\
            \(minute: .twoDigits)\(second: .twoDigits)Z
            """,
        timeZone: .gmt, calendar: Calendar(identifier: .gregorian))
    let time = date.formatted(format)
    for attempt in 1... {
        let folder = backups.appending(attempt == 1 ? time : "\(time)-\(attempt)")
        if folder.withCString({ mkdir($0, 0o700) }) == 0 { return folder }
        if errno != EEXIST { throw .last }
    }
    fatalError("unreachable: the attempts have no end")
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
