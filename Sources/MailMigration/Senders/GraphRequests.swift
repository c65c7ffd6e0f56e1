import PowerShellAnalysis
import PowerShellSyntax

/// Finds web requests that have Graph send mail: `Invoke-RestMethod …/users/{id}/sendMail`.
struct GraphRequests {
    let script: ScriptFacts

    private static let commands: Set = [
        "invoke-mggraphrequest", "invoke-graphrequest", "invoke-restmethod", "irm", "invoke-webrequest", "iwr", "invoke-pnpgraphmethod",
    ]

    var found: [FoundSender] {
        script.tree.all(Command.self).compactMap { command in
            guard case .command(let name) = script.names.resolve(command, module: "", facts: script.variables),
                Self.commands.contains(name.lowercased()), let user = addresses(of: command).lazy.compactMap(sendingUser).first
            else { return nil }
            let sending = Sending(
                sender: Sender(kind: .request, name: name.withoutModule), route: .graph, from: user, signIn: .session)
            return FoundSender(node: command.node, sending: sending)
        }
    }

    /// `-Uri`, else whatever stands without a name; a variable's value where it is set once.
    private func addresses(of command: Command) -> [Expression] {
        var expressions = command.elements.dropFirst().compactMap { if case .expression(let argument) = $0 { argument } else { nil } }
        if case .anyOf(let named)? = GivenArguments(command, script.variables)[["Uri", "Url"]] { expressions = named }
        return expressions.compactMap { expression in
            guard case .variable(let variable) = expression.withoutParentheses else { return expression }
            let assignments = script.variables.assignments(to: variable)
            return assignments.count == 1 ? assignments[0].value : nil
        }
    }

    /// Whose mailbox an address sends from; nil for one that does not send.
    private func sendingUser(_ address: Expression) -> Stated? {
        let parts: [ExpandableStringExpression.Part]
        switch address.withoutParentheses {
        case .string(let string): parts = [.text(string.value)]
        case .expandableString(let string): parts = string.parts
        default: return nil
        }
        guard case .text(let end)? = parts.last else { return nil }
        let path = end.lowercased().prefix { $0 != "?" }
        let sends =
            path.hasSuffix(SenderNames.sendRequest) || path.hasSuffix("/send") && address.text.lowercased().contains(SenderNames.messages)
        return sends ? user(in: parts) : nil
    }

    /// What stands behind `/users/`; `/me` is whoever signed in.
    private func user(in parts: [ExpandableStringExpression.Part]) -> Stated {
        for (index, part) in parts.enumerated() {
            guard case .text(let text) = part else { continue }
            let segments = text.split(separator: "/", omittingEmptySubsequences: false)
            guard let users = segments.lastIndex(where: { $0.lowercased() == "users" }), users + 1 < segments.count else { continue }
            let user = segments[users + 1].replacing("%40", with: "@")
            if !user.isEmpty { return Stated(values: [String(user)]) }
            guard index + 1 < parts.count, case .expression(let user) = parts[index + 1] else { break }
            return Stated(user.unescaped, script.variables)
        }
        return .nothing
    }
}

extension Expression {
    /// The argument of `$([uri]::EscapeDataString(…))`.
    fileprivate var unescaped: Expression {
        guard case .sub(let sub) = self, sub.subExpression.statements.count == 1,
            case .invokeMember(let call)? = sub.subExpression.statements[0].soleExpression, call.arguments.count == 1
        else { return self }
        return call.arguments[0].withoutParentheses
    }
}
