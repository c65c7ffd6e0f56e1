import Foundation
import MailMigration
import TestSupport
import Testing

@testable import mail2graph

@Suite("Nothing is lost")
struct RobustnessTests {
    private let options = MigrationOptions(signIn: SignIn(method: .managedIdentity))

    private func scripts(_ count: Int, in folder: String = "", length: Int = 0) -> [String: String] {
        let comment = String(repeating: "# what it is all about\n", count: length)
        return Dictionary(uniqueKeysWithValues: (0..<count).map { (folder + "\($0).ps1", sendingScript + "# \($0)\n" + comment) })
    }

    // MARK: A full disk

    @Test("a disk that fills up leaves each script old or new, and undo puts all back once there is space", .enabled(if: canMount))
    func fullDisk() throws {
        let folder = try Folder(["disk/.keep": ""])
        #expect(try folder.run("mount", ["-t", "tmpfs", "-o", "size=400k", "tmpfs", folder["disk"]]).code == 0)
        defer { _ = try? folder.run("umount", [folder["disk"]]) }
        for (name, text) in scripts(60, in: "disk/", length: 100) { try folder.write(name, Array(text.utf8)) }
        let before = try folder.state()

        let output = try folder.mail2graph("migrate", "disk", signIn[0], signIn[1])
        #expect(output.code == 1)
        #expect(output.errors.contains("no space left on the disk; free some space and run again"), "\(output.errors)")
        let now = try folder.state()
        #expect(now.keys == before.keys)
        let changed = now.filter { before[$0.key] != $0.value }
        #expect(!changed.isEmpty && changed.count < 60)
        #expect(changed.values.allSatisfy { String(decoding: $0.bytes, as: UTF8.self).contains("Send-MgUserMessage") })

        // Not a block is free when the run is taken back.
        _ = try folder.run("/bin/sh", ["-c", "cat /dev/zero > disk/filler 2> /dev/null"])
        let stuck = try folder.mail2graph("undo", "disk")
        #expect(stuck.code != 0 && stuck.errors.contains("no space left on the disk"), "\(stuck.errors)")
        try FileManager.default.removeItem(atPath: folder["disk/filler"])
        #expect(try folder.state().allSatisfy { $0.value.bytes == before[$0.key]?.bytes || $0.value.bytes == now[$0.key]?.bytes })
        #expect(try folder.mail2graph("undo", "disk").code == 0)
        #expect(try folder.state() == before)
    }

    // MARK: Others at work

    @Test(
        "a script that goes, or becomes something else, between search, reading and writing",
        arguments: ["gone", "folder", "link", "edited"])
    func meanwhile(change: String) throws {
        let folder = try Folder(["a.ps1": sendingScript, "other.ps1": sendingScript, "mine.txt": "mine"])
        let file = try #require(ScriptSearch(ScriptSelection(paths: [FilePath(folder.path)])).scripts.first)
        var result = ScriptResult(of: file, options: options, sizeLimit: 1 << 20, library: FileLibrary())
        #expect(result.rewrite != nil)
        try FileManager.default.removeItem(atPath: folder["a.ps1"])
        switch change {
        case "folder": try FileManager.default.createDirectory(atPath: folder["a.ps1"], withIntermediateDirectories: false)
        case "link": try folder.link("a.ps1", to: "mine.txt")
        case "edited": try folder.write("a.ps1", Array((sendingScript + "# mine\n").utf8))
        default: break
        }
        let before = try folder.snapshot()
        var writer = ScriptWriter(root: FilePath(folder.path), backupParent: nil)
        writer.write(&result)
        #expect(writer.written == 0 && writer.failed == 1)
        #expect(result.problems.count == 1 && result.problems[0].reason.hasPrefix("was not changed"), "\(result.problems)")
        #expect(try folder.snapshot() == before)
        // The journal tells of what was done, and nothing was.
        #expect(try RunHistory(of: FilePath(folder.path)).last == nil)

        let unread = ScriptResult(of: file, options: options, sizeLimit: 1 << 20, library: FileLibrary())
        if change == "gone" || change == "folder" {
            #expect(unread.problems.count == 1 && unread.problems[0].weight == .incomplete, "\(unread.problems)")
        }
    }

    @Test("two runs at once: each script is changed once, whoever was late says so, and undo takes both back")
    func twoRuns() throws {
        let folder = try Folder(scripts(80))
        let before = try folder.state()
        let command = #""$0" migrate . --auth managed-identity 2> errors1 & "$0" migrate . --auth managed-identity 2> errors2; wait"#
        #expect(try folder.run("/bin/sh", ["-c", command, executable.path]).code == 0)
        for name in try folder.snapshot().keys where name.hasSuffix(".ps1") {
            let text = try folder.text(name)
            #expect(text.components(separatedBy: "Send-MgUserMessage").count == 2 && !text.contains("Send-MailMessage"))
        }
        let errors = try folder.text("errors1") + folder.text("errors2")
        for line in errors.split(separator: "\n") where line.contains(": warning: ") {
            #expect(
                line.contains("was changed by somebody else meanwhile; run again")
                    || line.contains("is being written by another run of mail2graph; wait for that run to end and run again"), "\(line)")
        }
        for name in ["errors1", "errors2"] { try FileManager.default.removeItem(atPath: folder[name]) }
        while try folder.mail2graph("undo").code == 0 {}
        #expect(try folder.state() == before)
    }

    // MARK: Many

    @Test("thousands of scripts in one folder, in order and each once")
    func many() throws {
        let folder = try Folder()
        for number in 0..<3000 { try folder.write("\(number).ps1", number % 1000 == 0 ? Array(sendingScript.utf8) : [UInt8(ascii: "1")]) }
        let output = try folder.mail2graph("diff", ".", signIn[0], signIn[1])
        #expect(output.code == 0)
        #expect(output.errors.contains("3000 scripts read, 3 sends found."))
        let moved = output.errors.split(separator: "\n").filter { $0.contains(": moved: ") }.map { $0.prefix { $0 != ":" } }
        #expect(moved == ["0.ps1", "1000.ps1", "2000.ps1"])
    }

    @Test("the kill test of the full size, in small")
    func killTest() throws {
        let script = repository.appendingPathComponent("scripts/killtest.py").path
        let run = try ProgramRun(["python3", script, "--tool", executable.path, "--count", "12", "--files", "60"])
        #expect(run.code == 0, "\(String(decoding: run.out, as: UTF8.self))\(run.errors)")
        #expect(String(decoding: run.out, as: UTF8.self).hasSuffix("nothing was lost\n"))
    }
}

/// Whether a file system of its own can be had for a test: as root, and where containers do not forbid it.
private let canMount: Bool = {
    guard geteuid() == 0, let folder = try? Folder(["disk/x": ""]) else { return false }
    let isMounted = (try? folder.run("mount", ["-t", "tmpfs", "tmpfs", folder["disk"]]))?.code == 0
    if isMounted { _ = try? folder.run("umount", [folder["disk"]]) }
    return isMounted
}()
