import Foundation
import MailMigration
import Testing

@testable import mail2graph

@Suite("Settings")
struct SettingsTests {
    private func settings(_ text: String, folders: [String] = []) throws -> Settings {
        let folder = try Folder(["mail2graph.psd1": text])
        for name in folders { try folder.write("\(name)/notes.txt", []) }
        return try Settings(of: FilePath(folder["mail2graph.psd1"]))
    }

    /// What is wrong with a file: the lines of the report without the path.
    private func faults(_ text: String, folders: [String] = []) throws -> [String] {
        let folder = try Folder(["mail2graph.psd1": text])
        for name in folders { try folder.write("\(name)/notes.txt", []) }
        do throws(Settings.Fault) {
            _ = try Settings(of: FilePath(folder["mail2graph.psd1"]))
            return []
        } catch {
            return error.problems.map { ReportLines(colour: false).lines(for: $0).replacing(folder.path + "/", with: "") }
        }
    }

    @Test("are read in any case of their keys")
    func values() throws {
        let settings = try settings(
            """
            @{
                TARGET = 'Invoke-MgGraphRequest'
                ServerPolicy = 'all'
                signin = @{ Method = 'secret'; TenantId = 'contoso.com'; ClientId = ''; SecretName = 'graph'; SecretVariable = $null }
                Servers = @{ ExchangeOnline = 'mail.contoso.com'; Relay = @('*.local', 'relay') }
                Exclude = 'old/', '*.bak.ps1'
                MaximumSize = 64
            }
            """)
        #expect(settings.migration.target == .invokeMgGraphRequest)
        #expect(settings.migration.serverPolicy == .all)
        #expect(settings.migration.signIn == SignIn(method: .secret, tenantID: "contoso.com", secret: .vault("graph")))
        #expect(settings.migration.servers.entries.map(\.pattern) == ["relay", "mail.contoso.com", "*.local"])
        #expect(settings.exclude == ["old/", "*.bak.ps1"])
        #expect(settings.maximumSize == 64)
    }

