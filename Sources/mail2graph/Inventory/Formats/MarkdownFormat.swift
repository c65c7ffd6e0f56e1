import MailMigration
import ScriptDiff

/// Tables of GitHub-flavoured Markdown.
struct MarkdownFormat: InventoryFormat {
    let next: NextCommand

    func render(_ inventory: Inventory) -> String {
        var text = "# Mail in PowerShell scripts\n\n" + totals(inventory.totals)
        if !inventory.scripts.isEmpty { text += "\n## Sends\n\n" + sends(inventory.scripts) }
        text += problems(inventory.problems)
        text += needs(inventory.needs)
        if let line = next.line(for: inventory) { text += "\n## Next\n\n" + codeBlock([line], "sh") }
        return text
    }

    // MARK: Parts

    private func totals(_ totals: Inventory.Totals) -> String {
        let rows = Inventory.Status.allCases.filter { totals.count($0) > 0 }.map { status in
            ["\(totals.count(status))", status.meaning(totals.count(status))]
        }
        let reasons = totals.byReason.map { ["\($0.count)", plain($0.name)] }
        return "\(totals.sentence)\n" + table(["Sends", ""], rows) + table(["Sends", "Why they are left or stay"], reasons)
    }

    private func sends(_ scripts: [Inventory.Script]) -> String {
        let rows = scripts.flatMap { script in
            script.sends.map { send in
                [
                    codeCell("\(script.path):\(send.place.line)"), send.status.label, codeCell(send.senderText),
                    codeCell(send.server.text), codeCell(send.mailboxes.text), codeCell(send.signIn.text), script.tls.sentence,
                    plain(send.remark ?? ""),
                ]
            }
        }
        return table(["Script", "Status", "Sends with", "Server", "Mailbox", "Sign-in", "TLS", "Remark"], rows, isFirst: true)
    }

    private func problems(_ problems: [Inventory.Trouble]) -> String {
        if problems.isEmpty { return "" }
        let rows = problems.map { [codeCell($0.path), plain($0.reason), plain($0.advice ?? "")] }
        return "\n## Not looked at\n\n" + table(["File", "Why", "What to do"], rows, isFirst: true)
    }

    private func needs(_ needs: Inventory.Needs) -> String {
        if needs.permissions.isEmpty { return "" }
        var text = "\n## What the scripts need\n\n" + list("Permissions", needs.permissions) + list("Modules", needs.modules)
        text += list("Mailboxes", needs.mailboxes) + list("Mailboxes of sends that are left", needs.laterMailboxes)
        text += list(
            "Mailboxes that are only known when the script runs", needs.unknownMailboxes.map { "\($0.path):\($0.line) \($0.expression)" })
        if !needs.scoping.isEmpty {
            text += "\nTo let the application send from these mailboxes and no others:\n\n" + codeBlock(needs.scoping, "powershell")
            text += "\n\(MailboxScope.consent)\n"
        }
        return text
    }

    // MARK: Markdown

    private func table(_ header: [String], _ rows: [[String]], isFirst: Bool = false) -> String {
        if rows.isEmpty { return "" }
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
        return (isFirst ? "" : "\n") + line(header) + line(header.map { _ in "---" }) + rows.map(line).joined()
    }

    private func list(_ title: String, _ items: [String]) -> String {
        items.isEmpty ? "" : "- \(title): " + items.map(code).joined(separator: ", ") + "\n"
    }

    private func codeBlock(_ lines: [String], _ language: String) -> String {
        "```\(language)\n" + lines.map { visible($0) + "\n" }.joined() + "```\n"
    }

    /// Text as code, which nothing in it can end; empty where there is none.
    private func code(_ text: String) -> String {
        if text.isEmpty { return "" }
        let text = visible(text)
        // More backticks in a row than any in the text.
        var longest = 0
        var run = 0
        for character in text {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let blank = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
        return fence + blank + text + blank + fence
    }

    /// A pipe ends a cell even within code.
    private func codeCell(_ text: String) -> String { code(text).replacing("|", with: "\\|") }

    /// Text in which nothing is markup.
    private func plain(_ text: String) -> String {
        visible(text).reduce(into: "") { escaped, character in
            if "\\`*_{}[]<>#|~&$".contains(character) { escaped += "\\" }
            escaped.append(character)
        }
    }
}
