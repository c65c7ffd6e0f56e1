import MailMigration

/// One run over scripts: reads them on all cores, works out what is to be done to each and hands the results on in order.
/// What goes wrong is said on standard error and counted; what was found is for the command to say.
struct ScriptRun {
    /// The folder that everything named lies in; nil where nothing was found.
    let root: FilePath?
    private(set) var tally = Tally()
    /// What keeps the scripts from being migrated; empty where nothing does.
    private(set) var missingSignIn: [Problem] = []
    /// What went wrong so far, in order.
    private(set) var problems: [Problem] = []
    /// Whether a bar shows how far the run has come, where there is a terminal for it.
    var showsProgress = true
    private let scripts: [ScriptFile]
    private let work: @Sendable (ScriptFile) -> ScriptResult
    private let output: OutputArguments
    private let report: ReportLines

    /// - Parameter review: Adds what a report shows of a result; on any thread.
    init(
        _ selection: SelectionArguments, _ migration: MigrationArguments, _ output: OutputArguments,
        review: @escaping @Sendable (inout ScriptResult, MigrationOptions, _ root: FilePath) -> Void = { _, _, _ in }
    ) {
        let search = ScriptSearch(selection.scripts)
        let sizeLimit = selection.sizeLimit
        let library = FileLibrary(sizeLimit: sizeLimit)
        self.init(search.scripts, in: search.root, output) { script in
            let options = migration.options(for: script)
            var result = ScriptResult(of: script, options: options, sizeLimit: sizeLimit, library: library)
            review(&result, options, search.root ?? script.location.parent)
            return result
        }
        if let file = migration.settingsFile { output.say("Settings: \(file)\n") }
        missingSignIn = migration.missingSignIn(of: search.scripts, in: search.root)
        for problem in search.problems { add(problem) }
    }

    /// - Parameters:
    ///   - root: The folder that all scripts lie in.
    ///   - work: Reads a script and works out what is to be done to it; on any thread.
    init(_ scripts: [ScriptFile], in root: FilePath?, _ output: OutputArguments, work: @escaping @Sendable (ScriptFile) -> ScriptResult) {
        self.scripts = scripts
        self.root = root
        self.output = output
        report = output.report
        self.work = work
    }

    /// - Parameter use: What is done with the result of a script, in their order; adds the problems that it has. False ends
    ///   the run.
    mutating func examine(_ use: (inout ScriptResult) -> Bool) {
        let (scripts, work) = (scripts, work)
        var progress = ProgressBar(total: scripts.count, isQuiet: output.isQuiet || !showsProgress)
        defer { progress.finish() }
        doInOrder(scripts.count) { index in
            work(scripts[index])
        } use: { result in
            var result = result
            let isGoingOn = use(&result)
            tally.count(result)
            problems += result.problems
            for problem in result.problems { printError(report.lines(for: problem)) }
            if !isGoingOn { return false }
            progress.advance(in: result.file.path.parent)
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
        problems.append(problem)
        printError(report.lines(for: problem))
    }
}