    @Test("tell everything that is wrong at once, with lines and what was meant")
    func faults() throws {
        let faults = try faults(
            """
            @{
                Tarrget = 'send-mgusermail'
                ServerPolicy = 'knwon'
                TenantId = 'contoso.com'
                SignIn = @{
                    Method = 5
                    TenantId = 'contoso'
                    ClientId = 'x'
                    CertificateThumbprint = 'AB CD'
                    SecretName = 'graph'
                    SecretVariable = 'my secret!'
                    Colour = 'red'
                }
                Servers = @{ Relays = 'x'; ExchangeOnline = 'smtp://mail' }
                MaximumSize = 0
                Exclude = @(1, '# all')
                Folders = @{ 'Lagacy' = @{ }; 'Finance' = @{ MaximumSize = 5; SignIn = 'x' } }
            }
            """, folders: ["Legacy", "Finance"])
        #expect(
            faults == [
                "mail2graph.psd1:2: error: there is no setting Tarrget; did you mean Target?\n",
                "mail2graph.psd1:3: error: ServerPolicy has no value 'knwon'; did you mean 'known'? It takes 'known', 'all'\n",
                "mail2graph.psd1:4: error: there is no setting TenantId; TenantId stands in the table SignIn: SignIn = @{ TenantId = … }\n",
                "mail2graph.psd1:6: error: SignIn.Method takes a text, not the number 5; write it in single quotes\n",
                "mail2graph.psd1:7: error: SignIn.TenantId has no value 'contoso'; it takes an id like 8a0e7f5c-1d2b-4c3d-9e4f-0123456789ab or a domain like contoso.com\n",
                "mail2graph.psd1:8: error: SignIn.ClientId has no value 'x'; it takes an id like 8a0e7f5c-1d2b-4c3d-9e4f-0123456789ab\n",
                "mail2graph.psd1:9: error: SignIn.CertificateThumbprint has no value 'AB CD'; it takes 40 hexadecimal digits without blanks\n",
                "mail2graph.psd1:11: error: SignIn.SecretVariable has no value like this; it takes the name of an environment variable, never the secret itself\n",
                "mail2graph.psd1:12: error: there is no setting SignIn.Colour; there are Method, TenantId, ClientId, CertificateThumbprint, SecretName, SecretVariable\n",
                "mail2graph.psd1:14: error: there is no setting Servers.Relays; did you mean Relay?\n",
                "mail2graph.psd1:14: error: Servers.ExchangeOnline holds 'smtp://mail', which is no name of a server; write names like mail.contoso.com or *.smtp.contoso.com\n",
                "mail2graph.psd1:15: error: MaximumSize does not take the number 0; it takes a number of megabytes from 1 to 2048\n",
                "mail2graph.psd1:16: error: Exclude takes a text, not the number 1; write it in single quotes\n",
                "mail2graph.psd1:16: error: Exclude holds '# all', which is no pattern; write patterns like Archive/ or *.Tests.ps1\n",
                "mail2graph.psd1:17: error: Folders names 'Lagacy', which can't be used: no such file or folder; did you mean 'Legacy'?\n",
                "mail2graph.psd1:17: error: there is no setting Folders.'Finance'.MaximumSize; MaximumSize is for all folders and stands at the top\n",
                "mail2graph.psd1:17: error: Folders.'Finance'.SignIn takes a table, not the text 'x'; write Folders.'Finance'.SignIn = @{ … }\n",
            ])
    }

    @Test("refuse a secret from two places, and a sign-in that the target can't use")
    func conflicts() throws {
        #expect(
            try faults("@{ SignIn = @{ SecretName = 'a'\n SecretVariable = 'b' } }")
                == ["mail2graph.psd1:2: error: SecretName and SecretVariable exclude each other; the secret comes from one place\n"])
        #expect(
            try faults(
                "@{ SignIn = @{ Method = 'certificate' }\n Folders = @{\n Old = @{ Target = 'invoke-restmethod' } } }", folders: ["Old"]
            )
            .first?.hasPrefix("mail2graph.psd1:3: error: the target invoke-restmethod gets its token by itself") == true)
        #expect(
            try faults("@{ Folders = @{ 'a' = @{}\n './a/' = @{} } }", folders: ["a"])
                == ["mail2graph.psd1:2: error: Folders.'./a/' is the folder of line 1 again; write all that is said of it in one place\n"])
    }

    @Test("of a folder come before those around it, and leave what they do not say")
    func folders() throws {
        let settings = try settings(
            #"""
            @{
                Target = 'send-mgusermail'
                SignIn = @{ TenantId = 'contoso.com'; SecretName = 'graph' }
                Servers = @{ Relay = '*.contoso.com' }
                Folders = @{
                    'Legacy' = @{ SignIn = @{ SecretVariable = 'GRAPH' }; Servers = @{ ExchangeOnline = 'mail.contoso.com' } }
                    'Legacy\Old' = @{ Target = 'invoke-mggraphrequest' }
                }
            }
            """#, folders: ["Legacy/Old"])
        let (old, legacy) = (settings.migration(in: settings.folders[0]), settings.migration(in: settings.folders[1]))
        #expect(legacy.target == .sendMgUserMail)
        #expect(old.target == .invokeMgGraphRequest)
        for said in [old, legacy] {
            #expect(said.signIn == SignIn(tenantID: "contoso.com", secret: .environmentVariable("GRAPH")))
            #expect(said.servers.entry(for: "Mail.Contoso.COM")?.kind == .exchangeOnline)
            #expect(said.servers.entry(for: "other.contoso.com")?.kind == .relay)
        }
        #expect(settings.migration.servers.entry(for: "mail.contoso.com")?.kind == .relay)
    }

    // MARK: In commands

    private let signIn = "SignIn = @{ Method = 'managed-identity' }"

    @Test("are found in the folder that was named or above it, else in the current folder")
    func lookup() throws {
        let folder = try Folder([
            "mail2graph.psd1": "@{ Target = 'send-mgusermail' }", "a/b/x.ps1": sendingScript,
            "c/mail2graph.psd1": "@{ Target = 'invoke-mggraphrequest' }", "c/d/x.ps1": sendingScript,
        ])
        let other = try Folder(["x.ps1": sendingScript])
        func target(_ path: String) throws -> String { String(decoding: try folder.mail2graph("diff", path).out, as: UTF8.self) }
        #expect(try target("a/b").contains("+Send-MgUserMail "))
        #expect(try target("a/b/x.ps1").contains("+Send-MgUserMail "))
        #expect(try target("c/d").contains("Invoke-MgGraphRequest "))
        // What is named lies in the folder of the outer file.
        #expect(
            try String(decoding: folder.mail2graph("diff", "a", "c").out, as: UTF8.self).components(separatedBy: "+Send-MgUserMail ").count
                == 3)
        #expect(try target(other.path).contains("+Send-MgUserMail "))
        #expect(try folder.mail2graph("diff", "a").errors.hasPrefix("Settings: mail2graph.psd1\n"))
        #expect(try !folder.mail2graph("diff", "-q", "a").errors.contains("Settings"))
        let given = try folder.mail2graph("diff", "a", "--settings", "c/mail2graph.psd1")
        #expect(String(decoding: given.out, as: UTF8.self).contains("Invoke-MgGraphRequest "))
        let ignored = try folder.mail2graph("diff", "a", "--no-settings")
        #expect(String(decoding: ignored.out, as: UTF8.self).contains("New-MgUserMessage"))
        #expect(try folder.mail2graph("diff", "a", "--no-settings", "--settings", "x.psd1").code == 2)
        let missing = try folder.mail2graph("diff", "a", "--settings", "none.psd1")
        #expect(missing.code == 2)
        #expect(missing.errors == "none.psd1: error: the settings can't be read: no such file or folder; check the path\n")
    }

    @Test("are found by their name in any case, and are no script")
    func nameInAnyCase() throws {
        let folder = try Folder(["Mail2Graph.PSD1": "@{ Target = 'send-mgusermail' }", "x.ps1": sendingScript])
        let output = try folder.mail2graph("diff", ".")
        #expect(output.errors.hasPrefix("Settings: Mail2Graph.PSD1\n") && output.errors.contains("1 script read"))
        #expect(String(decoding: output.out, as: UTF8.self).contains("+Send-MgUserMail "))
    }

    @Test("behind a link that leads nowhere are not done without", arguments: ["mail2graph.psd1", "Mail2Graph.psd1"])
    func linkToNothing(_ name: String) throws {
        let folder = try Folder(["a.ps1": sendingScript])
        try folder.link(name, to: "/nowhere/mail2graph.psd1")
        let output = try folder.mail2graph("diff", ".")
        #expect(output.code == 2)
        #expect(output.errors == "\(name): error: the settings can't be read: no such file or folder; check the path\n")
    }

    @Test("that are wrong end the run before anything is read")
    func wrong() throws {
        let folder = try Folder(["mail2graph.psd1": "@{\n Target = Get-Date\n Tarrget = 1\n}", "x.ps1": sendingScript])
        let output = try folder.mail2graph("migrate", ".", "--auth", "managed-identity")
        #expect(output.code == 2)
        #expect(
            output.errors == """
                mail2graph.psd1:2: error: Get-Date would run as a command; text stands in quotes: 'Get-Date'
                mail2graph.psd1:3: error: there is no setting Tarrget; did you mean Target?

                """)
        #expect(try folder.text("x.ps1") == sendingScript)
    }

    @Test("give way to flags")
    func flags() throws {
        let folder = try Folder(["mail2graph.psd1": "@{ Target = 'send-mgusermail'; \(signIn) }", "x.ps1": sendingScript])
        let output = try folder.mail2graph("migrate", ".", "--target", "invoke-mggraphrequest")
        #expect(output.code == 0, "\(output.errors)")
        #expect(try folder.text("x.ps1").contains("Connect-MgGraph -Identity"))
        #expect(try folder.text("x.ps1").contains("Invoke-MgGraphRequest"))
        let conflict = try folder.mail2graph("diff", ".", "--target", "invoke-restmethod", "--auth", "certificate")
        #expect(conflict.code == 2)
    }

    @Test("of folders hold for their scripts")
    func perFolder() throws {
        let folder = try Folder([
            "mail2graph.psd1": "@{ \(signIn); Folders = @{ 'Old' = @{ Target = 'send-mgusermail' } } }",
            "x.ps1": sendingScript, "Old/y.ps1": sendingScript, "Older/z.ps1": sendingScript,
        ])
        #expect(try folder.mail2graph("migrate", ".").code == 0)
        #expect(try folder.text("x.ps1").contains("New-MgUserMessage"))
        #expect(try folder.text("Old/y.ps1").contains("Send-MgUserMail "))
        #expect(try folder.text("Older/z.ps1").contains("New-MgUserMessage"))
    }

    @Test("that lack a sign-in keep migrate from beginning, for each folder that has scripts")
    func missingSignIn() throws {
        let folder = try Folder([
            "mail2graph.psd1": """
            @{ SignIn = @{ TenantId = 'contoso.com' }
               Folders = @{ 'A' = @{ \(signIn) }; 'B' = @{ SignIn = @{ Method = 'secret' } }; 'Empty' = @{ SignIn = @{ Method = 'secret' } } } }
            """,
            "A/x.ps1": sendingScript, "B/y.ps1": sendingScript, "Empty/notes.txt": "",
        ])
        let refused = try folder.mail2graph("migrate", ".")
        #expect(refused.code == 2)
        #expect(
            refused.errors.contains(
                "B: error: the migrated scripts could not sign in: --client-id, --secret-name or --secret-variable are missing; give them, "
                    + "or set SignIn.ClientId, SignIn.SecretName or SignIn.SecretVariable in mail2graph.psd1, "
                    + "or choose another way to sign in with --auth\n"))
        #expect(!refused.errors.contains("Empty") && !refused.errors.contains(".: error"))
        #expect(try folder.text("A/x.ps1") == sendingScript)
        // Nothing falls to what is said of all, so that it need not be whole.
        #expect(try folder.mail2graph("migrate", "A").code == 0)
        #expect(try folder.text("A/x.ps1").contains("-Identity"))
    }

    @Test("leave out scripts, from the folder of the file, and larger ones")
    func selection() throws {
        let folder = try Folder([
            "all/mail2graph.psd1": "@{ Exclude = '/old/', '*.bak.ps1'; MaximumSize = 1 }", "all/a.ps1": sendingScript,
            "all/a.bak.ps1": sendingScript, "all/old/b.ps1": sendingScript, "all/sub/old/c.ps1": sendingScript,
            "all/large.ps1": sendingScript + "# " + String(repeating: "x", count: 1_200_000),
        ])
        let output = try folder.mail2graph("diff", "all")
        #expect(output.errors.contains("all/a.ps1:2: moved") && output.errors.contains("all/sub/old/c.ps1:2: moved"))
        #expect(!output.errors.contains("all/a.bak.ps1") && !output.errors.contains("all/old/b.ps1"))
        #expect(output.errors.contains("all/large.ps1: warning: can't be read: is 1.1 MB, and scripts of more than 1 MB are not read"))
        #expect(try folder.mail2graph("diff", "all", "--max-size", "2").errors.contains("all/large.ps1:2: moved"))
    }

    @Test("name servers that move and relays that stay")
    func servers() throws {
        func script(_ server: String) -> String { sendingScript.replacing("smtp.office365.com", with: server) }
        let folder = try Folder([
            "mail2graph.psd1": "@{ \(signIn); Servers = @{ ExchangeOnline = '*.smtp.contoso.com'; Relay = 'relay.contoso.com' } }",
            "a.ps1": script("EU.smtp.contoso.com"), "b.ps1": script("Relay.contoso.com"), "c.ps1": script("mx.contoso.com"),
        ])
        let known = try folder.mail2graph("diff", ".")
        #expect(known.errors.contains("a.ps1:2: moved"))
        #expect(
            known.errors.contains(
                "b.ps1:2: stays: It goes through Relay.contoso.com, which is listed as a relay (Servers.Relay in mail2graph.psd1).\n    If it is to move, take it out of that list.\n"
            ))
        #expect(
            known.errors.contains(
                "c.ps1:2: stays: It goes through mx.contoso.com, which is not Exchange Online.\n    If it is to move all the same, add it to Servers.ExchangeOnline in mail2graph.psd1 or give --exchange-server mx.contoso.com.\n"
            ))
        let all = try folder.mail2graph("diff", ".", "--server-policy", "all")
        #expect(all.errors.contains("c.ps1:2: moved") && all.errors.contains("b.ps1:2: stays"))
        let flags = try folder.mail2graph("diff", ".", "--exchange-server", "relay.*", "--relay-server", "eu.*")
        #expect(flags.errors.contains("a.ps1:2: stays: It goes through EU.smtp.contoso.com, which is listed as a relay (--relay-server)."))
        #expect(flags.errors.contains("b.ps1:2: moved"))
        #expect(try folder.mail2graph("diff", ".", "--relay-server", "a b").errors.contains("--relay-server has no value 'a b'"))
    }
}
