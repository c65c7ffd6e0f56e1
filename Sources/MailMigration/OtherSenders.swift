import PowerShellAnalysis
import PowerShellSyntax

/// Other ways of sending mail by SMTP: they are reported, so that nobody takes a script for done that still needs them.
struct OtherSenders {
    let script: ScriptFacts

    var findings: [Finding] {
        let types = script.tree.nodes.compactMap { node -> (Node, String)? in
            if let type = TypeExpression(node), isMailType(type.typeName) { return (node, type.typeName) }
            guard let command = Command(node), command.name?.lowercased() == "new-object" else { return nil }
            for element in command.elements.dropFirst() {
                if case .expression(.string(let name)) = element, isMailType(name.value) { return (node, name.value) }
            }
            return nil
        }
        return types.map { node, name in
            Finding(
                extent: node.extent, line: script.tree.source.line(at: node.extent.start), outcome: .left,
                message: "Sends with \(name), which is not moved.",
                category: LeaveReason.Category.otherSender.rawValue,
                advice: "If it goes through Exchange Online, move it by hand or rewrite it with Send-MailMessage and run again.", notes: [])
        }
    }

    private func isMailType(_ name: String) -> Bool {
        let name = name.lowercased()
        return name.hasSuffix("net.mail.smtpclient") || name == "cdo.message" || name == "system.web.mail.smtpmail"
    }
}
