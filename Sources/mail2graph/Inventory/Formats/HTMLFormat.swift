import MailMigration
import ScriptDiff

/// One page that needs no network: to read, light or dark, and to print.
struct HTMLFormat: InventoryFormat {
    let next: NextCommand

    func render(_ inventory: Inventory) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>Mail in PowerShell scripts</title>
        <style>
        \(style)
        </style>
        </head>
        <body>
        <h1>Mail in PowerShell scripts</h1>
        <p>\(htmlText(inventory.totals.sentence))</p>
        \(cards(inventory.totals))
        <main>
        \(sections(inventory))
        </main>
        <footer>\(htmlText("\(inventory.tool.name) \(inventory.tool.version)"))</footer>
        </body>
        </html>

        """
    }

    // MARK: Parts

    private func sections(_ inventory: Inventory) -> String {
        let sections = [
            section("What they send", sends(inventory.scripts)),
            section("Why sends are left or stay", counts(inventory.totals.byReason)),
            section("What they send with", counts(inventory.totals.bySender)),
            section("What could not be looked at", problems(inventory.problems)),
            section("What the scripts need on Graph", needs(inventory.needs)),
            section("Next", next.line(for: inventory).map { "<pre>\(htmlText($0))</pre>" } ?? ""),
        ]
        return sections.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func section(_ title: String, _ content: String) -> String {
        content.isEmpty ? "" : "<section>\n<h2>\(htmlText(title))</h2>\n\(content)\n</section>"
    }

    private func cards(_ totals: Inventory.Totals) -> String {
        let cards = Inventory.Status.allCases.filter { totals.count($0) > 0 }.map { status in
            "<li class=\"\(status.rawValue)\"><b>\(totals.count(status))</b> \(htmlText(status.meaning(totals.count(status))))</li>"
        }
        return cards.isEmpty ? "" : "<ul class=\"cards\">\n\(cards.joined(separator: "\n"))\n</ul>"
    }

    private func sends(_ scripts: [Inventory.Script]) -> String {
        let sending = scripts.filter { !$0.sends.isEmpty }
        if sending.isEmpty { return "" }
        let header = ["Line", "Status", "Sends with", "Server", "Mailbox", "Sign-in"].map { "<th scope=\"col\">\($0)</th>" }.joined()
        return "<div class=\"wide\">\n<table>\n<thead><tr>\(header)</tr></thead>\n" + sending.map(group).joined() + "</table>\n</div>"
    }

    private func group(_ script: Inventory.Script) -> String {
        let head =
            "<tr><th scope=\"rowgroup\" colspan=\"6\"><code>\(htmlText(script.path))</code> <small>\(script.tls.sentence)</small></th></tr>\n"
        return "<tbody>\n" + head + script.sends.map(row).joined() + "</tbody>\n"
    }

    private func row(_ send: Inventory.Send) -> String {
        let status = "<span class=\"status \(send.status.rawValue)\">\(send.status.label)</span>"
        let values = [send.senderText, send.server.text, send.mailboxes.text, send.signIn.text].map { "<td>\(htmlText($0))</td>" }.joined()
        var row = "<tr><td class=\"number\">\(send.place.line)</td><td>\(status)</td>\(values)</tr>\n"
        let remarks = [send.remark].compactMap { $0 } + send.notes.map { "Note: \($0)" }
        if !remarks.isEmpty {
            row += "<tr class=\"remark\"><td></td><td colspan=\"5\">\(remarks.map(htmlText).joined(separator: "<br>"))</td></tr>\n"
        }
        return row
    }

    private func counts(_ counts: [Inventory.Count]) -> String {
        if counts.isEmpty { return "" }
        let rows = counts.map { "<tr><td class=\"number\">\($0.count)</td><td>\(htmlText($0.name))</td></tr>" }
        return "<table>\n\(rows.joined(separator: "\n"))\n</table>"
    }

    private func problems(_ problems: [Inventory.Trouble]) -> String {
        let items = problems.map { problem in
            let place = problem.line.map { "\(problem.path):\($0)" } ?? problem.path
            let text = [problem.reason, problem.advice].compactMap { $0 }.joined(separator: "; ")
            return "<li><code>\(htmlText(place))</code>: \(htmlText(text))</li>"
        }
        return items.isEmpty ? "" : "<ul>\n\(items.joined(separator: "\n"))\n</ul>"
    }

    private func needs(_ needs: Inventory.Needs) -> String {
        if needs.permissions.isEmpty { return "" }
        var html =
            "<dl>\n" + definition("Permissions", needs.permissions) + definition("Modules", needs.modules)
            + definition("Mailboxes", needs.mailboxes) + definition("Mailboxes of sends that are left", needs.laterMailboxes)
        html += definition(
            "Mailboxes that are only known when the script runs", needs.unknownMailboxes.map { "\($0.path):\($0.line) (\($0.expression))" })
        html += "</dl>"
        if needs.scoping.isEmpty { return html }
        return html + "\n<p>To let the application send from these mailboxes and no others, in Exchange Online PowerShell:</p>\n<pre>"
            + htmlText(needs.scoping[0]) + needs.scoping.dropFirst().map { "\n" + htmlText($0) }.joined()
            + "</pre>\n<p>\(htmlText(MailboxScope.consent))</p>"
    }

    private func definition(_ title: String, _ items: [String]) -> String {
        items.isEmpty ? "" : "<dt>\(htmlText(title))</dt>\n" + items.map { "<dd>\(htmlText($0))</dd>\n" }.joined()
    }
}

/// Colours of a light page, and of a dark one where the reader's system is dark. Contrasts are 4.5 : 1 or more.
private let style = """
    :root { color-scheme: light dark; --ink: #1f2328; --faint: #57606a; --paper: #fff; --shade: #f3f4f6; --line: #d0d7de;
      --green: #116329; --amber: #7d4e00; --blue: #0550ae; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --faint: #9ea7b3; --paper: #0d1117; --shade: #1c2128; --line: #444c56;
      --green: #56d364; --amber: #e3b341; --blue: #79c0ff; } }
    body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 80rem; margin: 2rem auto;
      padding: 0 1rem; }
    h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
    code, pre { font: 13px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
    pre { background: var(--shade); padding: .75rem; overflow-x: auto; white-space: pre-wrap; }
    small, footer, .remark { color: var(--faint); }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; } .wide table { width: 100%; }
    th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; overflow-wrap: anywhere; }
    thead th { border-bottom: 2px solid var(--line); white-space: nowrap; }
    tbody th { background: var(--shade); font-weight: 600; }
    tbody th small { font-weight: normal; margin-left: 1rem; }
    .wide td { border-top: 1px solid var(--line); } .remark td { border-top: 0; padding-top: 0; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    .status { white-space: nowrap; font-weight: 600; }
    .moves, .secured { color: var(--green); } .left { color: var(--amber); } .onGraph { color: var(--blue); }
    .stays, .elsewhere, .unaffected { color: var(--faint); }
    .cards { list-style: none; display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; }
    .cards li { border: 1px solid var(--line); border-radius: 6px; padding: .5rem 1rem; } .cards b { font-size: 1.4rem; }
    dt { font-weight: 600; margin-top: .5rem; } dd { margin-left: 1.5rem; overflow-wrap: anywhere; }
    @media print { body { margin: 0; max-width: none; font-size: 11px; } pre { border: 1px solid var(--line); }
      tbody { break-inside: avoid; } thead { display: table-header-group; } }
    """
