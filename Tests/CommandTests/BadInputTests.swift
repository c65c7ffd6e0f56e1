import Foundation
import Testing

@Suite("Bad input")
struct BadInputTests {
    /// A folder with one bad thing besides a script that moves: a message names it, the rest goes on, nothing is lost.
    private func check(
        _ folder: Folder, says message: String, code: Int32 = 1, asOrdinaryUser: Bool = false, _ location: SourceLocation = #_sourceLocation
    ) throws {
        try folder.write("zz.ps1", Array(sendingScript.utf8))
        var expected = try folder.snapshot()
        let output = try folder.mail2graph("migrate", ".", "--auth", "managed-identity", asOrdinaryUser: asOrdinaryUser)
        #expect(output.code == code, "\(output.errors)", sourceLocation: location)
        #expect(output.errors.contains(message), "\(output.errors)", sourceLocation: location)
        var after = try folder.snapshot()
        #expect(String(decoding: after["zz.ps1"]!, as: UTF8.self).contains("Send-MgUserMessage"), sourceLocation: location)
        for name in ["zz.ps1", "mail2graph-tool"] { (expected[name], after[name]) = (nil, nil) }
        #expect(after == expected, sourceLocation: location)
    }

    @Test("binary")
    func binary() throws {
        let folder = try Folder()
        try folder.write("a.ps1", [0x4D, 0x5A, 0x90, 0x00, 0x03, 0x00] + Array(sendingScript.utf8))
        try check(folder, says: "a.ps1: warning: can't be read: looks binary")
    }

    @Test("half a script")
    func half() throws {
        try check(try Folder(["a.ps1": "if ($true) {\n" + sendingScript]), says: "a.ps1:", code: 1)
    }

    @Test("a script that can't be parsed is counted once")
    func countedOnce() throws {
        let folder = try Folder(["a.ps1": "if ($true) {\n" + sendingScript])
        #expect(try folder.mail2graph("diff", ".").errors.hasSuffix("1 script read, no send found.\n  1 script could not be parsed\n"))
    }

    @Test("what can't be parsed, or looks binary, and can't hold a send is no news")
    func nothingToFind() throws {
        let folder = try Folder(["a.ps1": "if ($true) {\n"])
        try folder.write("b.ps1", [0x4D, 0x5A, 0x90, 0x00])
        try check(folder, says: "3 scripts read, 1 send found.\n  1 moved to Graph\n", code: 0)
    }

    @Test("empty")
    func empty() throws {
        try check(try Folder(["a.ps1": ""]), says: "2 scripts read", code: 0)
    }

    @Test("too large")
    func large() throws {
        let folder = try Folder()
        try folder.write("a.ps1", [UInt8](repeating: UInt8(ascii: "#"), count: 50 << 20))
        try check(
            folder,
            says: "a.ps1: warning: can't be read: is 50 MB, and scripts of more than 32 MB are not read; raise --max-size, or leave it out")
    }

    @Test("a folder named like a script")
    func folderNamedScript() throws {
        let folder = try Folder(["x.ps1/notes.txt": "x"])
        try check(folder, says: "x.ps1: note: is a folder with the name of a script; what is in it is read", code: 0)
    }

    @Test("a link to nothing")
    func danglingLink() throws {
        let folder = try Folder()
        try folder.link("a.ps1", to: "nowhere.ps1")
        try folder.link("no-script", to: "nowhere")
        try check(folder, says: "a.ps1: warning: is a link to a file that is not there; remove or mend the link")
    }

    @Test("links in a circle")
    func loop() throws {
        let folder = try Folder(["sub/x.txt": ""])
        try folder.link("a.ps1", to: "b.ps1")
        try folder.link("b.ps1", to: "a.ps1")
        try folder.link("sub/up", to: "..")
        try check(folder, says: "a.ps1: warning: can't be read: links that lead in a circle")
    }

    @Test("links out of the folder")
    func outside() throws {
        let other = try Folder(["a.ps1": sendingScript])
        let folder = try Folder()
        try folder.link("a.ps1", to: other["a.ps1"])
        try folder.link("sub", to: other.path)
        try check(
            folder, says: "a.ps1: note: is a link out of the folder and not followed; name \(other["a.ps1"]) to have it read", code: 0)
        #expect(try other.text("a.ps1") == sendingScript)
    }

