import Arguments
import MailMigration
import ScriptDiff

/// An explanation for people.
struct ExplanationText {
    /// Columns.
    let width: Int
    let colour: Bool

    /// - Parameter path: Of the script, as it is shown.
    func text(of explanation: Explanation, in path: FilePath) -> String {
        let verdict = explanation.outcome.map { style(of: $0)($0.rawValue, colour: colour) } ?? "nothing to migrate"
        var text = "\(path):\(explanation.lines.lowerBound): \(verdict)\n"
        text += paragraph(explanation.message, indent: 2)
        if let advice = explanation.advice { text += paragraph(advice, indent: 2) }
        for note in explanation.notes { text += paragraph("Note: " + note, indent: 2) }
        if let call = explanation.call { text += title("The call") + lines(call) }
        if !explanation.arguments.isEmpty { text += title("What it gets") + explanation.arguments.map(argument).joined() }
        text += title("What decides") + explanation.remarks.map(remark).joined()
        return text
    }

    // MARK: Parts

    private func title(_ title: String) -> String { "\n  " + TerminalStyle.bold(title, colour: colour) + "\n" }

    private func lines(_ call: String) -> String {
        call.split(separator: "\n", omittingEmptySubsequences: false).map { "    \(visible(String($0)))\n" }.joined()
    }

    /// On one line where there is no more to say than fits.
    private func argument(_ argument: ArgumentExplanation) -> String {
        let head = argument.value.isEmpty ? "-\(argument.parameter)" : "-\(argument.parameter) \(argument.value)"
        let how = "\(argument.binding); \(argument.knowledge)."
        let line = visible("    \(head): \(how)")
        if argument.origins.isEmpty && line.count <= width { return line + "\n" }
        let sentences = [how.prefix(1).uppercased() + how.dropFirst()] + argument.origins
        return paragraph(head, indent: 4) + paragraph(sentences.joined(separator: " "), indent: 8)
    }

    private func remark(_ remark: Explanation.Remark) -> String {
        paragraph(remark.text, indent: 4 + Self.topicWidth, after: remark.topic.rawValue)
    }

    /// The longest topic and two blanks.
    private static let topicWidth = (Explanation.Remark.Topic.allCases.map { $0.rawValue.count }.max() ?? 0) + 2

    /// - Parameter head: What stands in front of the first line.
    private func paragraph(_ text: String, indent: Int, after head: String = "") -> String {
        let blank = String(repeating: " ", count: indent)
        let first = head.isEmpty ? blank : "    " + head + String(repeating: " ", count: indent - 4 - head.count)
        return visible(text).wrapped(to: width - indent).enumerated().map { ($0 == 0 ? first : blank) + $1 + "\n" }.joined()
    }

    private func style(of outcome: Finding.Outcome) -> TerminalStyle {
        switch outcome {
        case .moved, .secured: .green
        case .left: .yellow
        case .stays, .elsewhere: .faint
        }
    }
}
