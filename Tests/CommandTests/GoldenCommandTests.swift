import Foundation
import TestSupport
import Testing

@testable import mail2graph

@Suite("mail2graph golden")
struct GoldenCommandTests {
    private func cases() throws -> Folder {
        try Folder([
            "mail2graph.psd1": "@{ SignIn = @{ Method = 'managed-identity' } }",
            "cases/report/before.ps1": sendingScript,
            "cases/relay/before.ps1": sendingScript.replacing("smtp.office365.com", with: "relay"),
        ])
    }

    @Test("writes what becomes of scripts, and then finds it as kept")
    func update() throws {
        let folder = try cases()
        let new = try folder.mail2graph("golden", "cases")
        #expect(new.code == 1 && new.out.isEmpty)
        #expect(
            new.errors == """
                Settings: mail2graph.psd1
                cases/relay/before.ps1: warning: nothing is kept of what becomes of it yet
                cases/report/before.ps1: warning: nothing is kept of what becomes of it yet
                2 scripts: 2 without anything kept.
                Where it is right, write it: mail2graph golden --update cases

                """)
        let updated = try folder.mail2graph("golden", "--update", "cases")
        #expect(updated.code == 0)
        #expect(
            updated.errors == """
                Settings: mail2graph.psd1
                cases/relay/report.txt: written
                cases/report/after.send-mgusermessage.ps1: written
                cases/report/send-mgusermessage.diff: written
                cases/report/report.txt: written
                2 scripts: 2 new.
                Read what was written before you keep it.

                """)
        #expect(try folder.text("cases/report/after.send-mgusermessage.ps1").contains("Connect-MgGraph -Identity"))
        #expect(try folder.text("cases/report/report.txt").hasPrefix("line 2 moved: "))
        #expect(try folder.text("cases/report/before.ps1") == sendingScript)
        let same = try folder.mail2graph("golden", "cases")
        #expect(same.code == 0 && same.out.isEmpty && same.errors.hasSuffix("2 scripts: as kept.\n"))
        let snapshot = try folder.snapshot()
        #expect(try folder.mail2graph("golden", "--update", "cases").code == 0)
        #expect(try folder.snapshot() == snapshot)
    }

    @Test("shows what comes out otherwise, as a patch of what is kept")
    func difference() throws {
        let folder = try cases()
        _ = try folder.mail2graph("golden", "--update", "cases")
        let kept = try folder.text("cases/report/report.txt")
        try folder.write("cases/report/report.txt", Array(("something else\n" + kept).utf8))
        let output = try folder.mail2graph("golden", "cases")
        #expect(output.code == 1)
        let shown = String(decoding: output.out, as: UTF8.self)
        #expect(
            shown.hasPrefix("diff --git a/cases/report/report.txt b/cases/report/report.txt\n") && shown.contains("\n-something else\n"))
        #expect(output.errors.contains("2 scripts: 1 other than kept.\n"))
        // What would not be there any more counts too.
        let target = try folder.mail2graph("golden", "-q", "cases/report", "--target", "send-mgusermail")
        let changed = String(decoding: target.out, as: UTF8.self)
        #expect(target.code == 1 && target.errors.isEmpty)
        #expect(
            changed.contains("b/cases/report/after.send-mgusermail.ps1\n")
                && changed.contains("b/cases/report/after.send-mgusermessage.ps1\n"))
        #expect(
            try folder.mail2graph("golden", "--update", "cases", "--target", "send-mgusermail").errors.contains(
                "after.send-mgusermessage.ps1: removed\n"))
        #expect(!FileManager.default.fileExists(atPath: folder["cases/report/after.send-mgusermessage.ps1"]))
    }

    @Test("takes scripts as they lie, and keeps beside them what becomes of them")
    func flat() throws {
        let folder = try Folder([
            "scripts/a.ps1": sendingScript, "scripts/sub/b.psm1": sendingScript, "scripts/notes.txt": "x", "scripts/data.psd1": "@{}",
        ])
        #expect(
            try folder.mail2graph("golden", "scripts").errors.contains(
                "scripts/a.ps1: warning: nothing is kept of what becomes of it yet\n"))
        #expect(try folder.mail2graph("golden", "--update", "scripts").code == 0)
        #expect(
            try folder.snapshot().keys.filter { $0.hasSuffix("report.txt") }.sorted()
                == ["scripts/a.ps1.golden/report.txt", "scripts/sub/b.psm1.golden/report.txt"])
        #expect(try folder.mail2graph("golden", "scripts").errors == "2 scripts: as kept.\n")
        try folder.write("scripts/a.ps1", Array("# now\n".utf8) + Array(sendingScript.utf8))
        #expect(try folder.mail2graph("golden", "scripts").errors.hasPrefix("2 scripts: 1 other than kept.\n"))
    }

    @Test("migrates each case with its own options, which flags win over")
    func options() throws {
        let folder = try cases()
        try folder.write("cases/report/options", Array("--target send-mgusermail\n".utf8))
        _ = try folder.mail2graph("golden", "--update", "cases")
        #expect(FileManager.default.fileExists(atPath: folder["cases/report/after.send-mgusermail.ps1"]))
        let flags = try folder.mail2graph("golden", "cases", "--target", "invoke-restmethod")
        #expect(String(decoding: flags.out, as: UTF8.self).contains("after.invoke-restmethod.ps1"))
        try folder.write("cases/report/options", Array("--target nothing\n".utf8))
        let wrong = try folder.mail2graph("golden", "cases")
        #expect(wrong.code == 2 && wrong.errors.contains("cases/report/options: error: --target has no value 'nothing'"))
    }

    @Test("compares every target where that is asked for, as the project does with its own cases")
    func own() throws {
        let folder = try Folder()
        let output = try folder.mail2graph("golden", "--all-targets", repository.appendingPathComponent("golden").path)
        #expect(output.code == 0 && output.out.isEmpty && output.errors.hasSuffix("scripts: as kept.\n"), "\(output.errors)")
    }

    @Test("says what to do where there is nothing to compare")
    func empty() throws {
        let folder = try Folder(["notes.txt": "x"])
        let nothing = try folder.mail2graph("golden", ".")
        #expect(nothing.code == 2)
        #expect(nothing.errors == ".: error: holds no scripts; put some there, and run with --update: it writes what becomes of them\n")
        #expect(
            try folder.mail2graph("golden", "nowhere").errors.hasPrefix("nowhere: error: the folder can't be read: no such file or folder"))
        #expect(try folder.mail2graph("golden", "notes.txt").code == 2)
    }
}