    @Test("a link and its file, both found")
    func linkedTwice() throws {
        let folder = try Folder(["b.ps1": sendingScript])
        try folder.link("a.ps1", to: "b.ps1")
        let output = try folder.mail2graph("diff", ".", "b.ps1", folder.path)
        #expect(output.errors.contains("1 script read, 1 send found."))
        #expect(output.errors.contains("b.ps1:2: moved"))
    }

    @Test("a pipe")
    func pipe() throws {
        let folder = try Folder()
        #expect(mkfifo(folder["a.ps1"], 0o644) == 0)
        try folder.write("b.ps1", Array(sendingScript.utf8))
        let output = try folder.mail2graph("diff", ".")
        #expect(output.code == 1 && output.errors.contains("a.ps1: warning: can't be read: is no regular file"))
        #expect(try folder.mail2graph("diff", "a.ps1").code == 2)
    }

    @Test("what may not be read", .enabled(if: canBeOrdinary))
    func unreadable() throws {
        let folder = try Folder(["a.ps1": "x", "sub/b.ps1": "x"])
        try folder.setMode(0o000, of: "a.ps1")
        try folder.setMode(0o000, of: "sub")
        try folder.write("zz.ps1", Array(sendingScript.utf8))
        let output = try folder.mail2graph("migrate", ".", "--auth", "managed-identity", asOrdinaryUser: true)
        #expect(output.code == 1)
        #expect(
            output.errors.contains("a.ps1: warning: can't be read: permission denied; run as a user who may, or change the permissions"))
        #expect(output.errors.contains("sub: warning: the folder can't be read: permission denied"))
        #expect(try folder.text("zz.ps1").contains("Send-MgUserMessage"))
    }

    @Test("odd names")
    func names() throws {
        let folder = try Folder([
            "line\nbreak.ps1": sendingScript, " blank .ps1": sendingScript, "-q.ps1": sendingScript, "esc\u{1B}[31m.ps1": sendingScript,
        ])
        let odd = Array(folder["odd".appending("-")].utf8).map(CChar.init(bitPattern:)) + [CChar(bitPattern: 0xFF)] + ".ps1".utf8CString
        let file = try #require(fopen(odd, "w"))
        fputs(sendingScript, file)
        fclose(file)

        let diff = try folder.mail2graph("diff", ".", "--auth", "managed-identity")
        #expect(diff.errors.contains("\"line\\nbreak.ps1\":2: moved"))
        #expect(diff.errors.contains("\"odd-\\377.ps1\":2: moved"))
        #expect(!diff.errors.contains("\u{1B}"))
        let output = try folder.mail2graph("migrate", ".", "--auth", "managed-identity")
        #expect(output.code == 0, "\(output.errors)")
        #expect(try folder.text("line\nbreak.ps1").contains("Send-MgUserMessage"))
        #expect(try folder.mail2graph("diff", ".").out.isEmpty)
        #expect(try folder.mail2graph("diff", "--", "-q.ps1").code == 0)
    }

    @Test("invalid bytes")
    func invalidBytes() throws {
        let folder = try Folder()
        let bytes = Array("# ".utf8) + [0xFF, 0xC3, 0x28, 0x81, 0x0D, 0x0A] + Array(sendingScript.utf8)
        try folder.write("a.ps1", bytes)
        #expect(try folder.mail2graph("migrate", "a.ps1", "--auth", "managed-identity").code == 0)
        #expect(try folder.bytes("a.ps1").starts(with: bytes[..<8]))
    }

    /// What a shell makes of `"$NAME"` where nothing is in it.
    @Test(
        "an empty name is a mistake of the command line",
        arguments: [
            ["init", ""], ["explain", ""], ["inventory", ""], ["inventory", ".", "-o", ""], ["check", ".", "-o", ""],
            ["report", ".", "-o", ""],
            ["migrate", ".", "--backup-dir", ""], ["migrate", ".", "--settings", ""], ["migrate", "--plan", ""], ["undo", ""],
        ])
    func emptyName(_ words: [String]) throws {
        let folder = try Folder(["a.ps1": sendingScript])
        let before = try folder.snapshot()
        let output = try folder.run(executable.path, words)
        #expect(output.code == 2)
        #expect(output.errors.contains("does not take ''; it takes a "), "\(output.errors)")
        #expect(try folder.snapshot() == before)
    }
}
