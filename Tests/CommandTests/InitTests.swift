import Foundation
import MailMigration
import PowerShellSyntax
import TestSupport
import Testing

@testable import mail2graph

@Suite("mail2graph init")
struct InitTests {
    @Test("writes the defaults, says what to fill in and what to do then, and never writes over a file")
    func defaults() throws {
        let folder = try Folder(["scripts/x.ps1": sendingScript])
        let output = try folder.mail2graph("init", "scripts")
        #expect(output.code == 0)
        #expect(
            output.errors == """
                scripts/mail2graph.psd1 is written.
                Fill in SignIn.TenantId, SignIn.ClientId, SignIn.CertificateThumbprint, or another way to sign in.
                Then see what would change: mail2graph diff scripts

                """)
        #expect(try folder.snapshot().keys.sorted() == ["scripts/mail2graph.psd1", "scripts/x.ps1"])
        let file = FilePath(folder["scripts/mail2graph.psd1"])
        var expected = Settings()
        expected.file = file
        expected.maximumSize = Megabytes.ofScripts.count
        expected.migration.target = MigrationSettings.defaultTarget
        expected.migration.serverPolicy = MigrationSettings.defaultServerPolicy
        #expect(try Settings(of: file) == expected)
        #expect(try folder.mail2graph("diff", "scripts").errors.contains("scripts/x.ps1:2: moved"))

        try folder.write("scripts/mail2graph.psd1", Array("@{ }".utf8))
        let again = try folder.mail2graph("init", "scripts")
        #expect(again.code == 2)
        #expect(
            again.errors
                == "scripts/mail2graph.psd1: error: can't be written: is there already and is not overwritten; edit it, or remove it and run again\n"
        )
        #expect(try folder.text("scripts/mail2graph.psd1") == "@{ }")
    }

    @Test("fills in what is given")
    func flags() throws {
        let folder = try Folder(["x.ps1": sendingScript])
        let output = try folder.mail2graph(
            "init", "--target", "invoke-restmethod", "--tenant-id", "contoso.com", "--client-id", "8a0e7f5c-1d2b-4c3d-9e4f-0123456789ab",
            "--secret-name", "it's", "--exchange-server", "mail.contoso.com", "--relay-server", "*.local", "--relay-server", "relay")
        #expect(output.errors == "mail2graph.psd1 is written.\nThen see what would change: mail2graph diff .\n")
        let settings = try Settings(of: FilePath(folder["mail2graph.psd1"]))
        #expect(settings.migration.target == .invokeRestMethod)
        #expect(
            settings.migration.signIn
                == SignIn(tenantID: "contoso.com", clientID: "8a0e7f5c-1d2b-4c3d-9e4f-0123456789ab", secret: .vault("it's")))
        #expect(settings.migration.servers.entries.map(\.pattern) == ["relay", "mail.contoso.com", "*.local"])
        #expect(try folder.mail2graph("migrate", ".").code == 0)
        #expect(try folder.text("x.ps1").contains("Get-Secret -Name 'it''s'"))
        #expect(try folder.mail2graph("init", "--target", "invoke-restmethod", "--auth", "certificate").code == 2)
        #expect(
            try folder.mail2graph("init", "nowhere").errors.contains(
                "nowhere/mail2graph.psd1: error: can't be written: no such file or folder"))
    }

    @Test("explains every key, in ASCII")
    func keys() throws {
        let text = SettingsText(MigrationSettings()).text
        #expect(text.utf8.allSatisfy { $0 < 0x80 })
        let data = try PowerShellDataFile(SourceText(text))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(Set(data.entries.map(\.key)) == Set(Settings.Key.allCases.map(\.rawValue)))
        for (key, names) in [("SignIn", Settings.signInKeys), ("Servers", Settings.ServersKey.allCases.map(\.rawValue))] {
            guard case .table(let entries)? = data.entries.first(where: { $0.key == key })?.item.value else {
                Issue.record("\(key) is no table")
                continue
            }
            #expect(Set(entries.map(\.key)) == Set(names))
        }
        for entry in data.entries {
            #expect(lines[entry.line - 2].contains("# "), "\(entry.key) is not explained")
        }
    }

    @Test("writes what PowerShell reads as data", .enabled(if: PowerShellEngine.isPresent, "\(PowerShellEngine.absence)"))
    func engine() throws {
        let folder = try Folder()
        _ = try folder.mail2graph("init", "--tenant-id", "contoso.com", "--relay-server", "relay")
        let own = try PowerShellDataFile(SourceText(bytes: folder.bytes("mail2graph.psd1")))
        #expect(
            try DataFileEngine.values(in: folder["mail2graph.psd1"])
                == DataFileEngine.lines(of: .table(own.entries), at: "").sorted())
    }
}
