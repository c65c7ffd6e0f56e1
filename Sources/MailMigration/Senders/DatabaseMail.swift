import PowerShellAnalysis
import PowerShellSyntax

/// Finds texts by which SQL Server sends a mail: `EXEC msdb.dbo.sp_send_dbmail …`.
struct DatabaseMail {
    let script: ScriptFacts

    var found: [FoundSender] {
        script.tree.nodes.filter(callsProcedure).map { node in
            FoundSender(
                node: node,
                sending: Sending(sender: Sender(kind: .database, name: SenderNames.databaseMail), route: .smtp),
                advice:
                    "The Database Mail profile on the SQL Server says through which server: where that is Exchange Online with SMTP AUTH, "
                    + "give the profile another server, or query the data and send it with Send-MailMessage and run again.")
        }
    }

    /// The procedure is run, or is all that the text names. A text that only tells of it is none.
    private func callsProcedure(_ node: Node) -> Bool {
        guard node.kind == .stringConstantExpression || node.kind == .expandableStringExpression else { return false }
        let text = node.text.lowercased()
        guard let name = text.firstRange(of: SenderNames.databaseMail) else { return false }
        let before = text[..<name.lowerBound].filter { !" '\"@[].\r\n\t".contains($0) }
        return before.contains("exec") || ["", "msdb", "msdbdbo"].contains(before)
    }
}
