/// One run over scripts: reads them on all cores, hands the results on in order, says what was found and counts.
struct MigrationRun {
    /// The folder that everything named lies in; nil where nothing was found.
    let root: FilePath?
    private let selection: SelectionArguments
    private let migration: MigrationArguments
    private let output: OutputArguments
    private let scripts: [ScriptFile]
    private let report: ReportLines
    private var tally = Tally()

    init(_ selection: SelectionArguments, _ migration: MigrationArguments, _ output: OutputArguments) {
        self.selection = selection
        self.migration = migration
        self.output = output
        report = output.report
        let search = ScriptSearch(selection.paths)
        scripts = search.scripts
        root = search.root
        for problem in search.problems { add(problem) }
    }

    /// Works out what is to be done to each script.
    /// - Parameter use: What is done with it, in the order of the scripts, before it is reported; adds the problems that
    ///   it has. False ends the run.
    mutating func examine(_ use: (inout ScriptResult) -> Bool) {
        let (scripts, migration, sizeLimit) = (scripts, migration, selection.sizeLimit)
        doInOrder(scripts.count) { index in
            ScriptResult(of: scripts[index], options: migration.options(for: scripts[index]), sizeLimit: sizeLimit)
        } use: { result in
            var result = result
            let isGoingOn = use(&result)
            tally.count(result)
            for problem in result.problems { printError(report.lines(for: problem)) }
            for finding in result.findings { say(report.lines(for: finding, in: result.file.path)) }
            if !isGoingOn { return false }
            if Interruption.isRequested {
                add(Problem(.failure, result.file.path, "was the last script before the run was interrupted", advice: "run again for the rest"))
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

    /// Says what is no problem, unless the user wants it quiet.
    func say(_ text: String) {
        if !output.isQuiet { printError(text) }
    }

    /// Says what was found in all.
    /// - Returns: The exit code.
    func finish(isDone: Bool) -> Int32 {
        say(tally.summary(isDone: isDone))
        return tally.exitCode
    }
}
