import Foundation
import MailMigration
import PowerShellAnalysis
import PowerShellSyntax
import TestSupport
import Testing

@testable import mail2graph

@Suite("Files that scripts load")
struct LoadedFileTests {
    private static let call =
        "Send-MailMessage -From a@contoso.com -To b@contoso.com -Subject s -Body t -SmtpServer smtp.office365.com -UseSsl\n"
    private static let function = "# Ours.\nfunction Send-MailMessage { Send-Ours @args }\n"

    /// What is said of a script's sends.
    private func told(_ folder: Folder, _ script: String = "x.ps1") throws -> String {
        try folder.mail2graph("diff", script).errors
    }

    private static let elsewhere =
        "x.ps1:2: elsewhere: Send-MailMessage is a function of Mail.psm1, line 2, and not the cmdlet.\n"
        + "    What sends stands there: migrate that file.\n"

    @Test("make a function of their own of the cmdlet: its calls stay, and every command says so")
    func everywhere() throws {
        let script = "Import-Module \"$PSScriptRoot\\mail.psm1\"\n" + Self.call
        let folder = try Folder(["x.ps1": script, "Mail.psm1": Self.function])
        let sum = "1 script read, 1 send found.\n  1 calls a command of another file and stays as it is\n"
        #expect(try told(folder) == Self.elsewhere + sum)

        let migrate = try folder.mail2graph("migrate", "x.ps1", "--auth", "managed-identity")
        #expect(migrate.code == 0 && migrate.errors == Self.elsewhere + sum)
        #expect(try folder.text("x.ps1") == script)

        let inventory = try folder.mail2graph("inventory", "x.ps1")
        let table = String(decoding: inventory.out, as: UTF8.self)
        #expect(table.contains("2  elsewhere  Send-MailMessage (Mail.psm1)  "))
        #expect(table.contains("  1 calls a command of another file\n"))

        let check = try folder.mail2graph("check", "--strict", "x.ps1")
        #expect(check.code == 0 && check.out.isEmpty)

        let explained = String(decoding: try folder.mail2graph("explain", "x.ps1:2").out, as: UTF8.self)
        #expect(explained.hasPrefix("x.ps1:2: elsewhere\n  Send-MailMessage is a function of Mail.psm1, line 2, and not the cmdlet.\n"))
        #expect(explained.hasSuffix("  What decides\n    Command        Send-MailMessage is a function of Mail.psm1 (line 2).\n"))

        #expect(try folder.mail2graph("report", "x.ps1", "-o", "r.html", "--save-plan", "plan.json").code == 0)
        #expect(try folder.text("r.html").contains("\"outcome\":\"elsewhere\""))
        #expect(try folder.text("plan.json").contains("\"files\": []"))
    }

    @Test("count with --only tls too")
    func onlyTLS() throws {
        let folder = try Folder(["x.ps1": "Import-Module \"$PSScriptRoot\\Mail.psm1\"\n" + Self.call, "Mail.psm1": Self.function])
        let output = try folder.mail2graph("diff", "--only", "tls", "x.ps1")
        #expect(output.out.isEmpty && output.errors.hasPrefix(Self.elsewhere))
    }

