import Foundation
import Testing

@Suite("mail2graph inventory")
struct InventoryTableTests {
    @Test("lists each send with what becomes of it, and what that comes to")
    func table() throws {
        let folder = try Folder(sampleScripts)
        let inventory = try folder.mail2graph("inventory", ".")
        let text = String(decoding: inventory.out, as: UTF8.self)
        #expect(inventory.code == 0 && inventory.errors.isEmpty, "\(inventory.errors)")
        #expect(text.contains("moves.ps1: TLS 1.2 is not set\n"))
        #expect(text.contains("relay.ps1: TLS 1.2 is set\n"))
        #expect(text.contains("6 scripts read, 4 send mail in 6 places.\n  1 can move to Graph\n  2 are left for you\n"))
        #expect(text.contains("  1 does not go through Exchange Online and stays\n  2 are on Graph already\n"))
        #expect(text.contains("  2 × a server that is only known when the script runs\n"))
        #expect(text.contains("  mailboxes:\n    g@contoso.com, svc@contoso.com\n"))
        #expect(text.contains("\n    graph.ps1:2: $someone\n"))
        #expect(text.hasSuffix("\nNext: mail2graph diff .\n"))
        for line in text.split(separator: "\n").prefix(while: { !$0.hasPrefix("6 scripts") }) { #expect(line.count <= 100, "\(line)") }
        #expect(!text.contains("Pa55word"))
    }

    @Test("prints the commands that scope the application to the mailboxes")
    func scoping() throws {
        let folder = try Folder(["a.ps1": sendingScript, "b.ps1": sendingScript.replacing("a@contoso.com", with: "o''neil@contoso.com")])
        let text = String(
            decoding: try folder.mail2graph("inventory", ".", "--client-id", "11111111-2222-3333-4444-555555555555").out, as: UTF8.self)
        let application = "'11111111-2222-3333-4444-555555555555'"
        #expect(text.contains("New-ServicePrincipal -AppId \(application) -ObjectId '<object-id-of-the-enterprise-application>'"))
        #expect(text.contains("\"PrimarySmtpAddress -eq 'a@contoso.com' -or PrimarySmtpAddress -eq 'o''neil@contoso.com'\""))
        for role in ["Application Mail.Send", "Application Mail.ReadWrite"] {
            #expect(
                text.contains(
                    "New-ManagementRoleAssignment -App \(application) -Role '\(role)' -CustomResourceScope 'mail2graph mailboxes'"))
        }
        #expect(text.contains("take back the application's tenant-wide consent"))

        let one = try folder.mail2graph("inventory", "a.ps1", "--target", "send-mgusermail")
        #expect(!String(decoding: one.out, as: UTF8.self).contains("Mail.ReadWrite"))
        // A person who signs in has no application to scope.
        let delegated = try folder.mail2graph("inventory", ".", "--auth", "delegated")
        #expect(!String(decoding: delegated.out, as: UTF8.self).contains("New-ManagementScope"))
    }

    @Test("scopes each application to its own mailboxes, and many of them by a group")
    func applications() throws {
        let folder = try Folder([
            "a.ps1": sendingScript, "finance/b.ps1": sendingScript.replacing("a@contoso.com", with: "f@contoso.com"),
            "mail2graph.psd1": """
            @{
                SignIn  = @{ ClientId = '11111111-2222-3333-4444-555555555555' }
                Folders = @{ 'finance' = @{ SignIn = @{ ClientId = '99999999-2222-3333-4444-555555555555' } } }
            }
            """,
        ])
        let text = String(decoding: try folder.mail2graph("inventory", ".").out, as: UTF8.self)
        #expect(text.contains("-Name 'mail2graph mailboxes' -RecipientRestrictionFilter \"PrimarySmtpAddress -eq 'a@contoso.com'\"\n"))
        #expect(text.contains("-Name 'mail2graph mailboxes 2' -RecipientRestrictionFilter \"PrimarySmtpAddress -eq 'f@contoso.com'\"\n"))
        #expect(
            text.contains(
                "-App '99999999-2222-3333-4444-555555555555' -Role 'Application Mail.Send' -CustomResourceScope 'mail2graph mailboxes 2'"))

        let many = (10...40).map { sendingScript.replacing("a@contoso.com", with: "a\($0)@contoso.com") }.joined()
        let group = String(decoding: try Folder(["a.ps1": many]).mail2graph("inventory", ".").out, as: UTF8.self)
        #expect(
            group.contains(
                "New-DistributionGroup -Name 'mail2graph mailboxes' -Type Security -Members 'a10@contoso.com', 'a11@contoso.com'"))
        #expect(group.contains("MemberOfGroup -eq '$((Get-DistributionGroup 'mail2graph mailboxes').DistinguishedName)'"))
    }

    @Test("says of what it could not look at, and exits with 1; with 2 where that was named")
    func troubles() throws {
        let folder = try Folder(["broken.ps1": brokenScript + "Send-MailMessage", "a.ps1": sendingScript])
        let inventory = try folder.mail2graph("inventory", ".")
        #expect(inventory.code == 1)
        #expect(inventory.errors.contains("broken.ps1:1: warning: can't be parsed"))
        #expect(String(decoding: inventory.out, as: UTF8.self).contains("  1 file or folder could not be looked at (see above)\n"))
        #expect(try folder.mail2graph("inventory", "nowhere").code == 2)
    }

    @Test("writes a report to a file, whole or not at all")
    func output() throws {
        let folder = try Folder(["a.ps1": sendingScript, "report.csv": "old"])
        try folder.setMode(0o640, of: "report.csv")
        let written = try folder.mail2graph("inventory", ".", "--format", "csv", "-o", "report.csv")
        #expect(written.code == 0 && written.out.isEmpty)
        #expect(written.errors == "1 script read, 1 sends mail in 1 place. The report is in report.csv.\n")
        #expect(try folder.text("report.csv").hasPrefix("\u{FEFF}path,line,"))
        #expect(try FileManager.default.attributesOfItem(atPath: folder["report.csv"])[.posixPermissions] as? Int == 0o640)

        try folder.link("link.csv", to: "report.csv")
        #expect(try folder.mail2graph("inventory", ".", "--format", "json", "-o", "link.csv").code == 0)
        #expect(try folder.text("report.csv").hasPrefix("{"))

        let before = try folder.snapshot()
        for place in ["nowhere/report.csv", ".", "a.ps1"] {
            let failed = try folder.mail2graph("inventory", "a.ps1", "-o", place)
            #expect(failed.code == 2 && failed.errors.contains("\(place): error: can't be written: "))
        }
        let full = try folder.mail2graph("inventory", "a.ps1", "--format", "json", "-o", "report.csv", through: "ulimit -f 0")
        #expect(full.code == 2)
        #expect(try folder.snapshot() == before)
    }

    @Test("fits the width and cuts no number")
    func width() throws {
        let long = sendingScript.replacing("a@contoso.com", with: String(repeating: "a", count: 200) + "@contoso.com")
        let folder = try Folder(["a.ps1": long])
        let text = String(decoding: try folder.mail2graph("inventory", "a.ps1").out, as: UTF8.self)
        let lines = text.split(separator: "\n")
        #expect(lines[0].hasPrefix("  LINE  STATUS"))
        #expect(lines[2].hasPrefix("     2  moves") && lines[2].count <= 100 && lines[2].contains("…"))
    }
}
