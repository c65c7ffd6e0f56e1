import Foundation

/// The runs of a folder as a table for people, the last one first.
struct RunTable {
    private let rows: [[String]]

    /// A run that can't be read says so in its row.
    init(_ history: RunHistory) {
        rows =
            [["RUN", "BEGAN (UTC)", "FILES", "STATE"]]
            + history.runs.map { run in
                let files = try? run.files()
                return ["\(run.name)", run.name.time, files.map { "\($0.files.count)" } ?? "?", state(of: run, isReadable: files != nil)]
            }
    }

    var text: String {
        let columns = Columns(rows, numbers: [2])
        return rows.map { columns.line($0) + "\n" }.joined()
    }
}

private func state(of run: RecordedRun, isReadable: Bool) -> String {
    if run.isUndone { return "taken back" }
    do throws(FileError) {
        let lock = try run.lock()
        close(lock)
        return isReadable ? "can be taken back" : "its journal can't be read"
    } catch {
        return error == .busy ? "is going on" : "its journal can't be opened: \(error.reason)"
    }
}
