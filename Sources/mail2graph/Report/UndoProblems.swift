extension Problem {
    /// A file that could not be put back.
    /// - Parameter here: The current folder, without links.
    init(_ error: RestorationError, _ file: KeptFile, of run: RecordedRun, _ history: RunHistory, from here: FilePath?) {
        let backup = file.backup.shown(from: here)
        let (reason, advice): (String, String) =
            switch error {
            case .vanished:
                ("it is not there any more", "its old version is \(backup); copy it back if the script is still needed")
            case .replaced(let kind):
                ("\(name(of: kind)) is in its place now", "its old version is \(backup)")
            case .edited(let digest):
                if let later = history.run(after: run, thatLeft: digest, at: file.path) {
                    (
                        "run \(later.name) changed it after that",
                        "take that run back first: \(UndoCommand.commandLine(for: history.folder.shown(from: here), run: later.name))"
                    )
                } else {
                    ("it was edited since", "its old version is \(backup); compare the two and take over what you need")
                }
            case .backupUnreadable(let error):
                (
                    "its old version \(backup) can't be read: \(error.reason)",
                    error == .noSuchFile ? "take it from a backup of your own" : error.advice
                )
            case .backupDamaged:
                ("its old version \(backup) is not what was kept", "take it from a backup of your own")
            case .unwritable(let error):
                (error.reason, error.advice)
            }
        self.init(.incomplete, file.path.shown(from: here), "was not put back: \(reason)", advice: advice)
    }

    /// A folder without the run that is to be taken back.
    /// - Parameter name: The run that was asked for; nil for the last.
    init(noRun name: RunName?, in history: RunHistory, named path: FilePath, from here: FilePath?) {
        let near = name == nil || history.runs.isEmpty ? foldersWithRuns(near: history.folder) : []
        let isAround = near.contains { history.folder.relative(to: $0) != nil }
        let command = near.isEmpty ? nil : UndoCommand.commandLine(for: near.map { $0.shown(from: here) })
        if history.runs.isEmpty {
            self.init(
                .failure, path, "has no run that could be taken back",
                advice: command.map { "did you mean \($0)?" } ?? "name the folder that .mail2graph lies in; migrate said it at its end")
        } else if let name {
            self.init(
                .failure, path, "has no run \(name)",
                advice: "see its runs: \(UndoCommand.commandLine(for: history.folder.shown(from: here), isListing: true))")
        } else {
            let whose = isAround ? "the folder around it has runs of its own" : "folders in it have runs of their own"
            self.init(
                .failure, path, "has no run left that is not taken back",
                advice: command.map { "\(whose), to take back with: \($0)" }
                    ?? "see its runs: \(UndoCommand.commandLine(for: history.folder.shown(from: here), isListing: true))")
        }
    }

    /// A file in the place of a folder: migrate takes files, but what it did is kept by folders. Nil where the error is another.
    init?(runsOfFile path: FilePath, _ error: FileError, isListing: Bool) {
        guard error == .isNoFolder, let location = try? resolved(path) else { return nil }
        let here = try? resolved(FilePath("."))
        let folders = hasRunToTakeBack(location.parent) ? [location.parent] : foldersWithRuns(near: location.parent)
        let command = UndoCommand.commandLine(for: folders.map { $0.shown(from: here) }, isListing: isListing)
        self.init(
            .failure, path, "is a file, and a run is taken back for all the scripts that it changed",
            advice: folders.isEmpty
                ? "no folder around it has one left to take back; migrate said at its end where it kept the old versions"
                : "name the folder: \(command)")
    }
}

private func name(of kind: FileStatus.Kind) -> String {
    switch kind {
    case .link: "a link"
    case .folder: "a folder"
    case .file, .other: "something else"
    }
}
