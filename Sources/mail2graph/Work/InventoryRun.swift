import MailMigration

/// A run that lists what scripts send.
struct InventoryRun {
    private var scripts: ScriptRun
    private let migration: MigrationArguments

    init(_ selection: SelectionArguments, _ migration: MigrationArguments, _ output: OutputArguments) {
        scripts = ScriptRun(selection, migration, output)
        self.migration = migration
    }

    /// Reads all scripts. What goes wrong is said, counted and part of the result.
    mutating func read() -> Inventory {
        let here = try? resolved(FilePath("."))
        var found: [(Inventory.Script, MigrationOptions)] = []
        var count = 0
        let migration = migration
        scripts.examine { result in
            count += 1
            if let script = Inventory.Script(result, from: here) { found.append((script, migration.options(for: result.file))) }
            return true
        }
        return Inventory(found, problems: scripts.problems, read: count)
    }

    mutating func write(_ report: String, to destination: ReportDestination) {
        if let problem = destination.write(Array(report.utf8)) { scripts.add(problem) }
    }

    /// 0 where every script was looked at, 1 where one was not, 2 where the run failed.
    var exitCode: Int32 {
        switch scripts.problems.map(\.weight).max() {
        case nil, .note: 0
        case .incomplete: 1
        case .failure: 2
        }
    }
}
