/// A row for each send, as RFC 4180 has it: CRLF at the end of lines, cells in double quotes where they have to be.
///
/// Spreadsheets take a cell that begins with `=`, `+`, `-` or `@` for a formula, and scripts may come from anywhere. Such a
/// cell gets an apostrophe in front, which shows as text.
struct CSVFormat: InventoryFormat {
    /// Begins with a byte-order mark, without which Excel takes a file for an old code page. In a pipe it would be part of the first
    /// column's name.
    let hasMark: Bool

    private static let header = [
        "path", "line", "column", "status", "sender", "kind", "module", "route", "server", "port", "uses_tls", "from", "mailbox", "sign_in",
        "user", "tls_setting", "message", "reason", "advice", "notes",
    ]

    func render(_ inventory: Inventory) -> String {
        let rows = inventory.scripts.flatMap { script in script.sends.map { row($0, in: script) } }
        return (hasMark ? "\u{FEFF}" : "") + ([Self.header] + rows).map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
    }

    private func row(_ send: Inventory.Send, in script: Inventory.Script) -> [String] {
        [
            script.path, "\(send.place.line)", "\(send.place.column)", send.status.rawValue, send.sender, send.kind, send.module ?? "",
            send.route, send.server.text, send.port.text, send.usesTLS.map { "\($0)" } ?? "", send.from.text, send.mailboxes.text,
            send.signIn.kind, send.signIn.user?.text ?? "", script.tls.rawValue, send.message, send.reason ?? "", send.advice ?? "",
            send.notes.joined(separator: "\n"),
        ]
    }

    private func cell(_ text: String) -> String {
        // Tab and carriage return are passed over in front of a formula.
        let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
        let text = isFormula ? "'" + text : text
        let needsQuotes = text.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) } || text != text.trimmingSpaces
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}

extension String {
    fileprivate var trimmingSpaces: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
