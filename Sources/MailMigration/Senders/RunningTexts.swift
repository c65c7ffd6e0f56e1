import PowerShellAnalysis
import PowerShellSyntax

/// Finds texts with Send-MailMessage in them that are run: `Invoke-Expression`, `powershell -Command`, `[scriptblock]::Create()`.
struct RunningTexts {
    let script: ScriptFacts

    private static let runners: Set = [
        "invoke-expression", "iex", "powershell", "powershell.exe", "pwsh", "pwsh.exe", "start-process", "new-scheduledtaskaction",
        "schtasks",
        "schtasks.exe",
    ]

    var found: [Node] {
        script.tree.nodes.filter { node in
            if let command = Command(node), Self.runners.contains(command.name?.lowercased() ?? "") {
                return command.elements.dropFirst().contains {
                    if case .expression(let expression) = $0 { holdsSend(expression) } else { false }
                }
            }
            guard let call = InvokeMemberExpression(node), call.memberName?.lowercased() == "create", call.isStatic,
                call.expression.text.lowercased() == "[scriptblock]"
            else { return false }
            return call.arguments.contains(where: holdsSend)
        }
    }

    private func holdsSend(_ expression: Expression) -> Bool {
        switch expression {
        case .string, .expandableString: return namesSend(expression.text)
        case .arrayLiteral(let list): return list.elements.contains(where: holdsSend)
        case .array, .paren, .binary, .sub: return expression.node.descendants.contains { Expression($0).map(holdsSend) ?? false }
        case .variable(let variable):
            return script.variables.assignments(to: variable).contains { assignment in
                switch assignment.value {
                case .string(let string)?: namesSend(string.value)
                case .expandableString(let string)?: namesSend(string.text)
                default: false
                }
            }
        default: return false
        }
    }

    private func namesSend(_ text: String) -> Bool { text.lowercased().contains(SenderNames.sendMailMessage) }
}
