import PowerShellAnalysis
import PowerShellSyntax

/// Which mailbox a migrated send goes out of, and what it says it is from.
struct ScriptMailbox {
    /// An expression for `-UserId`, ready to be an argument.
    let userID: String
    /// The same inside a URL in double quotes, or as it is where it is literal.
    let urlPart: String
    /// The mailbox's name is written out in the script.
    let isLiteral: Bool
    /// The `from` property of the message; nil where the mailbox says it all.
    let from: String?
    /// It is the one of the credential's user, and not what From says.
    let isUsers: Bool
    /// The mailbox for the person who reads a report: its address where that is known, else as the script says it.
    let description: String
    /// What the reviewer should know.
    let notes: [String]

    init(_ send: Send, facts: VariableFacts) {
        let knownFrom = send.from.expression.flatMap { facts.possibleElements($0) }?.map { Address($0) }
        let literalFrom: Address? =
            if !send.from.isReference, case .string(let string)? = send.from.expression?.withoutParentheses {
                Address(string.value)
            } else { nil }
        let isPlain = knownFrom?.allSatisfy { $0?.isPlain == true } ?? false

        let user = send.credentialUser?.expression.flatMap { facts.constantString($0) }.flatMap { Address($0)?.isPlain == true ? $0 : nil }
        let isFromUser = user != nil && knownFrom?.count == 1 && knownFrom?[0]?.address.lowercased() == user?.lowercased()

        let known = Set((knownFrom ?? []).compactMap { $0?.address })
        isUsers = user != nil && !isFromUser
        description = user ?? (known.isEmpty ? send.from.text : known.sorted().joined(separator: ", "))
        if let user, !isFromUser {
            userID = quoted(user)
            urlPart = percentEncoded(user)
            isLiteral = true
            from =
                if let literalFrom { recipient(quoted(literalFrom.address), name: literalFrom.name) } else if isPlain {
                    recipient(send.from.text)
                } else { "[mailaddress]\(send.from.argument) | ForEach-Object { \(parsedRecipient) }" }
            notes = [
                "The credential is \(user)'s, From is \(send.from.text): the mailbox of the credential sends, and needs Send As for From."
            ]
        } else if let literalFrom {
            userID = quoted(literalFrom.address)
            urlPart = percentEncoded(literalFrom.address)
            isLiteral = true
            from = literalFrom.isPlain ? nil : recipient(quoted(literalFrom.address), name: literalFrom.name)
            notes = []
        } else if isPlain {
            userID = send.from.argument
            urlPart = "$([uri]::EscapeDataString(\(send.from.text)))"
            isLiteral = false
            from = nil
            notes = []
        } else {
            userID = "([mailaddress]\(send.from.argument)).Address"
            urlPart = "$([uri]::EscapeDataString(([mailaddress]\(send.from.argument)).Address))"
            isLiteral = false
            from = "[mailaddress]\(send.from.argument) | ForEach-Object { \(parsedRecipient) }"
            notes = knownFrom == nil ? ["From is only known when the script runs: it must be the user principal name of a mailbox."] : []
        }
    }
}

/// An address as a segment of a URL's path.
private func percentEncoded(_ address: String) -> String {
    address.utf8.map { byte in
        let character = Character(Unicode.Scalar(byte))
        if character.isASCII, character.isLetter || character.isNumber || "@.-_+'~!$".contains(character) { return String(character) }
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count < 2 ? "0" : "") + digits
    }.joined()
}
