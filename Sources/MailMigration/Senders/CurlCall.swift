import PowerShellAnalysis
import PowerShellSyntax

/// A call of curl that sends a mail: `curl.exe --url smtp://… --mail-from … --mail-rcpt … -T mail.txt`.
///
/// Source: curl(1).
struct CurlCall {
    let sending: Sending

    /// Nil where the command is another, or fetches something.
    init?(_ command: Command, in script: ScriptFacts) {
        var elements = Array(command.elements)
        let isStarted = ["start-process", "saps", "start"].contains(command.name?.lowercased() ?? "")
        if isStarted {
            // Its arguments stand in a text or in a list of them.
            guard let program = elements.firstIndex(where: { script.constant($0).map(isCurl) ?? false }) else { return nil }
            elements = [elements[program]] + elements[..<program] + elements[(program + 1)...]
        } else {
            guard let name = command.name ?? elements.first.flatMap(script.constant), isCurl(name) else { return nil }
        }
        let arguments = elements.dropFirst().flatMap { script.arguments($0) }
        // In one piece too, by which scripts with senders are known before they are parsed.
        guard script.tree.source.text.withUnsafeBufferPointer(NameScanner(SenderNames.curlMarks).finds) else { return nil }
        guard arguments.contains(where: { argument in SenderNames.curlMarks.contains { argument.text.lowercased().contains($0) } }) else {
            return nil
        }

        var sending = Sending(sender: Sender(kind: .program, name: "curl"), route: .smtp, signIn: .anonymous, usesTLS: false)
        func value(_ names: String..., at index: Int) -> Argument? {
            let argument = arguments[index]
            if let name = names.first(where: { argument.text.hasPrefix($0 + "=") }) {
                return Argument(text: String(argument.text.dropFirst(name.count + 1)), isConstant: argument.isConstant)
            }
            return names.contains(argument.text) && index + 1 < arguments.count ? arguments[index + 1] : nil
        }
        for (index, argument) in arguments.enumerated() {
            let text = argument.text.lowercased()
            let option = text.hasPrefix("--url=") ? "--url=" : ""
            if let scheme = ["smtp://", "smtps://"].first(where: { text.hasPrefix(option + $0) }) {
                let address = argument.text.dropFirst(option.count + scheme.count).prefix { $0 != "/" && $0 != "?" }
                // A name and a password may stand in front of the server.
                let server = address.split(separator: "@").last.map(String.init) ?? ""
                let parts = server.split(separator: ":", maxSplits: 1).map(String.init)
                sending.server = argument.isConstant ? Stated(values: [parts.first ?? ""]) : Stated(values: [], expression: parts.first)
                sending.port = argument.isConstant ? Stated(values: Array(parts.dropFirst())) : .nothing
                if scheme == "smtps://" { sending.usesTLS = true }
                if address.contains("@") { sending.signIn = .credential(user: .nothing) }
            }
            if ["--ssl", "--ssl-reqd", "--tlsv1.2"].contains(text) { sending.usesTLS = true }
            if let from = value("--mail-from", at: index), from.isConstant {
                sending.from = Stated(values: [from.text.trimmingPrefix("<").split(separator: ">").first.map(String.init) ?? ""])
            }
            if let user = value("--user", "-u", at: index) {
                // What stands behind the colon is nobody's business.
                let name = user.text.split(separator: ":", maxSplits: 1).first.map(String.init) ?? ""
                sending.signIn = .credential(user: user.isConstant ? Stated(values: [name]) : .nothing)
            }
            if argument.text.hasPrefix("-u"), argument.text != "-u" { sending.signIn = .credential(user: .nothing) }
            if ["-n", "--netrc"].contains(text) { sending.signIn = .session }
        }
        self.sending = sending
    }
}

private func isCurl(_ name: String) -> Bool { ["curl", "curl.exe"].contains(name.programName) }

/// An argument as the program gets it; what is only known when the script runs is as it is written.
private struct Argument {
    var text: String
    var isConstant: Bool
}

extension ScriptFacts {
    fileprivate func constant(_ element: CommandElement) -> String? {
        if case .expression(let expression) = element { variables.constantString(expression) } else { nil }
    }

    /// The arguments that an element comes to: a list is several, also one that a variable holds.
    ///
    /// - Parameter seen: The variables around it: a list may name itself.
    fileprivate func arguments(_ element: CommandElement, seen: Set<String> = []) -> [Argument] {
        switch element {
        case .parameter(let parameter):
            return [Argument(text: "-" + parameter.parameterName, isConstant: true)]
                + (parameter.argument.map { arguments(.expression($0), seen: seen) } ?? [])
        case .expression(let expression):
            if let text = variables.constantString(expression) { return [Argument(text: text, isConstant: true)] }
            switch expression.withoutParentheses {
            case .arrayLiteral(let list): return list.elements.flatMap { arguments(.expression($0), seen: seen) }
            case .array(let array):
                return array.subExpression.statements.compactMap(\.soleExpression).flatMap { arguments(.expression($0), seen: seen) }
            case .variable(let variable):
                let assignments = variables.assignments(to: variable)
                let name = variable.variablePath.lowercased()
                guard assignments.count == 1, let value = assignments[0].value, !seen.contains(name) else { break }
                if case .variable = value { break }
                return arguments(.expression(value), seen: seen.union([name]))
            case .expandableString(let string): return [Argument(text: string.writtenText, isConstant: false)]
            default: break
            }
            return [Argument(text: expression.text, isConstant: false)]
        }
    }
}
