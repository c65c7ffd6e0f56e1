import Foundation
import Testing

@Suite("mail2graph diff")
struct DiffTests {
    @Test("prints a patch that makes of the scripts what migrate makes of them")
    func patch() throws {
        let text = sendingScript + "# größe\n"
        let windows = text.replacing("\n", with: "\r\n")
        let folder = try Folder(["lf.ps1": text, "sub/crlf.psm1": windows, "two words.PS1": text, "größe.ps1": text])
        try folder.write("utf16.ps1", ("\u{FEFF}" + windows).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        try folder.write("windows.ps1", windows.unicodeScalars.map { UInt8($0.value) })
        try folder.write("no-newline.ps1", Array(text.utf8.dropLast()))
        let before = try folder.snapshot()

        let diff = try folder.mail2graph("diff", ".", signIn[0], signIn[1])
        #expect(diff.code == 0)
        #expect(diff.errors.contains("7 scripts read, 7 sends found."))
        #expect(try folder.snapshot() == before)
        for tool in [["git", "apply", "-p1", "patch"], ["patch", "-p1", "-s", "-i", "patch"]] {
            let copy = try Folder()
            _ = try copy.run("/bin/cp", ["-R", folder.path + "/.", copy.path])
            try copy.write("patch", diff.out)
            let applied = try copy.run("/usr/bin/env", tool)
            #expect(applied.code == 0, "\(tool): \(applied.errors)")
            try FileManager.default.removeItem(atPath: copy["patch"])

            let migrated = try Folder()
            _ = try migrated.run("/bin/cp", ["-R", folder.path + "/.", migrated.path])
            #expect(try migrated.mail2graph("migrate", ".", signIn[0], signIn[1]).code == 0)
            #expect(try copy.snapshot() == migrated.snapshot())
            #expect(try copy.snapshot() != before)
        }
    }

    @Test("says nothing of scripts without a send")
    func silent() throws {
        let folder = try Folder(["a.ps1": "Get-Date\n", "b.psd1": "@{}\n", "empty.ps1": "", "c.txt": sendingScript])
        let diff = try folder.mail2graph("diff", ".")
        #expect(diff.code == 0 && diff.out.isEmpty)
        #expect(diff.errors == "3 scripts read, no send found.\n")
        #expect(try folder.mail2graph("diff", "-q", ".").errors.isEmpty)
    }

    @Test("names file and line of each send, what becomes of it and what to do")
    func findings() throws {
        let relay = sendingScript.replacing("smtp.office365.com", with: "relay.contoso.local")
        let dynamic = "Send-MailMessage @args\n"
        let folder = try Folder(["moves.ps1": sendingScript, "relay.ps1": relay, "sub/left.ps1": dynamic])
        let diff = try folder.mail2graph("diff", ".")
        #expect(diff.code == 1)
        #expect(diff.errors.contains("moves.ps1:2: moved: "))
        #expect(diff.errors.contains("relay.ps1:2: stays: "))
        #expect(diff.errors.contains("sub/left.ps1:1: left: "))
        #expect(diff.errors.contains("--tenant-id, --client-id, --certificate-thumbprint"))
        #expect(try folder.mail2graph("diff", "relay.ps1").code == 1)
    }

    @Test("shows text in colour when asked to")
    func colour() throws {
        let folder = try Folder()
        try folder.write("a.ps1", ("\u{FEFF}" + sendingScript).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        let diff = try folder.mail2graph("diff", "--color", "always", ".")
        #expect(String(decoding: diff.out, as: UTF8.self).contains("\u{1B}[31m-Send-MailMessage -From"))
        #expect(diff.errors.contains("\u{1B}[32mmoved\u{1B}[m"))
    }

    @Test("gives a PATH that is not there, or a wrong option, as a failure of the run")
    func failures() throws {
        let folder = try Folder(["a.ps1": sendingScript])
        let missing = try folder.mail2graph("diff", "nowhere", "a.ps1")
        #expect(missing.code == 2)
        #expect(missing.errors.contains("nowhere: error: can't be read: no such file or folder; check the path"))
        #expect(!missing.out.isEmpty)
        let wrong = try folder.mail2graph("diff", "--targt", "x", ".")
        #expect(wrong.code == 2 && wrong.errors.contains("did you mean --target?"))
        #expect(try folder.mail2graph("diff", "--tenant-id", "my tenant", ".").code == 2)
        #expect(try folder.mail2graph("diff", "--target", "invoke-restmethod", "--auth", "certificate", ".").code == 2)
        #expect(try folder.mail2graph().code == 2)
    }

    @Test("has help for everything", arguments: [["--help"], ["diff", "--help"], ["migrate", "-h"], ["help", "parse"], ["--version"]])
    func help(words: [String]) throws {
        let folder = try Folder()
        let output = try folder.mail2graph(words[0], words.count > 1 ? words[1] : "--help")
        #expect(output.code == 0 && !output.out.isEmpty && output.errors.isEmpty)
    }

    @Test("makes paths of scripts elsewhere count from the root, as a patch must not lead upwards")
    func elsewhere() throws {
        let folder = try Folder(["scripts/a.ps1": sendingScript, "here/b.txt": ""])
        let diff = try folder.mail2graph("diff", "here/../scripts")
        #expect(String(decoding: diff.out, as: UTF8.self).hasPrefix("diff --git a/scripts/a.ps1 b/scripts/a.ps1\n"))
        let other = try Folder()
        let fromThere = try other.mail2graph("diff", folder.path)
        #expect(String(decoding: fromThere.out, as: UTF8.self).hasPrefix("diff --git a\(folder.path)/scripts/a.ps1 b\(folder.path)"))
    }
}
