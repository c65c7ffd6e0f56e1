import Arguments
import Foundation

/// `mail2graph undo`: takes back what `migrate` did.
struct UndoCommand: ParsableCommand {
    private static let pathArgument = Argument<[ArgumentText]>.operands(
        "PATH", required: false, completion: .folders,
        help: "The folder that holds .mail2graph: the one that migrate was given, or its --backup-dir. Default: the current folder.")
    private static let runArgument = Argument<RunName?>.option(
        "run", value: "RUN", help: "Take back this run, by the name that --list shows. Default: the last that was not taken back.")
    private static let listArgument = Argument<Bool>.flag("list", help: "Print the runs, the last one first, and change nothing.")
    private static let quiet = Argument<Bool>.flag("quiet", short: "q", help: "Say only what went wrong.")
    private static let colourArgument = Argument<ColourChoice>.option("color", value: "WHEN", default: .auto, help: "Colours.")

    static let declaration = CommandDeclaration(
        name: "undo",
        abstract: "Takes back the last run of migrate.",
        discussion: """
            Every script that the run changed gets its old bytes, permissions and time of change again; each is written whole or not at \
            all. A run that was cut short at any moment can be taken back too, and so can an undo that was cut short: run it again.

            A script that was edited since, is gone, or is a link now is left alone, and a message says where its old version is: no \
            edit is ever overwritten. Compare the two and decide. The run counts as taken back once everything is as it was; until \
            then undo tries the rest of it again, and an earlier run can be taken back by its name with --run.

            A second undo takes back the run before. The old versions are never deleted; when you need them no more, delete .mail2graph.
            """,
        arguments: [pathArgument, runArgument, listArgument, quiet, colourArgument],
        exitCodes: [
            .init(0, "Everything is as it was before the run."),
            .init(1, "A script was left as it is; standard error says which, why and what to do."),
            .init(2, "The run failed: a wrong command line, a PATH without such a run, or nothing could be put back."),
        ],
        examples: [
            .init("undo scripts", "Takes back what the last migrate did to the scripts in a folder."),
            .init("undo --list scripts", "Shows which runs there were."),
            .init("undo --run 20250131T120000Z scripts", "Takes back one of them."),
        ])

    private let paths: [FilePath]
    private let name: RunName?
    private let isListing: Bool
    private let isQuiet: Bool
    private let report: ReportLines

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let named = arguments[Self.pathArgument].map { FilePath(bytes: $0.bytes) }
        paths = named.isEmpty ? [FilePath(".")] : named
        name = arguments[Self.runArgument]
        isListing = arguments[Self.listArgument]
        isQuiet = arguments[Self.quiet]
        report = ReportLines(colour: arguments[Self.colourArgument].colours(STDERR_FILENO))
        if isListing && name != nil { throw UsageError("--list and --run exclude each other; --list shows every run.") }
    }

    func run() -> Int32 {
        if isListing { return list() }
        Interruption.watch()
        var undo = UndoRun(report: report, isQuiet: isQuiet)
        for path in paths where !Interruption.isRequested { undo.takeBack(name, of: path) }
        return undo.exitCode
    }

    /// How one would type it.
    static func commandLine(for folders: FilePath..., run: RunName? = nil, isListing: Bool = false) -> String {
        commandLine(for: folders, run: run, isListing: isListing)
    }

    static func commandLine(for folders: [FilePath], run: RunName? = nil, isListing: Bool = false) -> String {
        var words = ["mail2graph", "undo"]
        if isListing { words.append("--list") }
        if let run { words += ["--run", "\(run)"] }
        if folders != [FilePath(".")] { words += folders.map(\.shellWord) }
        return words.joined(separator: " ")
    }

    private func list() -> Int32 {
        var exitCode: Int32 = 0
        for path in paths {
            do throws(FileError) {
                let history = try RunHistory(of: path)
                let title = paths.count > 1 ? "\(path):\n" : ""
                try printOut(Array((title + (history.runs.isEmpty ? "no runs\n" : RunTable(history).text)).utf8))
            } catch {
                if error == .brokenPipe { return exitCode }
                let problem =
                    Problem(runsOfFile: path, error, isListing: true) ?? Problem(.failure, path, doing: "its runs can't be listed", error)
                printError(report.lines(for: problem))
                exitCode = 2
            }
        }
        return exitCode
    }
}

extension RunName: ArgumentValue {
    init?(argument: ArgumentText) { self.init(argument.string) }
    var argument: String { description }
}
