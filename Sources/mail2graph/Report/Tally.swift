import MailMigration
import ScriptDiff

/// What a run found, counted.
struct Tally: Sendable {
    private(set) var scripts = 0
    private var findings: [Finding.Outcome: Int] = [:]
    /// How often each reason to leave a send was given.
    private var reasons: [String: Int] = [:]
    /// Sends whose scripts could not be changed.
    private var stuck = 0
    private var unparsed = 0
    /// The problems of scripts that could not be parsed: these are counted as scripts.
    private var syntaxErrors = 0
    private var problems: [Problem.Weight: Int] = [:]

    /// How many reasons a summary lists.
    private static let reasonLimit = 10

    mutating func count(_ result: ScriptResult) {
        scripts += 1
        for finding in result.findings {
            findings[finding.outcome, default: 0] += 1
            if finding.outcome == .left { reasons[finding.category ?? finding.message, default: 0] += 1 }
        }
        stuck += result.stuckSends
        if let errors = result.migration?.errors, !errors.isEmpty {
            unparsed += 1
            syntaxErrors += errors.count
        }
        for problem in result.problems { count(problem) }
    }

    mutating func count(_ problem: Problem) {
        problems[problem.weight, default: 0] += 1
    }

    /// 0 where everything that was found moves, 1 where something does not, relays included: they are for a person to confirm. 2 where what was asked for by name could not be done.
    var exitCode: Int32 {
        if problems[.failure] != nil { return 2 }
        return findings[.left] != nil || findings[.stays] != nil || unparsed > 0 || problems[.incomplete] != nil ? 1 : 0
    }

    /// A few lines.
    /// - Parameter isDone: Whether the files were changed, or are to be.
    func summary(isDone: Bool) -> String {
        let sends = findings.values.reduce(stuck, +)
        let found = sends == 0 ? "no send" : counted(sends, "send")
        var lines = [scripts == 0 ? "No script was read." : "\(counted(scripts, "script")) read, \(found) found."]
        func add(_ count: Int?, _ text: String) {
            if let count, count > 0 { lines.append("  \(count) " + text) }
        }
        add(findings[.moved], isDone ? "moved to Graph" : "would move to Graph")
        let stay = findings[.secured] == 1 ? "stays" : "stay"
        add(findings[.secured], "\(isDone ? stay : "would stay") on SMTP AUTH with TLS 1.2")
        add(
            findings[.stays],
            findings[.stays] == 1
                ? "does not go through Exchange Online and stays as it is" : "do not go through Exchange Online and stay as they are")
        add(
            findings[.elsewhere],
            findings[.elsewhere] == 1
                ? "calls a command of another file and stays as it is" : "call a command of another file and stay as they are")
        add(findings[.left], "left for you:")
        let byCount = reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        for (reason, count) in byCount.prefix(Self.reasonLimit) { lines.append("    \(count) × \(visible(reason))") }
        let others = byCount.dropFirst(Self.reasonLimit).reduce(0) { $0 + $1.value }
        if others > 0 { lines.append("    \(others) × for other reasons (see above)") }
        add(stuck, "could not be moved, as \(stuck == 1 ? "its script" : "their scripts") can't be changed (see above)")
        add(unparsed, unparsed == 1 ? "script could not be parsed" : "scripts could not be parsed")
        let troubles = (problems[.incomplete] ?? 0) + (problems[.failure] ?? 0) - syntaxErrors
        add(troubles, troubles == 1 ? "file or folder had a problem (see above)" : "files or folders had problems (see above)")
        return lines.map { $0 + "\n" }.joined()
    }
}

func counted(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
