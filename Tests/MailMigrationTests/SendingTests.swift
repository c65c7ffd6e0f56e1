import PowerShellSyntax
import Testing

@testable import MailMigration

/// What each place of a script that sends says of itself.
private func sendings(_ script: String) -> [Sending] {
    let migration = migrate(SourceText(script), options: MigrationOptions())
    #expect(migration.errors.isEmpty)
    return migration.findings.map(\.sending) + migration.unaffected.map(\.sending)
}

private func sending(_ script: String) throws -> Sending {
    let found = sendings(script)
    #expect(found.count == 1, "\(found)")
    return try #require(found.first)
}

private func known(_ values: String...) -> Stated { Stated(values: values) }
private func unknown(_ expression: String) -> Stated { Stated(values: [], expression: expression) }

@Suite("How a script sends")
struct SendingTests {
    @Test("Send-MailMessage, with its arguments, splats, defaults and preferences")
    func sendMailMessage() throws {
        let named = try sending(
            """
            $credential = New-Object PSCredential('svc@contoso.com', (ConvertTo-SecureString 'Pa55word!' -AsPlainText -Force))
            Send-MailMessage -To a@b.c -From 'Reports <r@contoso.com>' -Subject x -SmtpServer smtp.office365.com -Port 587 -UseSsl -Credential $credential
            """)
        #expect(named.sender == Sender(kind: .cmdlet, name: "Send-MailMessage", module: "Microsoft.PowerShell.Utility"))
        #expect(named.server == known("smtp.office365.com") && named.port == known("587") && named.usesTLS == true)
        #expect(named.signIn == .credential(user: known("svc@contoso.com")) && named.mailboxes == known("svc@contoso.com"))

        let splatted = try sending("$m = @{ To = 'a@b.c'; From = 'r@b.c'; SmtpServer = $env:RELAY }\nSend-MailMessage @m -Subject x")
        // Without a credential and TLS the cmdlet offers the account that it runs under.
        #expect(splatted.server == unknown("$env:RELAY") && splatted.signIn == .defaultCredentials && splatted.usesTLS == false)
        #expect(splatted.mailboxes == known("r@b.c"))

        let bound = try sending("Send-MailMessage @args -SmtpServer mail.contoso.local")
        #expect(bound.server == known("mail.contoso.local") && bound.from == unknown("@args"))
        #expect(bound.signIn == .unknown && bound.usesTLS == nil)

        let preferred = try sending("$PSEmailServer = 'mail'\nSend-MailMessage a@b.c x -From r@b.c")
        #expect(preferred.server == known("mail"))
        let defaults = try sending("param($Server = 'smtp.office365.com')\nSend-MailMessage a@b.c x -From r@b.c -SmtpServer $Server")
        #expect(defaults.server == Stated(values: ["smtp.office365.com"], expression: "$Server"))
    }

