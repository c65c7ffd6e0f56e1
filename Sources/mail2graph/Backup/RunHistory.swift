/// The runs that a folder keeps the old versions of, the last one first.
struct RunHistory: Sendable {
    /// Without links.
    let folder: FilePath
    let runs: [RecordedRun]

    init(of path: FilePath) throws(FileError) {
        let folder = try resolved(path)
        if try FileStatus(of: folder).kind != .folder { throw .isNoFolder }
        self.folder = folder
        runs = try journals(in: folder).sorted { $1.name < $0.name }
    }

    /// The last run that is to be taken back. One that was cut short before it came to its first file left nothing to do.
    var last: RecordedRun? {
        runs.first { run in
            guard !run.isUndone else { return false }
            // What can't be read is not passed over in silence.
            guard let (files, damagedLines) = try? run.files() else { return true }
            return !files.isEmpty || !damagedLines.isEmpty
        }
    }

    subscript(name: RunName) -> RecordedRun? { runs.first { $0.name == name } }

    /// What the runs that were not taken back did to each file, the last one first.
    var changes: [FilePath: [KeptFile]] {
        Dictionary(grouping: runs.filter { !$0.isUndone }.flatMap { (try? $0.files())?.files ?? [] }, by: \.path)
    }

    /// The run behind a state of a file that came after this run.
    func run(after run: RecordedRun, thatLeft digest: String, at path: FilePath) -> RecordedRun? {
        runs.first { later in
            run.name < later.name && !later.isUndone
                && (try? later.files())?.files.contains { $0.path == path && $0.after == digest } == true
        }
    }
}

/// Folders close to one without a run to take back that have some: the innermost that it lies in, else those that lie in it.
func foldersWithRuns(near folder: FilePath) -> [FilePath] {
    var outer = folder
    while outer != outer.parent {
        outer = outer.parent
        if hasRunToTakeBack(outer) { return [outer] }
    }
    var found: [FilePath] = []
    var pending = [folder]
    var rest = searchLimit
    while rest > 0, let folder = pending.popLast() {
        rest -= 1
        for entry in (try? entries(of: folder)) ?? [] where entry.kind == .folder && entry.name != Array(Backup.folderName.utf8) {
            pending.append(folder.appending(entry.name))
        }
        if hasRunToTakeBack(folder) { found.append(folder) }
    }
    return found.sorted()
}

/// How many folders are looked into: a whole disk takes too long to wait for a hint.
private let searchLimit = 10_000

func hasRunToTakeBack(_ folder: FilePath) -> Bool { (try? RunHistory(of: folder))?.last != nil }

private func journals(in folder: FilePath) throws(FileError) -> [RecordedRun] {
    do throws(FileError) {
        return try entries(of: RecordedRun.backups(in: folder)).compactMap { RecordedRun(journal: $0.name, in: folder) }
    } catch {
        if error == .noSuchFile { return [] }
        throw error
    }
}
