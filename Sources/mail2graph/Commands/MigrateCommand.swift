import Arguments
import MailMigration
import ScriptDiff

/// `mail2graph migrate`: changes the scripts.
struct MigrateCommand: ParsableCommand {
    private static let backupFolder = Argument<ArgumentText?>.option(
        "backup-dir", value: "DIR", completion: .folders,
        help: "Keep the old versions in DIR/.mail2graph. Default: in the folder that everything named lies in.")

    static let declaration = CommandDeclaration(
        name: "migrate",
        abstract: "Moves the scripts that send mail to Microsoft Graph.",
        discussion: """
            See with diff first what is going to change.

            A script is written whole or not at all, keeps its encoding, line ends, permissions and owner, and is left alone where \
            somebody changed it meanwhile. Its old version is kept in .mail2graph/backup/TIME, and a journal beside that, TIME.jsonl, \
            says for each script where it lay and what it was: undo takes the run back. Of a link, the file is changed that it \
            leads to.

            A placeholder is never written: give the sign-in with the options below. migrate refuses to begin without it.
            """,
        arguments: SelectionArguments.declarations + MigrationArguments.declarations + OutputArguments.declarations + [backupFolder],
        exitCodes: DiffCommand.exitCodes,
        examples: [
            .init(
                "migrate scripts --tenant-id contoso.com --client-id 8a0e7f5c-1d2b-4c3d-9e4f-0123456789ab --certificate-thumbprint 2FD4E1C67A2D28FCED849EE1BB76E7391B93EB12",
                "Moves the scripts in a folder; they sign in with a certificate."),
            .init("migrate runbooks --auth managed-identity", "Moves runbooks of Azure Automation."),
            .init("migrate --only tls scripts", "Sets TLS 1.2 in scripts that stay on SMTP AUTH for now."),
        ])

    private let selection: SelectionArguments
    private let migration: MigrationArguments
    private let output: OutputArguments
    private let backupParent: FilePath?

    init(_ arguments: ParsedArguments) throws(UsageError) {
        selection = try SelectionArguments(arguments)
        migration = try MigrationArguments(arguments)
        output = OutputArguments(arguments)
        backupParent = arguments[Self.backupFolder].map { FilePath(bytes: $0.bytes) }
        let missing = migration.missing
        if !missing.isEmpty {
            throw UsageError(
                "the migrated scripts could not sign in: \(missing.joined(separator: ", ")) \(missing.count == 1 ? "is" : "are") missing. "
                    + "Give what is missing, or choose another way to sign in with --auth.")
        }
    }

    func run() -> Int32 {
        Interruption.watch()
        var run = MigrationRun(ScriptRun(selection, migration, output.report), output)
        var writer = ScriptWriter(root: run.root, backupParent: backupParent)
        run.examine { result in
            writer.write(&result)
            return true
        }
        if writer.written == 0 && writer.failed > 0 {
            run.add(Problem(.failure, run.root ?? FilePath("."), "no script could be written", advice: "see the reasons above"))
        }
        if let recorded = writer.recorded {
            let here = try? resolved(FilePath("."))
            let undo = UndoCommand.commandLine(for: recorded.parent.shown(from: here))
            run.say("The old versions are in \(recorded.folder.shown(from: here)). To take the run back: \(undo)\n")
        }
        return run.finish(isDone: true)
    }
}
