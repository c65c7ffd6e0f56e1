import Testing

@Suite("mail2graph check")
struct CheckTests {
    private func lines(_ bytes: [UInt8]) -> [String] { String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init) }

    @Test("remarks on what has still to move and on old TLS, and exits with 1")
    func remarks() throws {
        let folder = try Folder(sampleScripts)
        let check = try folder.mail2graph("check", ".")
        #expect(check.code == 1)
        let found = lines(check.out)
        #expect(found.count == 4)
        #expect(found[0].hasPrefix("moves.ps1:2:1: warning: Send-MailMessage sends through smtp.office365.com with SMTP AUTH"))
        #expect(found[0].hasSuffix(" [smtp-auth]"))
        #expect(found[1].hasPrefix("old.ps1:1:1: warning: Sets an old version of TLS") && found[1].hasSuffix(" [old-tls]"))
        #expect(found[2].hasPrefix("sub/unknown & <b>.ps1:2:10: warning: ") && found[2].hasSuffix(" [smtp-auth-by-hand]"))
        #expect(check.errors == "6 scripts checked, 4 remarks. See what would change with: mail2graph diff .\n")
        #expect(try folder.mail2graph("check", "-q", ".").errors.isEmpty)
    }

    @Test("is clean where everything is on Graph or goes through a relay; --strict wants relays gone too")
    func clean() throws {
        let folder = try Folder([
            "graph.ps1": sampleScripts["graph.ps1"]!, "relay.ps1": sampleScripts["relay.ps1"]!, "silent.ps1": "Get-Date\n",
        ])
        let check = try folder.mail2graph("check", ".")
        #expect(check.code == 0 && check.out.isEmpty && check.errors == "3 scripts checked, 0 remarks.\n")
        let strict = try folder.mail2graph("check", "--strict", ".")
        #expect(strict.code == 1 && lines(strict.out).count == 1)
        #expect(lines(strict.out)[0].hasPrefix("relay.ps1:2:11: note: Sends with System.Net.Mail.SmtpClient through relay.contoso.local"))
    }

    @Test("takes a migrated script for clean")
    func migrated() throws {
        let folder = try Folder(["a.ps1": sendingScript])
        #expect(try folder.mail2graph("check", ".").code == 1)
        #expect(try folder.mail2graph("migrate", ".", signIn[0], signIn[1]).code == 0)
        #expect(try folder.mail2graph("check", "a.ps1").code == 0)
    }

    @Test("says by servers which sends may stay")
    func servers() throws {
        let folder = try Folder(["a.ps1": sendingScript.replacing("smtp.office365.com", with: "mail.contoso.local")])
        #expect(try folder.mail2graph("check", ".").code == 0)
        #expect(try folder.mail2graph("check", "--exchange-server", "mail.contoso.local", ".").code == 1)
        try folder.write("mail2graph.psd1", Array("@{ Servers = @{ ExchangeOnline = 'mail.*' } }".utf8))
        #expect(try folder.mail2graph("check", ".").code == 1)
        #expect(try folder.mail2graph("check", "--no-settings", ".").code == 0)
    }

    @Test("a script that can't be parsed is not clean, and a PATH that is not there fails the run")
    func troubles() throws {
        let folder = try Folder(["broken.ps1": brokenScript + "Send-MailMessage"])
        #expect(try folder.mail2graph("check", ".").code == 1)
        let missing = try folder.mail2graph("check", "nowhere")
        #expect(missing.code == 2 && missing.errors.contains("nowhere: error: "))
        #expect(try folder.mail2graph("check").code == 2)
    }

    @Test("escapes what would end a command of GitHub Actions or Azure Pipelines")
    func annotations() throws {
        let folder = try Folder(["50%, a:b;c].ps1": sendingScript])
        let gitHub = try folder.mail2graph("check", "--format", "github", ".")
        #expect(gitHub.code == 1)
        #expect(lines(gitHub.out).count == 1)
        #expect(lines(gitHub.out)[0].hasPrefix("::warning file=50%25%2C a%3Ab;c].ps1,line=2,col=1,endColumn="))
        let azure = lines(try folder.mail2graph("check", "--format", "azure", ".").out)
        #expect(azure.count == 1)
        #expect(
            azure[0].hasPrefix(
                "##vso[task.logissue type=warning;sourcepath=50%AZP25, a:b%3Bc%5D.ps1;linenumber=2;columnnumber=1;code=smtp-auth;]Send"))
    }
}
