import Arguments
import Foundation

/// `mail2graph check`: tells a pipeline whether anything has still to move.
struct CheckCommand: ParsableCommand {
    private static let format = Argument<RemarkFormatName>.option(
        "format", value: "FORMAT", default: .text, help: "The form of the report.")
    private static let strict = Argument<Bool>.flag(
        "strict", help: "Remark on sends through other servers than Exchange Online too. Default: they may stay.")

    static let declaration = CommandDeclaration(
        name: "check",
        abstract: "Tells pipelines and commit hooks whether a script still sends with SMTP AUTH or sets an old TLS; changes nothing.",
        discussion: """
            A line for each remark goes to standard output, path:line:column: warning: what is wrong and what to do [rule], and a summary \
            to standard error. What is remarked on is a send that could move to Graph or has to be moved by hand, and a setting of TLS that \
            allows nothing newer than 1.1 (Ssl3, Tls, Tls11), in scripts that send no mail too.

            What goes through a server that is known not to be Exchange Online may stay, and so may what is on Graph already.

            There are examples for GitHub Actions, Azure Pipelines, pre-commit and git itself in examples/ci.
            """,
        arguments: SelectionArguments.declarations + [format] + DestinationArguments.declarations + [strict]
            + MigrationArguments.ofServers + OutputArguments.declarations,
        exitCodes: [
            .init(0, "There is nothing to remark."),
            .init(1, "There is, or a script could not be read or parsed."),
            .init(2, "The run failed: a wrong command line, a PATH that can't be read, or the report could not be written."),
        ],
        examples: [
            .init("check scripts", "Checks a folder."),
            .init("check --format github scripts", "Shows the remarks beside the code of a pull request."),
            .init("check --format sarif -o mail2graph.sarif scripts", "Makes a report for code scanning."),
        ])

    private let selection: SelectionArguments
    private let migration: MigrationArguments
    private let output: OutputArguments
    private let destination: ReportDestination
    private let format: RemarkFormatName
    private let isStrict: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        (selection, migration, output) = try scriptArguments(arguments)
        destination = DestinationArguments(arguments).destination
        format = arguments[Self.format]
        isStrict = arguments[Self.strict]
    }

    func run() -> Int32 {
        if let problem = destination.obstacle { return output.fail(problem) }
        var run = InventoryRun(selection, migration, output)
        let inventory = run.read()
        let remarks = inventory.remarks.filter { isStrict || $0.rule != .relay }
        run.write(format.render(remarks, of: inventory), to: destination)
        output.say(summary(remarks, of: inventory))
        return remarks.isEmpty ? run.exitCode : max(run.exitCode, 1)
    }

    private func summary(_ remarks: [Remark], of inventory: Inventory) -> String {
        if inventory.totals.scripts == 0 { return "No script was checked.\n" }
        let count = counted(inventory.totals.scripts, "script") + " checked, " + counted(remarks.count, "remark") + "."
        if remarks.isEmpty { return count + "\n" }
        return count + " See what would change with: \(NextCommand(selection.scripts).line)\n"
    }
}
