import Foundation

/// A file that a run changed or was about to, with all that is needed to put it back.
struct KeptFile: Hashable, Sendable {
    /// Where it lies.
    var path: FilePath
    /// Where its old version lies.
    var backup: FilePath
    /// The digest of the old version.
    var before: String
    /// The digest of what the run made of it.
    var after: String
    /// What else the old version had.
    var stamps: FileStamps

    /// Nil where the entry does not hold what entries hold.
    init?(_ entry: JournalEntry, of run: RecordedRun) {
        guard let stamps = FileStamps(entry) else { return nil }
        (path, backup) = run.locate(entry)
        (before, after) = (entry.sha256Before, entry.sha256After)
        self.stamps = stamps
    }
}

extension FileStamps {
    fileprivate init?(_ entry: JournalEntry) {
        let time = entry.modified.split(separator: ".")
        guard let mode = mode_t(entry.mode, radix: 8), mode <= 0o7777, time.count == 2, let seconds = Int(time[0]), let nanoseconds = Int(time[1]),
            (0..<1_000_000_000).contains(nanoseconds)
        else { return nil }
        self.init(mode: mode, modifiedSeconds: seconds, modifiedNanoseconds: nanoseconds)
    }
}
