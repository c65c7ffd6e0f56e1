import MailMigration
import ScriptDiff

/// The lines on standard error that say what was found and what went wrong.
struct ReportLines: Sendable {
    var colour: Bool

    /// `path:line: left: reason`, below it what to do and what to know.
    /// - Parameter isDone: Whether it says so; not where somebody has still to decide.
    func lines(for finding: Finding, in path: FilePath, isDone: Bool = true) -> String {
        let place = "\(path):\(finding.line): "
        let outcome = isDone ? styled(finding.outcome.rawValue, style(of: finding.outcome)) + ": " : ""
        var lines = place + outcome + visible(finding.message) + "\n"
        if let advice = finding.advice { lines += "    " + visible(advice) + "\n" }
        for note in finding.notes { lines += "    Note: " + visible(note) + "\n" }
        return lines
    }

    func lines(for problem: Problem) -> String {
        let place = problem.line.map { "\(problem.path):\($0)" } ?? "\(problem.path)"
        let advice = problem.advice.isEmpty ? "" : "; \(problem.advice)"
        return "\(place): " + styled(word(for: problem.weight), style(of: problem.weight)) + ": " + visible(problem.reason + advice) + "\n"
    }

    // MARK: Style

    private func word(for weight: Problem.Weight) -> String {
        switch weight {
        case .note: "note"
        case .incomplete: "warning"
        case .failure: "error"
        }
    }

    private func style(of outcome: Finding.Outcome) -> TerminalStyle {
        switch outcome {
        case .moved, .secured: .green
        case .left: .yellow
        case .stays, .elsewhere: .faint
        }
    }

    private func style(of weight: Problem.Weight) -> TerminalStyle {
        switch weight {
        case .note: .faint
        case .incomplete: .yellow
        case .failure: .red
        }
    }

    private func styled(_ text: String, _ style: TerminalStyle) -> String { style(text, colour: colour) }
}
