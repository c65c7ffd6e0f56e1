/// A run that says on standard error what becomes of each send and sums it up.
struct MigrationRun {
    private var scripts: ScriptRun
    private let output: OutputArguments

    /// The folder that everything named lies in; nil where nothing was found.
    var root: FilePath? { scripts.root }

    /// Whether a bar shows how far the run has come, where there is a terminal for it.
    var showsProgress: Bool {
        get { scripts.showsProgress }
        set { scripts.showsProgress = newValue }
    }

    /// What keeps the scripts from being migrated; empty where nothing does.
    var missingSignIn: [Problem] { scripts.missingSignIn }

    init(_ scripts: ScriptRun, _ output: OutputArguments) {
        self.scripts = scripts
        self.output = output
    }

    /// - Parameter use: What is done with the result of a script, in their order, before it is reported; adds the problems
    ///   that it has. False ends the run.
    mutating func examine(_ use: (inout ScriptResult) -> Bool) {
        let (output, report) = (output, output.report)
        scripts.examine { result in
            let isGoingOn = use(&result)
            for finding in result.findings { output.say(report.lines(for: finding, in: result.file.path)) }
            return isGoingOn
        }
    }

    /// Counts something that went wrong and says it.
    mutating func add(_ problem: Problem) { scripts.add(problem) }

    /// Says what is no problem, unless the user wants it quiet.
    func say(_ text: String) { output.say(text) }

    /// Says what was found in all.
    /// - Returns: The exit code.
    func finish(isDone: Bool) -> Int32 {
        say(scripts.tally.summary(isDone: isDone))
        return scripts.tally.exitCode
    }
}
