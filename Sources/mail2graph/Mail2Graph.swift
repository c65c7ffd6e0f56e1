import Arguments
import Foundation

@main
enum Mail2Graph {
    static let program = Program(
        name: "mail2graph",
        version: "0.1.0",
        abstract: "Moves PowerShell scripts off Send-MailMessage onto Microsoft Graph.",
        discussion: """
            Look, decide, apply, keep watch. Nothing is changed before migrate, and undo takes back what it did:

                mail2graph inventory scripts              which scripts send mail, and how
                mail2graph diff scripts                   what would change, and why
                mail2graph report scripts -o report.html  accept or reject each change
                mail2graph init scripts                   settings: sign-in and servers
                mail2graph migrate scripts                changes, and keeps the old versions
                mail2graph undo scripts                   puts the old versions back
                mail2graph check scripts                  for pipelines: is all moved?

            New here? mail2graph help first-steps
            """,
        groups: [
            .init("Look", [InventoryCommand.self, DiffCommand.self, ExplainCommand.self]),
            .init("Decide", [ReportCommand.self, InitCommand.self]),
            .init("Apply", [MigrateCommand.self, UndoCommand.self]),
            .init("Keep watch", [CheckCommand.self, GoldenCommand.self]),
            .init("Look inside", [ParseArguments.self]),
        ],
        topics: [.firstSteps, .signIn, .servers],
        manual: .init(
            date: "November 24, 2026",
            files: [
                .init(
                    "mail2graph.psd1",
                    "Settings: sign-in, target, servers, folders that need others. Looked for in the folder that everything named lies in and above it, then in the current folder and above that."
                ),
                .init(
                    ".mail2graph/",
                    "In the folder that migrate was given: the old versions of the scripts that were changed, and the journals that undo reads."
                ),
            ],
            environment: [
                .init("NO_COLOR", "Where it is set and not empty, nothing is coloured unless --color always is given."),
                .init("TERM", "Where it is dumb, nothing is coloured either."),
            ],
            seeAlso: "diff(1), git-apply(1), patch(1)"))

    static func main() {
        Interruption.ignoreFailedWrites()
        switch program.parse(commandLine(), width: helpWidth(), isPath: { (try? FileStatus(of: FilePath(bytes: $0.bytes))) != nil }) {
        case .run(let command):
            exit(command.run())
        case .show(let text):
            let isWritten: Void? = try? printOut(Array(text.utf8))
            exit(isWritten == nil ? 2 : 0)
        case .refuse(let error):
            printError(error.description)
            exit(UsageError.exitCode)
        }
    }

    /// The words after the program's name, byte for byte: `CommandLine.arguments` mends what is no UTF-8.
    private static func commandLine() -> [ArgumentText] {
        (1..<max(1, Int(CommandLine.argc))).compactMap { index in
            CommandLine.unsafeArgv[index].map { word in
                ArgumentText(bytes: UnsafeBufferPointer(start: word, count: strlen(word)).lazy.map(UInt8.init(bitPattern:)))
            }
        }
    }
}
