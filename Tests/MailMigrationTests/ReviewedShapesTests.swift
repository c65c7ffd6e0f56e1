import PowerShellSyntax
import Testing

@testable import MailMigration

/// Shapes of scripts in which a careless rewrite sends something else than the original.
@Suite("Reviewed shapes")
struct ReviewedShapesTests {
    private func findings(_ script: String, scope: MigrationOptions.Scope = .all) -> [String] {
        migrate(SourceText(script), options: MigrationOptions(scope: scope)).findings.map { "\($0.line) \($0.outcome.rawValue)" }
    }

    private func migrated(_ script: String, to target: Target = .sendMgUserMessage) throws -> String {
        try migrate(SourceText(script), options: MigrationOptions(target: target)).migrated().string
    }

    @Test("What a function sees of the script's hashtable may change before it is called")
    func laterChange() throws {
        let script = """
            $common = @{ From = 'a@b.c'; SmtpServer = 'smtp.office365.com' }
            function Send-It($to) { Send-MailMessage @common -To $to }
            $common.Cc = 'boss@b.c'
            Send-It 'c@b.c'
            """
        #expect(try migrated(script).contains("ccRecipients = @($common['Cc']"))
        #expect(findings(script + "\n$common = @{ From = 'z@b.c' }") == ["2 left"])
    }

    @Test("An entry that is changed in place is known no more")
    func entryChanged() {
        #expect(
            findings(
                """
                $mail = @{ From = 'a@b.c'; SmtpServer = 'smtp.office365.com'; To = 'b@b.c', 'c@b.c' }
                $mail.To[0] = 'Name <d@b.c>'
                Send-MailMessage @mail
                """) == ["3 left"])
    }

    @Test("An error action that is not always there is no error action")
    func conditionalErrorAction() {
        #expect(
            findings(
                """
                $mail = @{ From = 'a@b.c'; SmtpServer = 'smtp.office365.com'; To = 'b@b.c' }
                if ($strict) { $mail.ErrorAction = 'Stop' }
                Send-MailMessage @mail
                """) == ["3 left"])
    }

    @Test("The short-term fix asks for the server alone")
    func onlyTLS() {
        let script = """
            Send-MailMessage -From a@b.c -To b@b.c -SmtpServer smtp.office365.com 2>$null
            Send-MailMessage @unknown -SmtpServer smtp.office365.com
            Send-MailMessage @unknown
            """
        #expect(findings(script, scope: .tls) == ["1 secured", "2 secured", "3 left"])
    }

    @Test("A server that is only a default says nothing certain of a relay")
    func relayByDefault() {
        #expect(findings("function F($Server = 'relay.b.c') { Send-MailMessage -From a@b.c -To b@b.c -SmtpServer $Server }") == ["1 left"])
    }

    @Test("A mailbox in a URL is encoded")
    func mailboxInURL() throws {
        let script = "Send-MailMessage -From 'a#ext#@b.c' -To b@b.c -SmtpServer smtp.office365.com"
        #expect(try migrated(script, to: .invokeRestMethod).contains("/users/a%23ext%23@b.c/sendMail"))
    }

    @Test("Nothing piped in means no attachments, text piped in means that it never worked")
    func piped() throws {
        let send = "Send-MailMessage -From a@b.c -To b@b.c -SmtpServer smtp.office365.com"
        #expect(try migrated("$files | \(send)").contains("@($files | Where-Object { $_ } | ForEach-Object {"))
        #expect(findings("Get-Process | Out-String | \(send)") == ["1 left"])
    }

    @Test("A comment inside a call is kept, also in the middle of a line")
    func comments() throws {
        let script = "if ($x) { 'a'; Send-MailMessage -From a@b.c -SmtpServer smtp.office365.com -To b@b.c, # boss\n 'c@b.c'; 'z' }"
        #expect(try migrated(script).contains("<# boss #>"))
    }

    @Test("The sign-in never comes between a command and the $? that asks about it")
    func successQuestion() throws {
        let script = """
            Copy-Item a b
            if ($?) { Send-MailMessage -From a@b.c -To b@b.c -SmtpServer smtp.office365.com } else {
                Send-MailMessage -From a@b.c -To c@b.c -SmtpServer smtp.office365.com
            }
            """
        let lines = try migrated(script).split(separator: "\n").map(String.init)
        let copy = try #require(lines.firstIndex(of: "Copy-Item a b"))
        #expect(lines[copy - 1].hasPrefix("Connect-MgGraph"))
        #expect(lines[copy + 1].hasPrefix("if ($?)"))
    }
}
