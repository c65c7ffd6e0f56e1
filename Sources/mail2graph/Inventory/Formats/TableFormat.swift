import Arguments
import MailMigration
import ScriptDiff

/// A table for people, grouped by script, with what it comes to below.
struct TableFormat: InventoryFormat {
    /// In columns.
    let width: Int
    let colour: Bool
    let next: NextCommand

    func render(_ inventory: Inventory) -> String {
        let sending = inventory.scripts.filter { !$0.sends.isEmpty }
        let columns = Columns([Self.header] + sending.flatMap(\.sends).map(cells), numbers: [0], width: width - Self.indent.count)
        var text = ""
        if !sending.isEmpty { text += TerminalStyle.faint(Self.indent + columns.line(Self.header), colour: colour) + "\n" }
        for script in sending { text += group(script, columns) + "\n" }
        text += totals(inventory.totals)
        if !inventory.problems.isEmpty {
            let count = inventory.problems.count
            text += "  \(count) \(count == 1 ? "file or folder" : "files or folders") could not be looked at (see above)\n"
        }
        text += needs(inventory.needs)
        if let line = next.line(for: inventory) { text += "\nNext: \(line)\n" }
        return text
    }

    // MARK: Scripts

    private static let indent = "  "
    private static let header = ["LINE", "STATUS", "SENDS WITH", "SERVER", "MAILBOX", "SIGN-IN"]

    private func cells(_ send: Inventory.Send) -> [String] {
        ["\(send.place.line)", send.status.label, send.senderText, send.server.text, send.mailboxes.text, send.signIn.text].map(visible)
    }

    private func group(_ script: Inventory.Script, _ columns: Columns) -> String {
        var text = TerminalStyle.bold(visible(script.path), colour: colour) + ": \(script.tls.sentence)\n"
        for send in script.sends {
            text += Self.indent + style(of: send.status)(columns.line(cells(send)), colour: colour) + "\n"
            guard let remark = send.remark else { continue }
            let indent = Self.indent + String(repeating: " ", count: columns.widths[0] + 2)
            for line in visible(remark).wrapped(to: width - indent.count) { text += indent + line + "\n" }
        }
        return text
    }

    private func style(of status: Inventory.Status) -> TerminalStyle {
        switch status {
        case .moves, .secured: .green
        case .left: .yellow
        case .stays, .elsewhere, .onGraph, .unaffected: .faint
        }
    }

    // MARK: Below the table

    private func totals(_ totals: Inventory.Totals) -> String {
        var text = totals.sentence + "\n"
        for status in Inventory.Status.allCases where totals.count(status) > 0 {
            text += "  \(totals.count(status)) \(status.meaning(totals.count(status)))\n"
        }
        if !totals.byReason.isEmpty {
            text += "Why sends are left or stay:\n"
            for reason in totals.byReason { text += "  \(reason.count) × \(visible(reason.name))\n" }
        }
        if totals.bySender.count > 1 {
            text += "What they send with:\n"
            for sender in totals.bySender { text += "  \(sender.count) × \(visible(sender.name))\n" }
        }
        return text
    }

    private func needs(_ needs: Inventory.Needs) -> String {
        if needs.permissions.isEmpty { return "" }
        var text = "\nOn Graph the scripts need\n"
        text += list("permissions", needs.permissions) + list("modules", needs.modules) + list("mailboxes", needs.mailboxes)
        text += list("mailboxes of sends that are left", needs.laterMailboxes)
        if !needs.unknownMailboxes.isEmpty { text += "  mailboxes that are only known when the script runs:\n" }
        for mailbox in needs.unknownMailboxes { text += visible("    \(mailbox.path):\(mailbox.line): \(mailbox.expression)") + "\n" }
        if !needs.scoping.isEmpty {
            text += "\nTo let the application send from these mailboxes and no others, in Exchange Online PowerShell:\n"
            text += needs.scoping.map { "  \(visible($0))\n" }.joined()
            text += MailboxScope.consent.wrapped(to: width).map { $0 + "\n" }.joined()
        }
        return text
    }

    private func list(_ title: String, _ items: [String]) -> String {
        if items.isEmpty { return "" }
        let indent = "    "
        return "  \(title):\n"
            + visible(items.joined(separator: ", ")).wrapped(to: width - indent.count).map { indent + $0 + "\n" }.joined()
    }
}
