import Arguments
import MailMigration

/// `mail2graph report`: makes the page in which a person decides about each change.
struct ReportCommand: ParsableCommand {
    private static let outputArgument = Argument<ArgumentText?>.option(
        "output", short: "o", value: "FILE", completion: .files(endings: [".html"]),
        help: "The page; - is standard output. What stands there gives way to it.")
    private static let planArgument = Argument<ArgumentText?>.option(
        "save-plan", value: "FILE", completion: .files(endings: [".json"]),
        help:
            "Write the plan too, with nothing decided: for those who decide in an editor, true or false for each send; - is standard output. A plan with decisions is never overwritten."
    )

    static let declaration = CommandDeclaration(
        name: "report",
        abstract: "Makes a page that shows what would change and takes your decisions; changes no script.",
        discussion: """
            The page is one file that needs nothing else, no network either: open it in any browser, or pass it on. It shows each \
            script with what becomes of its sends, side by side or in one column. Accept or reject each, and save the plan: \
            migrate --plan makes the changes that were accepted, and no others.

            What looks like a password in a script is not shown; read the page all the same before you pass it on.
            """,
        arguments: SelectionArguments.declarations + [outputArgument, planArgument] + MigrationArguments.declarations
            + OutputArguments.declarations,
        exitCodes: DiffCommand.exitCodes,
        examples: [
            .init("report scripts -o report.html", "Makes a page of what would change in a folder."),
            .init("migrate --plan mail2graph-plan.json", "Makes the changes that were accepted in it."),
        ])

    private let selection: SelectionArguments
    private let migration: MigrationArguments
    private let output: OutputArguments
    private let page: ReportDestination
    private let plan: ReportDestination?

    init(_ arguments: ParsedArguments) throws(UsageError) {
        (selection, migration, output) = try scriptArguments(arguments)
        guard let file = arguments[Self.outputArgument] else { throw UsageError("where does the page go? Name a file: -o report.html") }
        page = ReportDestination(FilePath(bytes: file.bytes))
        plan = arguments[Self.planArgument].map { ReportDestination(FilePath(bytes: $0.bytes)) }
        if let plan, plan.place == page.place {
            let place = page.file.map { "name the same file, \($0)" } ?? "both go to standard output"
            throw UsageError("-o and --save-plan \(place): the plan would take the place of the page.")
        }
    }

    func run() -> Int32 {
        for problem in [page, plan].compactMap({ $0?.obstacle }) { return output.fail(problem) }
        if let planFile = plan?.file, holdsDecisions(planFile) {
            return output.fail(
                Problem(
                    .failure, planFile, "holds decisions, which a new plan would not",
                    advice: "name another file, or remove this one if they are no longer wanted"))
        }
        Interruption.watch()
        let common = PlanOptions(migration.common)
        var run = ScriptRun(selection, migration, output) { result, options, root in
            result.review = ReviewedScript(result, in: root, options: options, common: common)
        }
        var report = ReportPage()
        var files: [PlannedFile] = []
        var missing: Set<SignIn.Missing> = []
        run.examine { result in
            report.add(result)
            if let planned = result.review?.planned {
                files.append(planned)
                missing.formUnion(migration.options(for: result.file).missingSignIn)
            }
            return true
        }
        // A page of a part of the scripts would look like one of all.
        guard !Interruption.isRequested, let root = run.root ?? (try? resolved(FilePath("."))) else { return UsageError.exitCode }
        let frame = Plan(folder: root, options: common, files: [])
        write(report.html(frame, scriptCount: run.tally.scripts, missing: missing.flags), to: page, &run)
        if let plan { write(Plan(folder: root, options: common, files: files).json.pretty, to: plan, &run) }
        output.say(run.tally.summary(isDone: false))
        if run.tally.exitCode < 2 { output.say(advice(hasChanges: !files.isEmpty, missing: missing.flags)) }
        return run.tally.exitCode
    }

    private func write(_ bytes: [UInt8], to destination: ReportDestination, _ run: inout ScriptRun) {
        if let problem = destination.write(bytes) { run.add(problem) }
    }

    /// What to do next.
    private func advice(hasChanges: Bool, missing: [String]) -> String {
        let place = page.file.map { "The report is in \($0)" } ?? "The report is on standard output"
        if !hasChanges { return "\(place). Nothing in it asks for a decision.\n" }
        let signIn = missing.isEmpty ? "" : ", with \(missing.joined(separator: ", "))"
        let inEditor = plan?.file.map {
            "Or set accepted to true or false for each send in \($0): mail2graph migrate --plan \($0.shellWord)\(signIn)\n"
        }
        return """
            \(place): open it in a browser, accept what is to be changed and save the plan.
            Then make the changes: mail2graph migrate --plan mail2graph-plan.json\(signIn)
            \(inEditor ?? "")
            """
    }
}

extension ReportDestination {
    /// Where the file lies or is going to, however it is named; nil for standard output.
    fileprivate var place: FilePath? { file.map { ((try? resolved($0.parent)) ?? $0.parent).appending($0.name) } }
}

/// Whether the file is a plan that somebody has worked on.
private func holdsDecisions(_ file: FilePath) -> Bool {
    guard let bytes = try? FileContent(of: file).bytes, let plan = try? Plan(json: bytes) else { return false }
    return plan.files.contains { $0.sends.contains { $0.decision != .undecided } }
}
