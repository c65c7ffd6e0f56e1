import Arguments
import Foundation
import MailMigration
import PowerShellSyntax

/// `mail2graph explain`: says why sends are treated as they are.
struct ExplainCommand: ParsableCommand {
    private static let placeArgument = Argument<[ArgumentText]>.operands(
        "FILE[:LINE]", required: true, completion: .scripts,
        help: "The script, and the line of the send as the other commands print it; the line may be a word of its own. Default: every send."
    )

    static let declaration = CommandDeclaration(
        name: "explain",
        abstract: "Says why a send is treated as it is; changes nothing.",
        discussion: """
            For each send: what becomes of it and why, the call, how each of its parameters gets its value and what is known of that \
            before the script runs, what its server is and by which rule, the mailbox that it sends from, how the migrated script \
            signs in and where, what happens when it fails, and whether TLS 1.2 is set.

            Settings and options count as for diff and migrate, so that you see what another option would come to.
            """,
        arguments: [placeArgument] + MigrationArguments.declarations + OutputArguments.declarations,
        exitCodes: [
            .init(0, "A send is explained."),
            .init(1, "There is none at this line, or in the script, or the script can't be parsed."),
            .init(2, "The run failed: a wrong command line, or a FILE that can't be read."),
        ],
        examples: [
            .init("explain scripts/report.ps1:12", "Explains the send on line 12."),
            .init("explain scripts/report.ps1", "Explains every send of the script."),
            .init("explain report.ps1 12 --server-policy all", "Explains what another option would come to."),
        ])

    private let path: FilePath
    /// Counted from 1; nil for all.
    private let line: Int?
    private let migration: MigrationArguments
    private let output: OutputArguments

    init(_ arguments: ParsedArguments) throws(UsageError) {
        (path, line) = try Self.place(arguments[Self.placeArgument])
        migration = try MigrationArguments(arguments, SettingsArguments.settings(arguments, for: [path]))
        output = OutputArguments(arguments)
    }

    /// `FILE`, `FILE:LINE`, `FILE LINE`; also with a column behind the line, as it is in messages.
    private static func place(_ words: [ArgumentText]) throws(UsageError) -> (FilePath, Int?) {
        let path = FilePath(bytes: words[0].bytes)
        switch words.count {
        case 1:
            // A name may hold a colon itself.
            if (try? FileStatus(of: path)) != nil { return (path, nil) }
            var parts = words[0].bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
            if parts.last?.isEmpty == true { parts.removeLast() }
            let numbers = parts.reversed().prefix { Int(String(decoding: $0, as: UTF8.self)) != nil }.prefix(min(2, parts.count - 1))
            guard let line = numbers.last.flatMap({ Int(String(decoding: $0, as: UTF8.self)) }) else { return (path, nil) }
            return (FilePath(bytes: parts.dropLast(numbers.count).joined(separator: [UInt8(ascii: ":")])), line)
        case 2:
            guard let line = Int(words[1].string), line > 0 else {
                throw UsageError("'\(words[1].string)' is no line; write the number of a line behind the file.")
            }
            return (path, line)
        default:
            throw UsageError("one place is explained at a time; write FILE:LINE.")
        }
    }

    func run() -> Int32 {
        let source: SourceText
        let file: ScriptFile
        do throws(FileError) {
            file = ScriptFile(path: path, location: try resolved(path), isNamed: true)
            source = SourceText(bytes: try FileContent(of: file.location).bytes)
            if source.isBinary { throw .binary }
        } catch {
            return say(Problem(.failure, path, doing: "can't be read", error), code: 2)
        }
        let parsed = ParsedScript(source)
        let loaded = FileLibrary().files(loadedBy: parsed, at: file.location)
        let script = ScriptExplanation(parsed, loaded: loaded, options: migration.options(for: file))
        if !script.errors.isEmpty {
            for error in script.errors {
                _ = say(
                    Problem(
                        .incomplete, path, line: error.line, "can't be parsed: \(error.message)", advice: "mend the script, and run again"),
                    code: 1)
            }
            return 1
        }
        return explain(script)
    }

    private func explain(_ script: ScriptExplanation) -> Int32 {
        let sends = line.map(script.sends) ?? script.sends
        let text = ExplanationText(width: min(terminalWidth() ?? 100, 120), colour: output.colour.colours(STDOUT_FILENO))
        var explained = sends.map { text.text(of: $0, in: path) }
        for lookalike in script.lookalikes where line == nil || line == lookalike.line {
            explained.append("\(path):\(lookalike.line): no send\n  \(lookalike.message)\n")
        }
        do throws(FileError) {
            try printOut(Array(explained.joined(separator: "\n").utf8))
        } catch {
            return error == .brokenPipe ? 0 : say(Problem(.failure, FilePath("standard output"), doing: "can't be written", error), code: 2)
        }
        if !explained.isEmpty { return sends.isEmpty ? 1 : 0 }
        return say(nothing(in: script), code: 1)
    }

    /// That there is no send, and where the nearest ones are.
    private func nothing(in script: ScriptExplanation) -> Problem {
        guard let line, !script.sends.isEmpty else {
            return Problem(
                .incomplete, path, "holds no send that could be found",
                advice: "see what else there is with: mail2graph inventory \(path.shellWord)")
        }
        let starts = script.sends.map(\.lines.lowerBound)
        let near = Set([starts.last { $0 <= line }, starts.first { $0 > line }].compactMap(\.self)).sorted()
        let places = near.map { "line \($0)" }.joined(separator: " and ")
        return Problem(
            .incomplete, path, line: line, "holds no send",
            advice: "the nearest \(near.count == 1 ? "is" : "are") on \(places): mail2graph explain \(path.shellWord):\(near[0])")
    }

    private func say(_ problem: Problem, code: Int32) -> Int32 {
        printError(output.report.lines(for: problem))
        return code
    }
}
