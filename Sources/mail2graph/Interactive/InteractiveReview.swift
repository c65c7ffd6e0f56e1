import Foundation
import MailMigration
import PowerShellSyntax
import ScriptDiff

/// Asks about each send of a script, one after the other, as `git add -p` asks about hunks.
struct InteractiveReview {
    /// Whether the rest is to be left alone: the person quit, or gives no answers any more.
    private var isOver = false
    /// Whether it is over because answers ran out or the run was interrupted.
    private var isCutShort = false
    private var reader = AnswerReader()
    private let report: ReportLines
    private let colour: Bool

    /// - Parameter colour: Whether standard output shows colours.
    init(colour: Bool) {
        self.colour = colour
        report = ReportLines(colour: colour)
    }

    /// Changes a result to what the person accepts. Where they give no answers any more, nothing of the script changes.
    /// - Returns: Whether to go on with the next script.
    mutating func decide(_ result: inout ScriptResult, _ migration: MigrationArguments) -> Bool {
        do throws(FileError) {
            try decide(&result, migration.options(for: result.file))
        } catch {
            (isOver, isCutShort) = (true, true)
            leave(&result, migration.options(for: result.file), decisions: [:])
            result.problems.append(Problem(.failure, FilePath("standard output"), doing: "the questions can't be written", error))
        }
        // The run says by itself that it was interrupted.
        if Interruption.isRequested { return true }
        if isCutShort {
            result.problems.append(
                Problem(
                    .failure, result.file.path,
                    "standard input ended before all about it was said, so it and what follows stay as they are",
                    advice: "run again in a terminal, or give an answer for each change"))
        } else if isOver {
            result.problems.append(
                Problem(.note, result.file.path, "was the last script that was asked about; what follows stays as it is"))
        }
        return !isOver
    }

    private mutating func decide(_ result: inout ScriptResult, _ options: MigrationOptions) throws(FileError) {
        guard !isOver, result.rewrite != nil, let migration = result.migration else { return }
        let sends = migration.findings.filter(\.changes)
        if sends.isEmpty { return }
        var decisions: [Int: Bool] = [:]
        var rest: Bool?
        for (number, send) in sends.enumerated() where !isOver {
            if rest == nil {
                let step = Step(migration: migration, options: options, sends: sends.map(\.extent.start), decisions: decisions)
                rest = try ask(
                    about: send, "\(number + 1)/\(sends.count)", in: result.file.path,
                    diff: step.diff(accepting: send.extent.start, in: result.file.path)
                ) { decisions[send.extent.start] = $0 }
            }
            if let rest, decisions[send.extent.start] == nil, !isOver { decisions[send.extent.start] = rest }
        }
        leave(&result, options, decisions: isCutShort ? [:] : decisions)
    }

    /// Takes out of a result what was not accepted.
    private func leave(_ result: inout ScriptResult, _ options: MigrationOptions, decisions: [Int: Bool]) {
        var options = options
        options.rejected = Set((result.migration?.findings ?? []).filter(\.changes).map(\.extent.start).filter { decisions[$0] != true })
        result.migrate(options)
        result.undecided = options.rejected.filter { decisions[$0] == nil }
    }

    /// - Parameter decide: Takes what is said to this send.
    /// - Returns: What is said to the rest of the script; nil where that is asked for.
    private mutating func ask(
        about send: Finding, _ number: String, in path: FilePath, diff: UnifiedDiff, decide: (Bool) -> Void
    ) throws(FileError) -> Bool? {
        try show("\n" + TerminalRenderer(colour: colour).render(diff) + report.lines(for: send, in: path, isDone: false))
        while true {
            try show(TerminalStyle.bold("(\(number)) Accept this change \(Answer.prompt)", colour: colour))
            guard let line = reader.next() else {
                try show("\n")
                (isOver, isCutShort) = (true, true)
                return nil
            }
            switch Answer(typed: line) {
            case .yes: decide(true)
            case .no: decide(false)
            case .yesToRest: return true
            case .noToRest: return false
            case .quit: isOver = true
            case .help, nil:
                try show(Answer.explanation)
                continue
            }
            return nil
        }
    }

    private func show(_ text: String) throws(FileError) { try printOut(Array(text.utf8)) }
}

/// How a script stands after what was accepted so far.
private struct Step {
    let migration: Migration
    let options: MigrationOptions
    let sends: [Int]
    let decisions: [Int: Bool]

    /// What is changed by accepting one more.
    func diff(accepting send: Int, in path: FilePath) -> UnifiedDiff {
        UnifiedDiff(from: text(decisions), to: text(decisions.merging([send: true]) { $1 }), path: path.bytes)
    }

    private func text(_ decisions: [Int: Bool]) -> [UInt8] {
        var options = options
        options.rejected = Set(sends.filter { decisions[$0] != true })
        return (try? migration.again(with: options).migrated())?.text ?? migration.source.text
    }
}
