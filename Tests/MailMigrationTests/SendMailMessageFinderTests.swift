import PowerShellSyntax
import Testing

@testable import MailMigration

/// Which calls are found, and why some are left.
@Suite struct SendMailMessageFinderTests {
    private let mail = "Send-MailMessage -From a@b.c -To d@e.f -SmtpServer smtp.office365.com"

    private func findings(_ text: String, _ policy: ServerPolicy = .known) throws -> [Finding] {
        try Outline(text + "\n", options: MigrationOptions(target: .sendMgUserMail, serverPolicy: policy)).migration.findings
    }

    private func outcomes(_ text: String, _ policy: ServerPolicy = .known) throws -> [Finding.Outcome] {
        try findings(text, policy).map(\.outcome)
    }

    // MARK: What is a call

    @Test func howeverItIsCalled() throws {
        let arguments = mail.dropFirst("Send-MailMessage".count)
        for name in [
            "send-mailmessage", "& 'Send-MailMessage'", "Microsoft.PowerShell.Utility\\Send-MailMessage",
            "Set-Alias sm Send-MailMessage; sm",
        ] {
            #expect(try outcomes(name + arguments) == [.moved], "\(name)")
        }
    }

    @Test(arguments: [
        "'Send-MailMessage -To a'", "# Send-MailMessage -To a", "Get-Command Send-MailMessage", "Mock Send-MailMessage",
        "@'\nSend-MailMessage -To a\n'@",
        "function Send-MailMessage { }\nSend-MailMessage -To a", "Send-MailMessages -To a", ".\\Send-MailMessage -To a",
    ])
    func whatIsNone(_ text: String) throws {
        #expect(try outcomes(text) == [])
    }

    /// Nobody knows what it does; it is never moved.
    @Test func ofAnotherModule() throws {
        #expect(try outcomes("Contoso.Tools\\" + mail, .all) == [.left])
    }

    // MARK: Servers

    @Test(
        arguments: [
            ("smtp.office365.com", [.moved]), ("relay.contoso.com", [.stays]), ("contoso-com.mail.protection.outlook.com", [.stays]),
            ("smtp-hve.office365.com", [.stays]), ("smtp-mail.outlook.com", [.stays]), ("$server", [.left]), ("$env:SERVER", [.left]),
        ] as [(String, [Finding.Outcome])])
    func servers(_ server: String, _ expected: [Finding.Outcome]) throws {
        let text = "Send-MailMessage -From a@b.c -To d@e.f -SmtpServer \(server)"
        #expect(try outcomes(text) == expected)
        #expect(try outcomes(text, .all) == [.moved])
    }

    @Test func noServer() throws {
        #expect(try outcomes("Send-MailMessage -From a@b.c -To d@e.f") == [.left])
        #expect(try outcomes("$PSEmailServer = 'smtp.office365.com'\nSend-MailMessage -From a@b.c -To d@e.f") == [.moved])
        #expect(
            try outcomes("param($Server = 'smtp.office365.com')\nSend-MailMessage -From a@b.c -To d@e.f -SmtpServer $Server") == [.moved])
    }

    // MARK: Arguments

    @Test(arguments: [
        "Send-MailMessage -To d@e.f -SmtpServer smtp.office365.com", "Send-MailMessage -From a@b.c -SmtpServer smtp.office365.com",
        "Send-MailMessage @params", "$mail -OutVariable x", "$mail -Nothing x", "$mail -Priority Urgent", "$mail -Cc 'a@b.c;d@e.f'",
        "$mail -Bcc nobody",
        "Send-MailMessage -From me -To d@e.f -SmtpServer smtp.office365.com",
    ])
    func leftWithAReason(_ text: String) throws {
        let found = try findings(text.replacing("$mail", with: mail))
        #expect(found.map(\.outcome) == [.left])
        #expect(found.allSatisfy { !$0.message.isEmpty && $0.message.hasSuffix(".") && $0.advice != nil && $0.category != nil })
    }

    @Test func severalAddressesInOneStringAreNotSplitInSilence() throws {
        let advice = try findings(mail + " -Cc 'a@b.c; d@e.f'").compactMap(\.advice)
        #expect(advice == ["If all of them are meant, write 'a@b.c', 'd@e.f'."])
    }

    @Test(arguments: ["-Cc $null", "-Bcc @()", "-Body ''", "-Attachments $null", "-Body 'a', 'b'", "-Subject 'a', 'b'"])
    func whatSendMailMessageFailsOnIsLeft(_ argument: String) throws {
        #expect(try outcomes("\(mail) \(argument)") == [.left])
    }

    @Test func signedScriptsAreLeft() throws {
        #expect(try outcomes(mail + "\n# SIG # Begin signature block\n# x\n# SIG # End signature block") == [.left])
    }

    // MARK: Notes

    @Test(
        arguments: [
            ("-Encoding UTF8", "-Encoding goes: Graph takes UTF-8."),
            ("-DeliveryNotificationOption Never", "Delivery notification 'never' has no equal in Graph."),
            ("-Attachments a.txt", "Graph takes up to 3 MB of attachments this way; larger ones need an upload session."),
        ] as [(String, String)])
    func notes(_ argument: String, _ note: String) throws {
        #expect(try findings("\(mail) \(argument)").flatMap(\.notes).contains(note))
    }

    @Test func catchesThatNoLongerSeeIt() throws {
        let found = try findings("try {\n    \(mail) -ErrorAction Stop\n} catch [System.Net.Mail.SmtpException] { }")
        #expect(found.flatMap(\.notes).contains { $0.contains("[System.Net.Mail.SmtpException]") })
    }
}
