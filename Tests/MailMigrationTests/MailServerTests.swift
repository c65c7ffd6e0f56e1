import Testing

@testable import MailMigration

/// What a mail server is, by its name.
@Suite struct MailServerTests {
    @Test(
        arguments: [
            ("smtp.office365.com", .exchangeOnline(.global)),
            ("SMTP.Office365.com", .exchangeOnline(.global)),
            (" smtp.office365.com", .exchangeOnline(.global)),
            ("smtp-legacy.office365.com", .exchangeOnline(.global)),
            ("outlook.office365.com", .exchangeOnline(.global)),
            ("smtp.office365.us", .exchangeOnline(.usGovernment)),
            ("smtp.partner.outlook.cn", .exchangeOnline(.china)),
            ("contoso-com.mail.protection.outlook.com", .directSend),
            ("smtp-hve.office365.com", .highVolumeEmail),
            ("smtp-mail.outlook.com", .consumer),
            ("smtp.gmail.com", .relay),
            ("relay.contoso.com", .relay),
            ("10.0.0.25", .relay),
            ("smtp.office365.com.contoso.com", .relay),
            ("mysmtp.office365.com", .relay),
        ] as [(String, MailServer)])
    func named(_ name: String, _ server: MailServer) {
        #expect(MailServer(named: name) == server)
    }

    @Test func onlyExchangeOnlineMoves() {
        #expect(MailServer.exchangeOnline(.china).reasonToStay == nil)
        for server in [MailServer.directSend, .highVolumeEmail, .consumer, .relay] { #expect(server.reasonToStay != nil) }
    }

    @Test(
        arguments: [
            ("smtp.office365.us", "https://graph.microsoft.us/v1.0/users/", "-Environment USGov"),
            ("smtp.partner.outlook.cn", "https://microsoftgraph.chinacloudapi.cn/v1.0/users/", "-Environment China"),
        ] as [(String, String, String)])
    func otherCloudsHaveTheirOwnGraph(_ server: String, _ root: String, _ environment: String) throws {
        let script = "Send-MailMessage -From a@b.c -To d@e.f -SmtpServer \(server)\n"
        #expect(try Outline(script, .invokeRestMethod).after.string.contains(root))
        #expect(try Outline(script, .sendMgUserMail).after.string.contains(environment))
        #expect(try Outline(script, .invokeMgGraphRequest).after.string.contains("-Uri 'v1.0/users/"))
    }
}
