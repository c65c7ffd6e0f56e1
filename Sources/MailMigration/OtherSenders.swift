import PowerShellAnalysis
import PowerShellSyntax

/// Other ways of sending mail by SMTP: they are reported, so that nobody takes a script for done that still needs them.
struct OtherSenders {
    let script: ScriptFacts

    var findings: [Finding] { mailTypes + runningTexts }

    /// Texts with the command in them that are run: `Invoke-Expression`, `powershell -Command`, `[scriptblock]::Create()`.
    private var runningTexts: [Finding] {
        let runners = [
            "invoke-expression", "iex", "powershell", "powershell.exe", "pwsh", "pwsh.exe", "start-process", "new-scheduledtaskaction",
            "schtasks", "schtasks.exe",
        ]
        return script.tree.nodes.compactMap { node in
            let arguments: [Expression]
            if let command = Command(node), runners.contains(command.name?.lowercased() ?? "") {
                arguments = command.elements.dropFirst().compactMap { if case .expression(let expression) = $0 { expression } else { nil } }
            } else if let call = InvokeMemberExpression(node), call.memberName?.lowercased() == "create", call.isStatic,
                call.expression.text.lowercased() == "[scriptblock]"
            {
                arguments = call.arguments
            } else {
                return nil
            }
            guard arguments.contains(where: holdsSend) else { return nil }
            return Finding(
                extent: node.extent, line: script.tree.source.line(at: node.extent.start), outcome: .left,
                message: "Runs a text with Send-MailMessage in it.", category: LeaveReason.Category.runningText.rawValue,
                advice: "Move it by hand, or make a function or a script block of it and run again.", notes: [])
        }
    }

    private func holdsSend(_ expression: Expression) -> Bool {
        switch expression {
        case .string, .expandableString: return expression.text.lowercased().contains("send-mailmessage")
        case .arrayLiteral(let list): return list.elements.contains(where: holdsSend)
        case .array, .paren, .binary, .sub: return expression.node.descendants.contains { Expression($0).map(holdsSend) ?? false }
        case .variable(let variable):
            return script.variables.assignments(to: variable).contains { assignment in
                switch assignment.value {
                case .string(let string)?: string.value.lowercased().contains("send-mailmessage")
                case .expandableString(let string)?: string.text.lowercased().contains("send-mailmessage")
                default: false
                }
            }
        default: return false
        }
    }

    /// The classes that send by SMTP.
    private var mailTypes: [Finding] {
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
