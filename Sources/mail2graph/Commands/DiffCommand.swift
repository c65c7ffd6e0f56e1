import Arguments
import Foundation
import MailMigration
import ScriptDiff

/// `mail2graph diff`: shows what `migrate` would change.
struct DiffCommand: ParsableCommand {
    static let declaration = CommandDeclaration(
        name: "diff",
        abstract: "Shows what migrate would change, and why; changes nothing.",
        discussion: """
            The diffs go to standard output, everything else to standard error: a line for each send with what becomes of it, what to \
            do where it is left as it is, and a summary. Of scripts that send no mail nothing is said.

            The files that a script dot-sources or imports are read too, wherever they lie: a Send-MailMessage of your own in one of them \
            is not the cmdlet, and what a configuration file sets is known. They are changed only where they are among the PATHs.

            On a terminal the diffs are shown as text. Elsewhere they hold the bytes of the files, whatever their encoding and line \
            ends, so that git apply and patch -p1 take them. Their paths count from the current folder; those of scripts elsewhere \
            from the root of the file system.

            Where the sign-in is not given, placeholders such as '<tenant-id>' stand in its place; migrate does not write those.
            """,
        arguments: SelectionArguments.declarations + MigrationArguments.declarations + OutputArguments.declarations,
        exitCodes: exitCodes,
        examples: [
            .init("diff scripts", "Reads the scripts in a folder and shows what would change."),
            .init("diff scripts > mail.patch", "Saves the diffs; apply them with: git apply mail.patch"),
            .init("diff --only tls scripts", "Shows the short-term fix: TLS 1.2 for scripts that stay on SMTP AUTH for now."),
            .init("diff --gitignore --exclude '*.Tests.ps1' .", "Leaves out what git ignores, and tests."),
            .init("diff --files-from changed.txt", "Reads the scripts that a list names."),
            .init("diff --target invoke-restmethod --auth managed-identity runbook.ps1", "Shows one script without any Graph module."),
        ])

    static let exitCodes = [
        CommandDeclaration.ExitCode(0, "Every send that was found moves."),
        CommandDeclaration.ExitCode(
            1,
            "A send stays on another server or was left for you, or a script could not be parsed, read or changed; standard error says which and why."
        ),
        CommandDeclaration.ExitCode(
            2, "The run failed: a wrong command line, a PATH that can't be read, missing sign-in, or nothing could be written."),
    ]

    private let selection: SelectionArguments
    private let migration: MigrationArguments
    private let output: OutputArguments

    init(_ arguments: ParsedArguments) throws(UsageError) {
        (selection, migration, output) = try scriptArguments(arguments)
    }

    func run() -> Int32 {
        let printer = DiffPrinter(
            isForPeople: isTerminal(STDOUT_FILENO) || output.colour == .always, colour: output.colour.colours(STDOUT_FILENO))
        var missing: Set<SignIn.Missing> = []
        var run = MigrationRun(ScriptRun(selection, migration, output), output)
        run.examine { result in
            guard let rewrite = result.rewrite else { return true }
            missing.formUnion(migration.options(for: result.file).missingSignIn)
            do throws(FileError) {
                try printOut(printer.print(rewrite, of: result.file))
                return true
            } catch {
                // Whoever closed the pipe has seen enough.
                if error != .brokenPipe {
                    result.problems.append(Problem(.failure, FilePath("standard output"), doing: "can't be written", error))
                }
                return false
            }
        }
        if !missing.isEmpty {
            run.say("The diffs hold placeholders. migrate needs \(missing.flags.joined(separator: ", ")).\n")
        }
        return run.finish(isDone: false)
    }
}