    @Test("System.Net.Mail.SmtpClient: from its constructor, properties and message")
    func smtpClient() throws {
        let made = try sending(
            """
            $smtp = New-Object Net.Mail.SmtpClient('smtp.office365.com', 587)
            $smtp.EnableSsl = $true
            $smtp.Credentials = New-Object System.Net.NetworkCredential('svc@contoso.com', 'Pa55word!')
            $message = New-Object Net.Mail.MailMessage
            $message.From = New-Object Net.Mail.MailAddress('r@contoso.com', 'Reports')
            $smtp.Send($message)
            """)
        #expect(made.sender == Sender(kind: .dotNet, name: "System.Net.Mail.SmtpClient"))
        #expect(made.server == known("smtp.office365.com") && made.port == known("587") && made.usesTLS == true)
        #expect(made.signIn == .credential(user: known("svc@contoso.com")) && made.from == known("r@contoso.com"))

        let property = try sending(
            """
            $c = [System.Net.Mail.SmtpClient]::new()
            $c.Host = $settings.Server
            $c.UseDefaultCredentials = $true
            $c.Send('r@b.c', 'a@b.c', 'x', 'y')
            """)
        #expect(property.server == unknown("$settings.Server") && property.signIn == .defaultCredentials && property.from == known("r@b.c"))

        let empty = try sending(
            "$c = New-Object Net.Mail.SmtpClient(($server))\n$c.Credentials = New-Object Net.NetworkCredential('', '')\n$c.Send($m)")
        #expect(empty.server == unknown("$server") && empty.signIn == .anonymous)

        let atOnce = try sending(
            "(New-Object Net.Mail.SmtpClient -Property @{ Host = 'mail'; Port = 25 }).Send('r@b.c', 'a@b.c', 'x', 'y')")
        #expect(
            atOnce.server == known("mail") && atOnce.port == known("25") && atOnce.signIn == .anonymous && atOnce.from == known("r@b.c"))
    }

    @Test("COM objects: CDO.Message by SMTP, Outlook not")
    func com() throws {
        let collaboration = try sending(
            """
            $m = New-Object -ComObject CDO.Message
            $m.From = 'r@b.c'
            $m.Configuration.Fields.Item('http://schemas.microsoft.com/cdo/configuration/smtpserver') = 'mail.contoso.local'
            $m.Configuration.Fields.Item('http://schemas.microsoft.com/cdo/configuration/sendusername') = 'svc'
            $m.Configuration.Fields.Item('http://schemas.microsoft.com/cdo/configuration/sendpassword') = 'Pa55word!'
            $m.Send()
            """)
        #expect(collaboration.sender == Sender(kind: .com, name: "CDO.Message") && collaboration.route == .smtp)
        #expect(collaboration.server == known("mail.contoso.local") && collaboration.from == known("r@b.c"))
        #expect(collaboration.signIn == .credential(user: known("svc")))

        let outlook = "$o = New-Object -ComObject Outlook.Application\n$m = $o.CreateItem(0)\n$m.To = 'a@b.c'\n"
        #expect(try sending(outlook + "$m.Send()").route == .outlook)
        #expect(sendings(outlook + "$m.Display()").isEmpty)
    }

    @Test("commands of modules and the ways that they take")
    func modules() throws {
        let mailozaurr = try sending(
            "Send-EmailMessage -From @{ Name = 'R'; Email = 'r@b.c' } -To a@b.c -Server smtp.office365.com -Credential $c")
        #expect(mailozaurr.sender == Sender(kind: .module, name: "Send-EmailMessage", module: "Mailozaurr") && mailozaurr.route == .smtp)
        #expect(mailozaurr.from == known("r@b.c") && mailozaurr.signIn == .credential(user: unknown("$c")))
        #expect(try sending("Send-EmailMessage -From r@b.c -To a@b.c -Graph -Credential $c").route == .graph)
        #expect(try sending("Mailozaurr\\Send-EmailMessage -From r@b.c -SendGrid").route == .service)
        #expect(try sending("Send-MailKitMessage -SMTPServer mail -From ([MimeKit.MailboxAddress]'r@b.c')").from == known("r@b.c"))
        #expect(try sending("Set-Alias mail Send-EmailMessage\nmail -Server s -From r@b.c").sender.name == "Send-EmailMessage")
        #expect(try sending("Send-PnPMail -From r@b.c -To a@b.c").route == .graph)
        #expect(try sending("Send-PnPMail -To a@b.c").route == .service)
        #expect(sendings("Contoso.Tools\\Send-EmailMessage -Server mail").isEmpty)

        let block = try sending(
            "Email { EmailHeader { EmailFrom -Address r@b.c; EmailServer -Server mail -UserName svc -Password 'Pa55word!' } }")
        #expect(block.server == known("mail") && block.from == known("r@b.c") && block.signIn == .credential(user: known("svc")))
        // A script's own functions are none of them.
        #expect(sendings("function Send-EmailMessage { }\nSend-EmailMessage -Server mail\nfunction Email { }\nEmail { 'x' }").isEmpty)
    }

    @Test("programs")
    func programs() throws {
        let blat = try sending(#"& 'C:\Tools\blat.exe' report.txt -to a@b.c -f r@b.c -server mail.contoso.local -u svc -pw Pa55word!"#)
        #expect(blat.sender == Sender(kind: .program, name: "blat") && blat.server == known("mail.contoso.local"))
        #expect(blat.from == known("r@b.c") && blat.signIn == .credential(user: known("svc")))
        #expect(blat.usesTLS == nil)
        let swaks = try sending("swaks --to a@b.c --from r@b.c --server smtp.office365.com")
        #expect(swaks.server == known("smtp.office365.com") && swaks.from == known("r@b.c"))
        let started = try sending("Start-Process -FilePath 'C:\\Tools\\blat.exe' -ArgumentList $arguments -Wait")
        #expect(started.sender.name == "blat" && started.server == .nothing && started.signIn == .unknown)
        #expect(sendings("SendEmail -to a@b.c").isEmpty)
        #expect(sendings("sendEmail.exe -f r@b.c -s mail").count == 1)
    }

    @Test("curl, where it sends and does not fetch")
    func curl() throws {
        let call = try sending(
            "curl.exe --ssl-reqd --url 'smtp://smtp.office365.com:587' --mail-from r@b.c --mail-rcpt a@b.c --user 'svc@b.c:Pa55word!' -T mail.txt"
        )
        #expect(call.sender == Sender(kind: .program, name: "curl") && call.route == .smtp)
        #expect(call.server == known("smtp.office365.com") && call.port == known("587") && call.usesTLS == true)
        #expect(call.from == known("r@b.c") && call.signIn == .credential(user: known("svc@b.c")))
        let inAddress = try sending("& 'C:\\Tools\\curl.exe' smtps://svc:Pa55word!@mail.b.c/host --mail-from=r@b.c --mail-rcpt=a@b.c")
        #expect(inAddress.server == known("mail.b.c") && inAddress.usesTLS == true && inAddress.from == known("r@b.c"))
        #expect(inAddress.signIn == .credential(user: .nothing))
        let list = try sending("$a = @('--url', \"smtp://$server\", '--mail-from', $from)\nStart-Process curl.exe -ArgumentList $a -Wait")
        #expect(list.server == unknown("$server") && list.from == .nothing && list.signIn == .anonymous && list.usesTLS == false)
        #expect(try sending("$a = '--mail-from', 'r@b.c'\ncurl @a smtp://mail -uname:Pa55word!").from == known("r@b.c"))
        #expect(try sending("$a = @('--mail-from', 'r@b.c', $a)\ncurl.exe $a").from == known("r@b.c"))
        #expect(try sending("$a = 'smtp://mail', $b\n$b = '-T', $a\ncurl.exe $a").server == known("mail"))
        #expect(sendings("curl.exe --user name:Pa55word! https://contoso.com\ncurl smtp.txt\n$x = '--mail-from'").isEmpty)
    }

    @Test("programs that cmd starts")
    func shell() throws {
        for script in [
            "cmd /c blat report.txt -to a@b.c", "cmd.exe /c 'C:\\Tools\\blat.exe report.txt -to a@b.c'",
            "cmd /s /c \"type $x | blat - -to a@b.c\"",
            "& cmd /c \"`\"C:\\Program Files\\blat.exe`\" - -to a@b.c\"",
        ] {
            #expect(try sending(script).sender == Sender(kind: .program, name: "blat"), "\(script)")
        }
        #expect(sendings("cmd /c echo blat\ncmd blat\ncmd /c 'del blat.txt'").isEmpty)
    }

    @Test("SQL Server, SharePoint, and a command of another module with the cmdlet's name, each with what to do about it")
    func others() throws {
        func finding(_ script: String) throws -> Finding {
            let findings = migrate(SourceText(script), options: MigrationOptions()).findings
            #expect(findings.count == 1)
            return try #require(findings.first)
        }
        let query = try finding(
            "Invoke-Sqlcmd -Query \"EXEC msdb.dbo.sp_send_dbmail @profile_name = 'p', @recipients = '$to'\" -ServerInstance s")
        #expect(query.outcome == .left && query.message == "Sends with sp_send_dbmail, which is not moved.")
        #expect(query.sending.sender.kind == .database && query.advice?.contains("Database Mail profile") == true)
        #expect(try finding("$c.CommandText = '[msdb].[dbo].[sp_send_dbmail]'").sending.sender.kind == .database)
        #expect(sendings("Write-Host 'Uses sp_send_dbmail of the server'\n# EXEC sp_send_dbmail").isEmpty)

        let farm = try finding("[Microsoft.SharePoint.Utilities.SPUtility]::SendEmail($web, $false, $false, 'a@b.c', 's', 'b')")
        #expect(farm.outcome == .left && farm.message == "Sends with Microsoft.SharePoint.Utilities.SPUtility, which is not moved.")
        #expect(farm.advice?.contains("outgoing mail") == true)
        #expect(try sending("[Microsoft.SharePoint.Client.Utilities.Utility]::SendEmail($context, $mail)").route == .service)
        #expect(sendings("[Microsoft.SharePoint.Utilities.SPUtility]::GetFullUrl($site, '/')").isEmpty)

        let namesake = try finding("Contoso.Tools\\Send-MailMessage -To a@b.c -From r@b.c -SmtpServer smtp.office365.com")
        #expect(
            namesake.outcome == .left && namesake.message.hasPrefix("Sends with Contoso.Tools\\Send-MailMessage through smtp.office365.com")
        )
        #expect(namesake.sending.sender == Sender(kind: .module, name: "Contoso.Tools\\Send-MailMessage", module: "Contoso.Tools"))
        #expect(namesake.advice?.contains("take Contoso.Tools\\ away from its name") == true)
        let own = try sending("Microsoft.PowerShell.Utility\\Send-MailMessage -To a@b.c -From r@b.c -SmtpServer smtp.office365.com")
        #expect(own.sender.kind == .cmdlet)
        #expect(sendings(".\\Send-MailMessage -To a@b.c").isEmpty)
    }

    @Test("what is on Graph already, and from which mailbox")
    func graph() throws {
        let cmdlet = try sending("Send-MgUserMail -UserId r@b.c -BodyParameter $m")
        #expect(cmdlet.route == .graph && cmdlet.mailboxes == known("r@b.c") && cmdlet.signIn == .session)
        let splatted = try sending("Send-MgUserMail @arguments")
        #expect(splatted.route == .graph && splatted.server == .nothing && splatted.mailboxes == unknown("@arguments"))
        let literal = try sending("Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/r%40b.c/sendMail' -Body $b")
        #expect(literal.sender == Sender(kind: .request, name: "Invoke-RestMethod") && literal.mailboxes == known("r@b.c"))
        let held = try sending("$from = 'r@b.c'\n$url = \"https://graph.microsoft.com/v1.0/users/$from/sendMail\"\nirm $url -Method Post")
        #expect(held.mailboxes == known("r@b.c"))
        let escaped = try sending("Invoke-MgGraphRequest POST \"v1.0/users/$([uri]::EscapeDataString($x))/messages/$id/send\"")
        #expect(escaped.mailboxes == unknown("$x"))
        #expect(try sending("Invoke-MgGraphRequest -Method POST -Uri v1.0/me/sendMail").mailboxes == .nothing)
        #expect(sendings("Invoke-RestMethod https://graph.microsoft.com/v1.0/users/r@b.c/messages").isEmpty)
    }

    @Test("never holds a secret, whatever the script writes where a name is wanted")
    func secrets() {
        let scripts = [
            "Send-MailMessage -To a@b.c -From (Get-Mail -Password 'Pa55word!') -SmtpServer $(Resolve-Server 'Pa55word!') -Credential (Get-Login 'Pa55word!')",
            "Send-MailMessage -To a@b.c -From r@b.c -Credential ([Login]::For('svc', 'Pa55word!'))",
            "Send-MailMessage -To a@b.c -From r@b.c -Credential $logins['svc'].Make('Pa55word!')",
            "Send-EmailMessage -Username svc -Password 'Pa55word!' -Server mail -From @{ Secret = 'Pa55word!' }",
            "$s = New-Object Net.Mail.SmtpClient mail\n$s.Credentials = [Net.NetworkCredential]::new('svc', 'Pa55word!')",
            "$s = New-Object Net.Mail.SmtpClient mail\n$s.Credentials = Get-Login -Secret 'Pa55word!'",
        ]
        for script in scripts { #expect(!"\(sendings(script))".contains("Pa55word"), "\(script)") }
    }
}

