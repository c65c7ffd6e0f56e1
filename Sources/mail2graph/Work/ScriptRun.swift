/// One run over scripts: reads them on all cores, works out what is to be done to each and hands the results on in order.
/// What goes wrong is said on standard error and counted; what was found is for the command to say.
struct ScriptRun {
    /// The folder that everything named lies in; nil where nothing was found.
    let root: FilePath?
    private(set) var tally = Tally()
    private let sizeLimit: Int
    private let migration: MigrationArguments
    private let scripts: [ScriptFile]
    private let report: ReportLines

    init(_ selection: SelectionArguments, _ migration: MigrationArguments, _ report: ReportLines) {
        sizeLimit = selection.sizeLimit
        self.migration = migration
        self.report = report
        let search = ScriptSearch(selection.paths)
        scripts = search.scripts
        root = search.root
        for problem in search.problems { add(problem) }
    }

    /// - Parameter use: What is done with the result of a script, in their order; adds the problems that it has. False ends
    ///   the run.
    mutating func examine(_ use: (inout ScriptResult) -> Bool) {
        let (scripts, migration, sizeLimit) = (scripts, migration, sizeLimit)
        doInOrder(scripts.count) { index in
            ScriptResult(of: scripts[index], options: migration.options(for: scripts[index]), sizeLimit: sizeLimit)
        } use: { result in
            var result = result
            let isGoingOn = use(&result)
            tally.count(result)
            for problem in result.problems { printError(report.lines(for: problem)) }
            if !isGoingOn { return false }
            if Interruption.isRequested {
                add(
                    Problem(
                        .failure, result.file.path, "was the last script before the run was interrupted", advice: "run again for the rest"))
                return false
            }
            return true
        }
    }

    /// Counts something that went wrong and says it.
    mutating func add(_ problem: Problem) {
        tally.count(problem)
        printError(report.lines(for: problem))
    }
}
