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
        let found =
            CommandSenders(script: script).found + ClassSenders(script: script).found + GraphRequests(script: script).found
            + DatabaseMail(script: script).found
        findings =
            found.filter { $0.sending.route == .smtp }.map { Finding($0, in: script, rules) }
            + RunningTexts(script: script).found.map { Finding(runningText: $0, in: script) }
            + LoadedSenders(script: script).findings
        unaffected = found.filter { $0.sending.route != .smtp }.map { found in
            UnaffectedSend(
                extent: found.node.extent, line: script.tree.source.line(at: found.node.extent.start), sending: found.sending)
        }.sorted { $0.extent < $1.extent }
    }
}

extension Finding {
    fileprivate init(_ found: FoundSender, in script: ScriptFacts, _ rules: ServerRules) {
        let start = "Sends with \(found.sending.sender.name)"
        let servers = found.sending.server.values.map { (name: $0, server: rules.server(named: $0)) }
        // Where one can't be told, it may be Exchange Online.
        let isCertain = found.sending.server.isCertain
        if isCertain, !servers.contains(where: { rules.moves($0.server) }) {
            let relays = servers.map { "\($0.name), which \($0.server.reasonToStay!)" }.joined(separator: ", or ")
            self.init(found.node, in: script, .stays, "\(start) through \(relays).", .otherServer, advice: nil, found.sending)
        } else if isCertain, servers.allSatisfy({ rules.moves($0.server) }) {
            let names = servers.map(\.name).joined(separator: " or ")
            self.init(
                found.node, in: script, .left, "\(start) through \(names), which is not moved.", .otherSender,
                advice: found.advice ?? "Move it by hand or rewrite it with Send-MailMessage and run again.", found.sending)
        } else {
            self.init(
                found.node, in: script, .left, "\(start), which is not moved.", .otherSender,
                advice: found.advice
                    ?? "If it goes through Exchange Online, move it by hand or rewrite it with Send-MailMessage and run again.",
                found.sending)
        }
    }

    /// What its arguments are, nobody has parsed.
    fileprivate init(runningText node: Node, in script: ScriptFacts) {
        self.init(
            node, in: script, .left, "Runs a text with Send-MailMessage in it.", .runningText,
            advice: "Move it by hand, or make a function or a script block of it and run again.",
            Sending(sender: Sender(kind: .text, name: "Send-MailMessage"), route: .smtp))
    }

    private init(
        _ node: Node, in script: ScriptFacts, _ outcome: Outcome, _ message: String, _ category: LeaveReason.Category, advice: String?,
        _ sending: Sending
    ) {
        self.init(
            extent: node.extent, line: script.tree.source.line(at: node.extent.start), outcome: outcome, message: message,
            category: category.rawValue, advice: advice, notes: [], sending: sending)
    }
}