@Suite("What is reported of other ways to send")
struct OtherSenderTests {
    private func findings(_ script: String, _ policy: ServerPolicy = .known) -> [Finding] {
        migrate(SourceText(script), options: MigrationOptions(serverPolicy: policy)).findings
    }

    @Test("what uses SMTP AUTH is left, what goes through a known relay stays, what is on Graph is no finding")
    func outcomes() {
        #expect(findings("Send-EmailMessage -Server smtp.office365.com -From r@b.c").map(\.outcome) == [.left])
        #expect(findings("Send-EmailMessage -Server $env:SERVER -From r@b.c").map(\.outcome) == [.left])
        #expect(findings("$s = New-Object Net.Mail.SmtpClient('mail.contoso.local')").map(\.outcome) == [.stays])
        #expect(findings("$s = New-Object Net.Mail.SmtpClient('mail.contoso.local')", .all).map(\.outcome) == [.left])
        #expect(findings("param($m = 'mail.contoso.local')\n$s = New-Object Net.Mail.SmtpClient($m)").map(\.outcome) == [.left])
        #expect(findings("Send-EmailMessage -Graph -From r@b.c\nSend-MgUserMail -UserId r@b.c").isEmpty)
    }

    @Test("says what is known of the server, and quotes no secret")
    func messages() throws {
        let known = try #require(findings("Send-EmailMessage -Server smtp.office365.com -From r@b.c").first)
        #expect(known.message == "Sends with Send-EmailMessage through smtp.office365.com, which is not moved.")
        #expect(known.advice == "Move it by hand or rewrite it with Send-MailMessage and run again.")
        let unknown = try #require(findings("Send-EmailMessage -Server $server -From r@b.c").first)
        #expect(unknown.message == "Sends with Send-EmailMessage, which is not moved.")
        #expect(unknown.advice?.hasPrefix("If it goes through Exchange Online, move it by hand") == true)

        let secret = findings("Send-MailMessage -To a@b.c -From r@b.c -SmtpServer (Get-Server -Password 'Pa55word!') -Subject x")
        #expect(secret.map(\.message) == ["Its server, (Get-Server -Password …), is only known when the script runs."])
    }

    @Test("says how old a script's TLS setting is")
    func protocolSettings() {
        let levels = migrate(
            SourceText(
                """
                [Net.ServicePointManager]::SecurityProtocol = 'Tls11'
                [Net.ServicePointManager]::SecurityProtocol = $protocol
                [Net.ServicePointManager]::SecurityProtocol = 'Tls, Tls12'
                """), options: MigrationOptions()
        ).protocolSettings.map(\.level)
        #expect(levels == [.old, .unclear, .current])
    }
}