    @Test("are found beside the script, above it, in module folders, in any case")
    func places() throws {
        let files = [
            "Mail.psm1": Self.function, "Lib/Mail/mail.psd1": "@{ RootModule = 'Inner.psm1' }", "Lib/Mail/Inner.psm1": Self.function,
            "Lib/Versions/1.9/Versions.psd1": "@{ RootModule = 'none.psm1' }",
            "Lib/Versions/1.10/Versions.psd1": "@{ RootModule = 'm.psm1' }",
            "Lib/Versions/1.10/m.psm1": Self.function, "Lib/Mail.ps1": Self.function,
        ]
        for (load, place) in [
            ("Import-Module $PSScriptRoot\\..\\MAIL.PSM1", "../Mail.psm1"), ("Import-Module $PSScriptRoot\\..\\Mail", "../Mail.psm1"),
            ("Import-Module $PSScriptRoot\\..\\lib\\mail", "../Lib/Mail/Inner.psm1"),
            ("Import-Module $PSScriptRoot\\..\\Lib\\Versions", "../Lib/Versions/1.10/m.psm1"),
            (". $PSScriptRoot\\..\\Lib\\Mail", "../Lib/Mail.ps1"), ("using module ..\\Mail.psm1", "../Mail.psm1"),
        ] {
            let folder = try Folder(files.merging(["Scripts/x.ps1": load + "\n" + Self.call]) { $1 })
            let told = try told(folder, "Scripts/x.ps1")
            #expect(
                told.hasPrefix("Scripts/x.ps1:2: elsewhere: Send-MailMessage is a function of \(place), line 2, and"), "\(load): \(told)")
        }
    }

    @Test("may be others than those beside the script, where the current folder counts")
    func currentFolder() throws {
        let folder = try Folder(["x.ps1": ". .\\Mail.ps1\n" + Self.call, "Mail.ps1": Self.function])
        #expect(
            try told(folder).hasPrefix(
                """
                x.ps1:2: left: Send-MailMessage may be a function of Mail.ps1, line 2, and not the cmdlet: line 1 counts from the folder \
                that is current when the script runs.
                    If that is what it calls, there is nothing to do here: migrate that file. If not, write \
                Microsoft.PowerShell.Utility\\Send-MailMessage and run again.

                """))
    }

    @Test(
        "are noted once a script where they can't be read",
        arguments: [
            (". $PSScriptRoot\\none.ps1", "none.ps1, which can't be read: there is no such file"),
            (
                ". .\\none.ps1",
                "none.ps1, which can't be read: there is no such file beside the script, and only a run tells which folder is current"
            ),
            (". C:\\none.ps1", "C:\\none.ps1, which can't be read: it lies in C:, which is not here"),
            (". $PSScriptRoot\\folder", "folder, which can't be read: is a folder"),
            (". $PSScriptRoot\\broken.ps1", "broken.ps1, which can't be parsed (line 1)"),
            (
                ". $PSScriptRoot\\binary.ps1",
                "binary.ps1, which can't be read: looks binary: it holds NUL bytes and is not marked as UTF-16"
            ),
            (". $PSScriptRoot\\huge.ps1", "huge.ps1, which can't be read: is 2 MB, and scripts of more than 1 MB are not read"),
            (". $PSScriptRoot\\loop.ps1", "loop.ps1, which can't be read: links that lead in a circle"),
            (". $file", "$file, and only a run tells which file that is"),
            (". $file; . $other", "$file, and only a run tells which file that is, and 1 more like it"),
        ])
    func unread(_ load: String, _ what: String) throws {
        let folder = try Folder([
            "x.ps1": load + "\n" + Self.call + Self.call, "broken.ps1": "if (", "folder/a.ps1": "", "binary.ps1": "\0\0a",
        ])
        try folder.write("huge.ps1", Array(repeating: UInt8(ascii: "#"), count: 2 << 20))
        try folder.link("loop.ps1", to: "loop.ps1")
        let output = try folder.mail2graph("diff", "--max-size", "1", "x.ps1")
        let notes = output.errors.split(separator: "\n").filter { $0.contains("Note:") }
        #expect(
            notes == [
                "    Note: Line 1 loads \(what). Check that no Send-MailMessage is defined there and no $PSDefaultParameterValues are set for it: the script would follow them."
            ])
        #expect(!output.out.isEmpty)
    }

    @Test(
        "are not noted where they are modules by name, libraries, or parts of Microsoft's products",
        arguments: [
            "Import-Module ActiveDirectory", "Import-Module $PSScriptRoot\\mail.dll", "using module Mail",

            ". $env:ExchangeInstallPath\\bin\\RemoteExchange.ps1", ". $PSScriptRoot\\harmless.ps1", "Import-Module $PSScriptRoot\\Tools",
        ])
    func everyday(_ load: String) throws {
        let folder = try Folder(["x.ps1": load + "\n" + Self.call, "harmless.ps1": "function Get-Nothing { }", "Tools/Tools.psm1": ""])
        let told = try told(folder)
        #expect(told.hasPrefix("x.ps1:2: moved: ") && !told.contains("Note:"))
    }

    @Test("decide what commands of other modules' names are")
    func otherSenders() throws {
        let call = "Send-EmailMessage -From a@contoso.com -To b@contoso.com -Server smtp.office365.com -Subject s\n"
        let folder = try Folder([
            "x.ps1": "Import-Module $PSScriptRoot\\Mail.psm1\n" + call, "Mail.psm1": "function Send-EmailMessage { }", "y.ps1": call,
        ])
        #expect(
            try told(folder).hasPrefix(
                "x.ps1:2: elsewhere: Send-EmailMessage is a function of Mail.psm1, line 1, and not the one of Mailozaurr.\n"))
        #expect(try told(folder, "y.ps1").hasPrefix("y.ps1:1: left: Sends with Send-EmailMessage through smtp.office365.com"))
    }

    @Test("count again when a plan is carried out")
    func plan() throws {
        let folder = try Folder(["x.ps1": ". $PSScriptRoot\\tools.ps1\n" + Self.call, "tools.ps1": ""])
        #expect(try folder.mail2graph("report", "x.ps1", "-o", "r.html", "--save-plan", "plan.json").code == 0)
        try folder.write("plan.json", Array(try folder.text("plan.json").replacing("\"accepted\": null", with: "\"accepted\": true").utf8))
        // Since the review it is another command.
        try folder.write("tools.ps1", Array(Self.function.utf8))
        let output = try folder.mail2graph("migrate", "--plan", "plan.json", "--auth", "managed-identity")
        #expect(
            output.code == 1 && output.errors.contains("would become something else than was reviewed"))
        #expect(try folder.text("x.ps1").contains("Send-MailMessage"))
    }

    @Test(
        "are all those of a folder, where each is loaded",
        arguments: [
            "Get-ChildItem -Path $PSScriptRoot\\Public\\*.ps1 | ForEach-Object { . $_.FullName }",
            "gci \"$PSScriptRoot\\Public\" -Filter *.ps1 -Recurse | % { . $_ }",
            "foreach ($f in Get-ChildItem (Join-Path $PSScriptRoot Public) -File) { . $f.FullName }",
            "$Public = @(Get-ChildItem $PSScriptRoot\\Public\\*.ps1 -ErrorAction SilentlyContinue)\n"
                + "$Private = @(Get-ChildItem $PSScriptRoot\\Private\\*.ps1)\n"
                + "foreach ($import in @($Public + $Private)) { try { . $import.FullName } catch { Write-Error 'no' } }",
            "Get-ChildItem $PSScriptRoot -Include *.ps1 -Recurse | Sort-Object Name | ForEach-Object { . \"$($_.FullName)\" }",
        ])
    func folders(_ loader: String) throws {
        let folder = try Folder([
            "x.ps1": "Import-Module $PSScriptRoot\\Mail\n" + Self.call, "Mail/Mail.psm1": loader,
            "Mail/Public/Send-MailMessage.ps1": Self.function,
            "Mail/Public/notes.txt": "function Send-MailMessage { }", "Mail/Private/a.ps1": "$x = 1",
        ])
        #expect(
            try told(folder).hasPrefix(
                "x.ps1:2: elsewhere: Send-MailMessage is a function of Mail/Public/Send-MailMessage.ps1, line 2, and not the cmdlet.\n"))
    }

    @Test("are some of those of a folder, where a run chooses")
    func someOfFolder() throws {
        let files = ["Public/a.ps1": Self.function]
        func told(_ loader: String) throws -> String {
            try self.told(Folder(files.merging(["x.ps1": loader + "\n" + Self.call]) { $1 }))
        }
        for loader in [
            "Get-ChildItem $PSScriptRoot\\Public\\*.ps1 | Where-Object { $_.Name -ne 'b' } | ForEach-Object { . $_.FullName }",
            "foreach ($f in Get-ChildItem $PSScriptRoot\\Public\\*.ps1) { if ($f.Name -like $like) { . $f.FullName } }",
        ] {
            #expect(
                try told(loader).contains(
                    "Send-MailMessage may be a function of Public/a.ps1, line 2, and not the cmdlet: line 1 loads only some"))
        }
        #expect(try told("Get-ChildItem $PSScriptRoot\\Public\\b*.ps1 | % { . $_ }").hasPrefix("x.ps1:2: moved"))
        #expect(try told("Get-ChildItem $dir | % { . $_ }").contains("Note: Line 1 loads $_, and only a run tells which file that is."))
        #expect(try told("Get-ChildItem $PSScriptRoot\\None | % { . $_ }").contains("there is no such folder"))
    }

    @Test("say what the variables are that they set, and where")
    func variables() throws {
        let call = "Send-MailMessage -From $from -To b@contoso.com -Subject s -Body t -SmtpServer $server -UseSsl\n"
        let folder = try Folder([
            "x.ps1": ". $PSScriptRoot\\Config.ps1\n" + call, "Config.ps1": "$from = 'a@contoso.com'\n$server = 'smtp.office365.com'\n",
            "sub/y.ps1": ". $PSScriptRoot\\Config.ps1\n" + call,
            "sub/Config.ps1": "$from = 'a@contoso.com'; $server = 'relay.contoso.local'",
            "z.ps1": ". $PSScriptRoot\\Defaults.ps1\n" + Self.call,
            "Defaults.ps1": "\n$PSDefaultParameterValues['Send-Mail*:Cc'] = 'c@contoso.com'",
        ])
        #expect(try told(folder).hasPrefix("x.ps1:2: moved: Goes through Graph now, from the mailbox a@contoso.com.\nThe diffs"))
        let explained = String(decoding: try folder.mail2graph("explain", "x.ps1").out, as: UTF8.self)
        #expect(explained.contains("always 'smtp.office365.com'. $server is set in Config.ps1, line 2."))
        #expect(
            try told(folder, "sub/y.ps1").hasPrefix(
                "sub/y.ps1:2: stays: It goes through relay.contoso.local, which is not Exchange Online; $server is set in Config.ps1, line 1.\n"
            ))
        #expect(try told(folder, "z.ps1").hasPrefix("z.ps1:2: left: $PSDefaultParameterValues is set for it in Defaults.ps1, line 2.\n"))
    }

    @Test("are read once a run")
    func readOnce() throws {
        let folder = try Folder(["x.ps1": ". $PSScriptRoot\\Mail.ps1", "Mail.ps1": Self.function])
        let library = FileLibrary()
        let script = ParsedScript(SourceText(". $PSScriptRoot\\Mail.ps1\nSend-MailMessage"))
        func found() -> LoadedCommand? {
            let tree = SyntaxTree.parse(script.source)
            return library.files(loadedBy: script, at: FilePath(folder["x.ps1"])).command(
                "Send-MailMessage", at: tree.all(Command.self).last!)
        }
        #expect(found()?.line == 2)
        try folder.write("Mail.ps1", [])
        #expect(found()?.line == 2)
    }
}
