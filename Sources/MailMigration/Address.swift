/// A mail address as `System.Net.Mail.MailAddress` reads it, of which only the plain forms are told apart here:
/// `a@b.c`, `Name <a@b.c>`, `"Name, X" <a@b.c>`.
struct Address: Equatable {
    var address: String
    /// Empty where there is none.
    var name: String

    /// Nil for what is no address, or not surely one.
    init?(_ text: String) {
        let text = text.trimmed
        guard text.hasSuffix(">"), let open = text.lastIndex(of: "<") else {
            guard isPlainAddress(text) else { return nil }
            self.init(address: text, name: "")
            return
        }
        let address = String(text[text.index(after: open)...].dropLast()).trimmed
        var name = String(text[..<open]).trimmed
        guard isPlainAddress(address) else { return nil }
        if name.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") {
            name = String(name.dropFirst().dropLast())
            guard !name.contains("\""), !name.contains("\\") else { return nil }
        } else if name.contains(where: { "\"<>\\,;()@".contains($0) || $0.isNewline }) {
            // What the parser makes of these depends on more than the text shows.
            return nil
        }
        self.init(address: address, name: name)
    }

    private init(address: String, name: String) {
        self.address = address
        self.name = name
    }

    /// The text is the address and nothing else.
    var isPlain: Bool { name.isEmpty }
}

/// `local@domain` of the characters that need no quoting.
private func isPlainAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return false }
    let isLocal = parts[0].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "!#$%&'*+-/=?^_`{|}~.".contains($0)) }
    let isDomain = parts[1].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) }
    return isLocal && isDomain && !parts[0].hasPrefix(".") && !parts[0].hasSuffix(".") && !parts[0].contains("..")
        && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".") && !parts[1].contains("..")
}

extension String {
    /// Without blanks and tabs at either side: .NET takes other white space for part of an address.
    var trimmed: String {
        func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }
        return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
}
