import PowerShellAnalysis
import PowerShellSyntax

/// Other ways of sending mail than Send-MailMessage. What uses SMTP is reported, so that nobody takes a script for done that
/// still needs it.
struct OtherSenders {
    /// What goes by SMTP.
    let findings: [Finding]
    /// What does not.
    let unaffected: [UnaffectedSend]

    init(in script: ScriptFacts, rules: ServerRules) {
        let found = CommandSenders(script: script).found + ClassSenders(script: script).found + GraphRequests(script: script).found
        func line(_ node: Node) -> Int { script.tree.source.line(at: node.extent.start) }
        unaffected = found.filter { $0.sending.route != .smtp }.map {
            UnaffectedSend(extent: $0.node.extent, line: line($0.node), sending: $0.sending)
        }.sorted { $0.extent < $1.extent }
        findings =
            found.filter { $0.sending.route == .smtp }.map { found in
                let relay = found.sending.relay(by: rules)
                return Finding(
                    extent: found.node.extent, line: line(found.node), outcome: relay == nil ? .left : .stays,
                    message: "Sends with \(found.sending.sender.name)" + (relay.map { " through \($0)." } ?? ", which is not moved."),
                    category: (relay == nil ? LeaveReason.Category.otherSender : .otherServer).rawValue,
                    advice: relay == nil
                        ? "If it goes through Exchange Online, move it by hand or rewrite it with Send-MailMessage and run again." : nil,
                    notes: [], sending: found.sending)
            }
            + RunningTexts(script: script).found.map { text in
                Finding(
                    extent: text.extent, line: line(text), outcome: .left, message: "Runs a text with Send-MailMessage in it.",
                    category: LeaveReason.Category.runningText.rawValue,
                    advice: "Move it by hand, or make a function or a script block of it and run again.", notes: [], sending: .inText)
            }
    }
}

extension Sending {
    /// Of a text whose arguments nobody has parsed.
    fileprivate static let inText = Sending(sender: Sender(kind: .text, name: "Send-MailMessage"), route: .smtp)

    /// The servers where all are known and none is Exchange Online, with what they are: part of a sentence.
    fileprivate func relay(by rules: ServerRules) -> String? {
        let servers = server.values.map { rules.server(named: $0) }
        guard server.isCertain, !servers.contains(where: rules.moves) else { return nil }
        return zip(server.values, servers).map { "\($0), which \($1.reasonToStay!)" }.joined(separator: ", or ")
    }
}
