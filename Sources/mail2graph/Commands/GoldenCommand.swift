import Arguments
import Foundation
import GoldenFiles
import MailMigration
import ScriptDiff

/// `mail2graph golden`: compares what becomes of scripts with what is kept of them.
struct GoldenCommand: ParsableCommand {
    private static let folderArgument = Argument<ArgumentText>.operand(
        "DIR", completion: .folders, help: "The folder with the scripts: one in each of its folders, named before.ps1, or as they are.")
    private static let updateArgument = Argument<Bool>.flag(
        "update", help: "Write what becomes of the scripts now in place of what is kept, and say which files changed.")
    private static let allTargets = Argument<Bool>.flag("all-targets", help: "Compare the results of every target, not only of one.")

    static let declaration = CommandDeclaration(
        name: "golden",
        abstract: "Compares what migrate makes of scripts with what it made of them before.",
        discussion: """
            Keep scripts like yours in a folder, with what becomes of them, and see with each new version of the tool or of your \
            settings what would come out otherwise. The scripts themselves are never changed.

                mail2graph golden --update cases    writes what becomes of the scripts; read it, and keep it with them
                mail2graph golden cases             shows what has changed since

            A script named before.ps1 has its folder to itself: after.TARGET.ps1 is what becomes of it, TARGET.diff what changes, \
            report.txt what is said of it; the first two are absent where nothing changes. A file named options beside it holds \
            options of the command line for this script, one a line. Of other scripts, report.ps1 say, all that is kept in a folder \
            beside them, report.ps1.golden, which the other commands pass over unless it is named.

            Options of the command line win over those of a case, and those over mail2graph.psd1.
            """,
        arguments: [folderArgument, updateArgument, allTargets] + MigrationArguments.declarations + OutputArguments.declarations,
        exitCodes: [
            .init(0, "Everything comes out as it is kept, or was written."),
            .init(1, "Something comes out otherwise, or nothing is kept of a script yet."),
            .init(2, "The run failed: a wrong command line, a DIR without scripts, or a file that can't be read or written."),
        ],
        examples: [
            .init("golden cases", "Shows what comes out otherwise than it is kept."),
            .init("golden --update cases", "Writes what comes out, for scripts that nothing is kept of too."),
            .init("golden --all-targets cases/report", "Compares one case, for every target."),
        ])

    private let folder: FilePath
    private let isUpdating: Bool
    private let targets: [Target]?
    private let given: ParsedArguments
    private let settings: Settings
    private let output: OutputArguments

    init(_ arguments: ParsedArguments) throws(UsageError) {
        folder = FilePath(bytes: arguments[Self.folderArgument].bytes)
        isUpdating = arguments[Self.updateArgument]
        targets = arguments[Self.allTargets] ? Target.allCases : nil
        given = arguments
        settings = try SettingsArguments.settings(arguments, for: [folder])
        output = OutputArguments(arguments)
        // What is wrong with them is said once, and not of each script.
        _ = try MigrationArguments(arguments, settings)
    }

    func run() -> Int32 {
        let folders: [GoldenFolder]
        do throws(FileError) {
            folders = try GoldenFolder.all(in: folder)
        } catch {
            return output.fail(Problem(.failure, folder, doing: "the folder can't be read", error))
        }
        if folders.isEmpty {
            return output.fail(
                Problem(
                    .failure, folder, "holds no scripts", advice: "put some there, and run with --update: it writes what becomes of them"))
        }
        if let file = settings.file { output.say("Settings: \(file)\n") }
        var exitCode: Int32 = 0
        var counts = Counts()
        let (given, settings, targets) = (given, settings, targets)
        doInOrder(folders.count) { index in
            let folder = folders[index]
            return GoldenComparison(folder) { () throws(UsageError) in
                try folder.options(given: given, settings: settings, targets: targets)
            }
        } use: { comparison in
            counts.add(comparison)
            for problem in comparison.problems {
                printError(output.report.lines(for: problem))
                exitCode = max(exitCode, problem.weight == .failure ? 2 : 1)
            }
            do throws(FileError) {
                exitCode = max(exitCode, isUpdating ? update(comparison) : try show(comparison))
                return true
            } catch {
                if error != .brokenPipe {
                    exitCode = output.fail(Problem(.failure, FilePath("standard output"), doing: "can't be written", error))
                }
                return false
            }
        }
        output.say(counts.summary(isUpdating: isUpdating, command: "mail2graph golden --update \(folder.shellWord)"))
        return exitCode
    }

    private func show(_ comparison: GoldenComparison) throws(FileError) -> Int32 {
        if comparison.changes.isEmpty { return 0 }
        if comparison.isNew {
            printError(
                output.report.lines(for: Problem(.incomplete, comparison.folder.before, "nothing is kept of what becomes of it yet")))
            return 1
        }
        let isForPeople = isTerminal(STDOUT_FILENO) || output.colour == .always
        let renderer = TerminalRenderer(colour: output.colour.colours(STDOUT_FILENO))
        for change in comparison.changes {
            try printOut(isForPeople ? Array(renderer.render(change.difference).utf8) : change.difference.patch)
        }
        return 1
    }

    private func update(_ comparison: GoldenComparison) -> Int32 {
        let kept = comparison.folder.kept
        if !comparison.changes.isEmpty { _ = kept.withCString { mkdir($0, 0o777) } }
        for change in comparison.changes {
            do throws(FileError) {
                if let content = change.file.content {
                    try writeWhole(content, to: change.path, replaces: true)
                } else {
                    try system { change.path.withCString { unlink($0) } }
                }
                output.say("\(change.path): \(change.file.content == nil ? "removed" : "written")\n")
            } catch {
                return output.fail(Problem(.failure, change.path, doing: "can't be written", error))
            }
        }
        return 0
    }
}

/// How a run of golden came out.
private struct Counts {
    var scripts = 0
    var changed = 0
    var new = 0
    var failed = 0

    mutating func add(_ comparison: GoldenComparison) {
        scripts += 1
        if !comparison.problems.isEmpty { failed += 1 }
        if comparison.changes.isEmpty { return }
        if comparison.isNew { new += 1 } else { changed += 1 }
    }

    /// - Parameter command: What writes what comes out now.
    func summary(isUpdating: Bool, command: String) -> String {
        let parts = [
            (changed, isUpdating ? "brought up to date" : "other than kept"), (new, isUpdating ? "new" : "without anything kept"),
            (failed, "with problems (see above)"),
        ]
        let said = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        let all = (scripts == 1 ? "1 script" : "\(scripts) scripts") + ": " + (said.isEmpty ? "as kept" : said) + ".\n"
        if changed + new == 0 { return all }
        return all + (isUpdating ? "Read what was written before you keep it.\n" : "Where it is right, write it: \(command)\n")
    }
}
