import Arguments
import Foundation
import MailMigration
import ScriptDiff

/// `mail2graph migrate`: changes the scripts.
struct MigrateCommand: ParsableCommand {
    private static let backupFolder = Argument<ArgumentText?>.option(
        "backup-dir", value: "DIR", completion: .folders,
        help: "Keep the old versions in DIR/.mail2graph. Default: in the folder that everything named lies in.")

    private static let interactive = Argument<Bool>.flag(
        "interactive", short: "i",
        help:
            "Ask about each send, as git add -p does, and make the changes that you accept. Answers are read from standard input, a line each.",
        section: "Decisions")

    static let declaration = CommandDeclaration(
        name: "migrate",
        abstract: "Moves the scripts that send mail to Microsoft Graph.",
        discussion: """
            See with diff first what is going to change.

            A script is written whole or not at all, keeps its encoding, line ends, permissions and owner, and is left alone where \
            somebody changed it meanwhile. Its old version is kept in .mail2graph/backup/TIME, and a journal beside that, TIME.jsonl, \
            says for each script where it lay and what it was: undo takes the run back. Of a link, the file is changed that it \
            leads to.

            A placeholder is never written: give the sign-in with the options below or in mail2graph.psd1, which init writes. migrate \
            refuses to begin without it.

            With --plan only what was accepted in the page that report makes is changed, as it was shown there. A script that was \
            edited since is left alone; what was done already is not done again. A sign-in on the command line fills the placeholders of the plan and wins over its values.

            With --interactive each change is shown and asked about; ? says what one can answer. A script is written once all about \
            it is said. Where the answers end, or at Control-C, the script at hand and those after it stay as they are.
            """,
        arguments: SelectionArguments.declarations + [interactive] + PlanArguments.declarations + MigrationArguments.declarations
            + OutputArguments.declarations + [backupFolder],
        exitCodes: DiffCommand.exitCodes,
        examples: [
            .init(
                "migrate scripts --tenant-id contoso.com --client-id 8a0e7f5c-1d2b-4c3d-9e4f-0123456789ab --certificate-thumbprint 2FD4E1C67A2D28FCED849EE1BB76E7391B93EB12",
                "Moves the scripts in a folder; they sign in with a certificate."),
            .init("migrate runbooks --auth managed-identity", "Moves runbooks of Azure Automation."),
            .init("migrate --plan mail2graph-plan.json", "Makes the changes that were accepted in a report."),
            .init("migrate --interactive scripts", "Asks about each change, and makes those that you accept."),
            .init("migrate --only tls scripts", "Sets TLS 1.2 in scripts that stay on SMTP AUTH for now."),
        ])

    private enum Work {
        /// Everything that moves.
        case all(SelectionArguments, MigrationArguments)
        /// What the person accepts who is asked.
        case questions(SelectionArguments, MigrationArguments)
        /// What was accepted before.
        case plan(PlanArguments)
    }

    private let work: Work
    private let output: OutputArguments
    private let backupParent: FilePath?

    init(_ arguments: ParsedArguments) throws(UsageError) {
        backupParent = arguments[Self.backupFolder].map { FilePath(bytes: $0.bytes) }
        let asks = arguments[Self.interactive]
        if let plan = try PlanArguments(arguments) {
            if asks { throw UsageError("--plan and --interactive exclude each other: with a plan all is decided.") }
            (work, output) = (.plan(plan), OutputArguments(arguments))
            return
        }
        let (selection, migration, output) = try scriptArguments(arguments)
        self.output = output
        work = asks ? .questions(selection, migration) : .all(selection, migration)
    }

    func run() -> Int32 {
        Interruption.watch()
        switch work {
        case .all(let selection, let migration):
            return write(allRun(selection, migration)) { _ in true }
        case .questions(let selection, let migration):
            var review = InteractiveReview(colour: output.colour.colours(STDOUT_FILENO))
            var run = allRun(selection, migration)
            run.showsProgress = false
            return write(run) { result in review.decide(&result, migration) }
        case .plan(let arguments):
            return plannedRun(arguments).map { write($0) { _ in true } } ?? UsageError.exitCode
        }
    }

    private func allRun(_ selection: SelectionArguments, _ migration: MigrationArguments) -> MigrationRun {
        MigrationRun(ScriptRun(selection, migration, output), output)
    }

    /// - Parameter decide: Takes out of a result what is not to be done. False ends the run once the rest is written.
    private func write(_ run: MigrationRun, decide: (inout ScriptResult) -> Bool) -> Int32 {
        var run = run
        if !run.missingSignIn.isEmpty {
            for problem in run.missingSignIn { run.add(problem) }
            return 2
        }
        var writer = ScriptWriter(root: run.root, backupParent: backupParent)
        run.examine { result in
            let isGoingOn = decide(&result)
            writer.write(&result)
            return isGoingOn
        }
        if writer.written == 0 && writer.failed > 0 {
            let root = run.root?.shown(from: try? resolved(FilePath("."))) ?? FilePath(".")
            run.add(Problem(.failure, root, "no script could be written", advice: "see the reasons above"))
        }
        if writer.written > 0, let recorded = writer.recorded {
            let here = try? resolved(FilePath("."))
            let undo = UndoCommand.commandLine(for: recorded.parent.shown(from: here))
            run.say("The old versions are in \(recorded.folder.shown(from: here)). To take the run back: \(undo)\n")
        }
        return run.finish(isDone: true)
    }

    // MARK: Plan

    /// Nil where the plan can't be followed, which is said.
    private func plannedRun(_ arguments: PlanArguments) -> MigrationRun? {
        let scripts: PlanScripts
        do throws(Problem) {
            scripts = try PlanScripts(arguments, backupParent: backupParent)
        } catch {
            printError(output.report.lines(for: error))
            return nil
        }
        let planned = Dictionary(uniqueKeysWithValues: scripts.scripts.map { ($0.file, $0) })
        let sizeLimit = arguments.sizeLimit
        let library = FileLibrary(sizeLimit: sizeLimit)
        var run = MigrationRun(
            ScriptRun(scripts.scripts.map(\.file), in: scripts.folder, output) { file in
                ScriptResult(applying: planned[file]!, sizeLimit: sizeLimit, library: library)
            }, output)
        for problem in scripts.problems { run.add(problem) }
        run.say("The plan: \(scripts.decisions).\n")
        if let note = scripts.signInNote { run.say(note + "\n") }
        return run
    }
}
