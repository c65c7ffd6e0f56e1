import Foundation

/// Takes back runs, says what became of each file, and counts.
struct UndoRun {
    private let report: ReportLines
    private let isQuiet: Bool
    /// Without links; what lies in it is shown from here.
    private let here = try? resolved(FilePath("."))
    private var worst: Problem.Weight?

    init(report: ReportLines, isQuiet: Bool) {
        self.report = report
        self.isQuiet = isQuiet
    }

    /// 0 where everything is as it was, 1 where something is not, 2 where what was asked for by name could not be done.
    var exitCode: Int32 {
        switch worst {
        case nil, .note: 0
        case .incomplete: 1
        case .failure: 2
        }
    }

    /// Takes back a run of a folder.
    /// - Parameter name: Which; nil for the last that was not taken back.
    mutating func takeBack(_ name: RunName?, of path: FilePath) {
        do throws(FileError) {
            let history = try RunHistory(of: path)
            guard let run = name.map({ history[$0] }) ?? history.last else {
                add(Problem(noRun: name, in: history, named: path, from: here))
                return
            }
            if run.isUndone {
                say("Run \(run.name) of \(path) was taken back already.\n")
                return
            }
            let lock = try run.lock()
            defer { close(lock) }
            try takeBack(run, of: path, history)
        } catch {
            add(Problem(runsOfFile: path, error, isListing: false) ?? Problem(.failure, path, doing: "no run could be taken back", error))
        }
    }

    // MARK: One run

    private struct Counts {
        var restored = 0
        var old = 0
        var failed = 0
    }

    private mutating func takeBack(_ run: RecordedRun, of path: FilePath, _ history: RunHistory) throws(FileError) {
        let (files, damagedLines) = try run.files()
        var counts = Counts(failed: damagedLines.count)
        for line in damagedLines {
            add(
                Problem(
                    .incomplete, run.journal.shown(from: here), line: line, "makes no sense, so nobody knows which file it is about",
                    advice: "look through the old versions in \(run.folder.shown(from: here))"))
        }
        for file in files {
            restore(file, of: run, history, &counts)
            if Interruption.isRequested && file != files.last {
                add(
                    Problem(
                        .failure, file.path.shown(from: here), "was the last file before undo was interrupted",
                        advice: "run again for the rest"))
                return
            }
        }
        for folder in Set(files.map(\.path.parent)) { removeLeftReplacements(in: folder) }
        if counts.failed == 0 {
            do throws(FileError) {
                try run.markUndone()
            } catch {
                add(
                    Problem(
                        .incomplete, run.journal.shown(from: here),
                        doing: "everything is as before, but the run can't be marked as taken back", error))
            }
        } else if counts.restored + counts.old == 0 {
            add(Problem(.failure, path, "no file could be put back", advice: "see the reasons above"))
        }
        say(summary(counts, of: run, path))
    }

    private mutating func restore(_ file: KeptFile, of run: RecordedRun, _ history: RunHistory, _ counts: inout Counts) {
        do throws(RestorationError) {
            switch try mail2graph.restore(file) {
            case .restored:
                counts.restored += 1
                say("\(file.path.shown(from: here)): put back\n")
            case .wasOld: counts.old += 1
            }
        } catch {
            counts.failed += 1
            add(Problem(error, file, of: run, history, from: here))
        }
    }

    private func summary(_ counts: Counts, of run: RecordedRun, _ path: FilePath) -> String {
        var parts = ["\(files(counts.restored)) put back"]
        if counts.old > 0 { parts.append("\(counts.old) as before already") }
        if counts.failed == 0 { return "Run \(run.name) of \(path) is taken back: \(parts.joined(separator: ", ")).\n" }
        parts.append("\(counts.failed) left (see above)")
        return
            "Run \(run.name) of \(path) is not taken back in full: \(parts.joined(separator: ", ")). Undo it again for what you have mended.\n"
    }

    private func files(_ count: Int) -> String { count == 1 ? "1 file" : "\(count) files" }

    // MARK: Output

    private mutating func add(_ problem: Problem) {
        worst = max(worst ?? .note, problem.weight)
        printError(report.lines(for: problem))
    }

    private func say(_ text: String) {
        if !isQuiet { printError(text) }
    }
}
