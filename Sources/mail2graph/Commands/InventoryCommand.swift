import Arguments
import Foundation

/// `mail2graph inventory`: says which scripts send mail, and how.
struct InventoryCommand: ParsableCommand {
    private static let format = Argument<InventoryFormatName>.option(
        "format", value: "FORMAT", default: .table, help: "The form of the report.")
    private static let schema = Argument<Bool>.flag(
        "schema", help: "Print the JSON Schema of --format json and do nothing else; PATH may be left out.")

    static let declaration = CommandDeclaration(
        name: "inventory",
        abstract: "Lists the scripts that send mail: how, through which server, as whom; changes nothing.",
        discussion: """
            For each place that sends it says with what, whether Send-MailMessage, a .NET class, a COM object, another module's command \
            or a program, through which server, from which mailbox and with which sign-in, whether TLS 1.2 is set, and what could move \
            to Graph and what not and why. What is on Graph already is listed too.

            Below that stands what it comes to: the Graph permissions and modules that the scripts need, the mailboxes that they send \
            from, and the commands that let their application send from those and no others.

            What looks like a password or another secret in a script stands in no report; read one all the same before you pass it on.
            """,
        arguments: SelectionArguments.declarations + [format] + DestinationArguments.declarations + [schema]
            + MigrationArguments.declarations + OutputArguments.declarations,
        exitCodes: [
            .init(0, "Every script was looked at."),
            .init(1, "A script could not be read or parsed; standard error says which and why."),
            .init(2, "The run failed: a wrong command line, a PATH that can't be read, or the report could not be written."),
        ],
        examples: [
            .init("inventory scripts", "Lists what a folder's scripts send."),
            .init("inventory scripts --format csv -o mail.csv", "Makes a list for a spreadsheet."),
            .init("inventory scripts --format html -o mail.html", "Makes a page to read, print and pass on."),
            .init("inventory --schema", "Prints what the JSON looks like."),
        ])

    private let selection: SelectionArguments?
    private let migration: MigrationArguments
    private let output: OutputArguments
    private let destination: ReportDestination
    private let format: InventoryFormatName

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let settings = try SettingsArguments.settings(arguments, for: SelectionArguments.paths(arguments))
        selection = arguments[Self.schema] ? nil : try SelectionArguments(arguments, settings)
        migration = try MigrationArguments(arguments, settings)
        output = OutputArguments(arguments)
        destination = DestinationArguments(arguments).destination
        format = arguments[Self.format]
    }

    func run() -> Int32 {
        if let problem = destination.obstacle { return output.fail(problem) }
        guard let selection else { return destination.write(Array(Inventory.schema.utf8)).map(output.fail) ?? 0 }
        var run = InventoryRun(selection, migration, output)
        let inventory = run.read()
        let isFile = destination != .standardOutput
        let format = format.format(
            for: destination, width: (isFile ? nil : terminalWidth()) ?? 100, colour: !isFile && output.colour.colours(STDOUT_FILENO),
            next: NextCommand(selection.scripts))
        run.write(format.render(inventory), to: destination)
        if let path = destination.file { output.say("\(inventory.totals.sentence) The report is in \(path).\n") }
        return run.exitCode
    }
}
