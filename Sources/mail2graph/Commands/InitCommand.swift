import Arguments
import Foundation
import MailMigration

/// `mail2graph init`: writes a settings file to begin with.
struct InitCommand: ParsableCommand {
    private static let folderArgument = Argument<ArgumentText?>.optionalOperand(
        "DIR", completion: .folders, help: "The folder of the scripts that the settings are for. Default: the current folder.")

    static let declaration = CommandDeclaration(
        name: "init",
        abstract: "Writes mail2graph.psd1, the settings for the scripts of a folder, to be filled in.",
        discussion: """
            The file explains every setting and holds its default. What is given with the options below is filled in. A file that is \
            there already is never overwritten.
            """,
        arguments: [folderArgument] + MigrationArguments.settingDeclarations,
        exitCodes: [
            .init(0, "The file is written."),
            .init(2, "It is not: there is one already, the command line is wrong, or it can't be written."),
        ],
        examples: [
            .init("init scripts", "Writes scripts/mail2graph.psd1."),
            .init("init --auth managed-identity", "Writes the settings for runbooks of Azure Automation to the current folder."),
        ])

    private let folder: FilePath
    private let said: MigrationSettings

    init(_ arguments: ParsedArguments) throws(UsageError) {
        folder = arguments[Self.folderArgument].map { FilePath(bytes: $0.bytes) } ?? FilePath(".")
        said = try MigrationArguments.flags(arguments)
        let options = said.options(scope: .all, stripsSignatures: false)
        if let conflict = options.signIn.conflict(with: options.target) { throw UsageError(conflict + ".") }
    }

    func run() -> Int32 {
        let file = folder == FilePath(".") ? FilePath(Settings.fileName) : folder.appending(Settings.fileName)
        do throws(FileError) {
            try writeWhole(Array(SettingsText(said).text.utf8), to: file, replaces: false)
        } catch {
            printError(
                ReportLines(colour: ColourChoice.auto.colours(STDERR_FILENO)).lines(
                    for: Problem(.failure, file, doing: "can't be written", error)))
            return 2
        }
        let missing = said.options(scope: .all, stripsSignatures: false).missingSignIn
        let fill = missing.isEmpty ? "" : "Fill in \(missing.map(\.keys).joined(separator: ", ")), or another way to sign in.\n"
        printError("\(file) is written.\n\(fill)Then see what would change: mail2graph diff \(folder.shellWord)\n")
        return 0
    }
}
