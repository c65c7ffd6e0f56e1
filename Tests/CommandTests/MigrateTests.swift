import Foundation
import Synchronization
import Testing

@testable import mail2graph

@Suite("mail2graph migrate")
struct MigrateTests {
    @Test("writes what moves, keeps the old version and journals it")
    func writes() throws {
        let folder = try Folder(["sub/a.ps1": sendingScript, "b.ps1": "Get-Date\n", ".git/c.ps1": sendingScript])
        let output = try folder.mail2graph("migrate", ".", "--auth", "managed-identity")
        #expect(output.code == 0)
        let new = try folder.text("sub/a.ps1")
        #expect(new.contains("Send-MgUserMessage") && new.contains("$date = Get-Date\n"))
        #expect(try folder.text("b.ps1") == "Get-Date\n")
        #expect(try folder.text(".git/c.ps1") == sendingScript)

        let backups = folder[".mail2graph/backup"]
        let names = try FileManager.default.contentsOfDirectory(atPath: backups).sorted()
        #expect(names.count == 2 && names[1] == names[0] + ".jsonl")
        #expect(try folder.text(".mail2graph/backup/\(names[0])/sub/a.ps1") == sendingScript)
        let entry = try JSONDecoder().decode(JournalEntry.self, from: Data(folder.bytes(".mail2graph/backup/\(names[1])")))
        #expect(entry.path.path == FilePath(folder["sub/a.ps1"]))
        #expect(entry.backup.path == FilePath("\(backups)/\(names[0])/sub/a.ps1"))
        #expect(entry.sha256Before == SHA256(Array(sendingScript.utf8)).description)
        #expect(entry.sha256After == SHA256(Array(new.utf8)).description)
    }

    @Test("changes nothing the second time, and makes no backup of nothing")
    func twice() throws {
        let folder = try Folder(["a.ps1": sendingScript])
        #expect(try folder.mail2graph("migrate", ".", "--auth", "managed-identity").code == 0)
        let after = try folder.snapshot()
        #expect(try folder.mail2graph("migrate", ".", "--auth", "managed-identity").code == 0)
        #expect(try folder.snapshot() == after)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder[".mail2graph/backup"]).count == 2)
    }

    @Test("keeps backups of runs in the same second apart, and where it is told to")
    func backupFolder() throws {
        let folder = try Folder(["a.ps1": sendingScript, "b.ps1": sendingScript, "c.ps1": sendingScript])
        for name in ["a.ps1", "b.ps1", "c.ps1"] {
            #expect(try folder.mail2graph("migrate", name, "--auth", "managed-identity", "--backup-dir", "safe/place").code == 0)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder["safe/place/.mail2graph/backup"]).count == 6)
        #expect(!FileManager.default.fileExists(atPath: folder[".mail2graph"]))
        #expect(try folder.mail2graph("diff", ".").errors.hasPrefix("3 scripts read"))
    }

    @Test("refuses to begin where it would have to write a placeholder, and names what is missing")
    func placeholders() throws {
        let folder = try Folder(["a.ps1": sendingScript])
        let output = try folder.mail2graph("migrate", ".", "--tenant-id", "contoso.com")
        #expect(output.code == 2)
        #expect(output.errors.contains("--client-id, --certificate-thumbprint are missing"))
        #expect(try folder.text("a.ps1") == sendingScript)
        #expect(!FileManager.default.fileExists(atPath: folder[".mail2graph"]))
        // The short-term fix signs in nowhere.
        let secured = try folder.mail2graph("migrate", ".", "--only", "tls")
        #expect(secured.code == 0 && secured.errors.hasSuffix("\n  1 stays on SMTP AUTH with TLS 1.2\n"))
        #expect(try folder.text("a.ps1").contains("Tls12"))
    }

    @Test("keeps the permissions of a script, and a link a link")
    func permissionsAndLinks() throws {
        let folder = try Folder(["scripts/a.ps1": sendingScript, "store/b": sendingScript])
        try folder.setMode(0o751, of: "scripts/a.ps1")
        try folder.link("link.ps1", to: "store/b")
        #expect(try folder.mail2graph("migrate", "link.ps1", "scripts", "--auth", "managed-identity").code == 0)
        #expect(try FileManager.default.attributesOfItem(atPath: folder["scripts/a.ps1"])[.posixPermissions] as? Int == 0o751)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder["link.ps1"]) == "store/b")
        #expect(try folder.text("store/b").contains("Send-MgUserMessage"))
    }

    @Test("leaves a script that can't be written as it is, and goes on with the rest")
    func readOnlyFile() throws {
        let folder = try Folder(["a.ps1": sendingScript, "b.ps1": sendingScript])
        try folder.setMode(0o444, of: "a.ps1")
        let output = try folder.mail2graph("migrate", ".", "--auth", "managed-identity")
        #expect(output.code == 1)
        #expect(output.errors.contains("a.ps1: warning: was not changed: is read-only; make it writable (chmod u+w) and run again"))
        #expect(!output.errors.contains("a.ps1:2: moved"))
        #expect(output.errors.contains("1 could not be moved, as its script can't be changed"))
        #expect(try folder.text("a.ps1") == sendingScript)
        #expect(try folder.text("b.ps1").contains("Send-MgUserMessage"))
        let nothing = try folder.mail2graph("migrate", "a.ps1", "--auth", "managed-identity")
        #expect(nothing.code == 2 && nothing.errors.contains("no script could be written"))
    }

    @Test("leaves what others may not write as it is", .enabled(if: canBeOrdinary))
    func readOnlyFolder() throws {
        let folder = try Folder(["locked/a.ps1": sendingScript, "open/b.ps1": sendingScript])
        try folder.setMode(0o555, of: "locked")
        let output = try folder.mail2graph("migrate", ".", "--auth", "managed-identity", asOrdinaryUser: true)
        #expect(output.code == 1)
        #expect(output.errors.contains("locked/a.ps1: warning: was not changed: permission denied; "))
        #expect(try folder.text("locked/a.ps1") == sendingScript)
        #expect(try folder.text("open/b.ps1").contains("Send-MgUserMessage"))
    }

    @Test("keeps the old script where the disk is full")
    func fullDisk() throws {
        let large = sendingScript + String(repeating: "# what it is all about\n", count: 1000)
        let folder = try Folder(["a.ps1": sendingScript, "large.ps1": large])
        // Files may have one block of half a kilobyte or of one; the small script becomes longer than that too.
        let output = try folder.mail2graph("migrate", ".", "--auth", "managed-identity", through: "ulimit -f 8")
        #expect(output.errors.contains("large.ps1: warning: was not changed, as its old version can't be kept in .mail2graph/"))
        #expect(output.errors.contains(": the file would be larger than is allowed here; raise the limit (ulimit -f) and run again"))
        #expect(output.code == 1)
        #expect(try folder.text("large.ps1") == large)
        #expect(try folder.snapshot().keys.sorted() == ["a.ps1", "large.ps1"])
    }

    @Test("tells what a killed run left from what a living one is writing")
    func leftBehind() throws {
        let folder = try Folder(["a.ps1": "old\n"])
        let path = FilePath(folder["a.ps1"])
        let old = try FileContent(of: path)
        let other = try FileReplacement(of: path, read: old, with: Array("other\n".utf8))
        #expect(throws: FileError.busy) { try FileReplacement(of: path, read: old, with: Array("new\n".utf8)) }
        other.discard()
        try folder.write(".mail2graph-\(old.status.inode).tmp", Array("half".utf8))
        try FileReplacement(of: path, read: old, with: Array("new\n".utf8)).commit(read: old)
        #expect(try folder.snapshot() == ["a.ps1": Array("new\n".utf8)])
    }

    @Test("is not held up by what can't be removed")
    func leftByAnother() throws {
        let folder = try Folder(["a.ps1": sendingScript])
        let inode = try FileContent(of: FilePath(folder["a.ps1"])).status.inode
        try folder.write(".mail2graph-\(inode).tmp/file", [])
        let output = try folder.mail2graph("migrate", ".", "--auth", "managed-identity")
        #expect(output.code == 2)
        #expect(
            output.errors.hasPrefix(
                "a.ps1: warning: was not changed: .mail2graph-\(inode).tmp beside it is in the way; remove that and run again\n"),
            "\(output.errors)")
        #expect(try folder.text("a.ps1") == sendingScript)
    }

    @Test("many that write one script at once: each is done, or says why not; nobody sees half of one")
    func writtenByMany() throws {
        let folder = try Folder(["a.ps1": "old\n"])
        let path = FilePath(folder["a.ps1"])
        let texts = ["1", "22", "333", "4444"].map { Array(String(repeating: $0, count: 5000).utf8) }
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: texts.count) { index in
            for _ in 0..<500 {
                do throws(FileError) {
                    let old = try FileContent(of: path)
                    if !texts.contains(old.bytes) && old.bytes != Array("old\n".utf8) { failures.withLock { $0.append("half") } }
                    try FileReplacement(of: path, read: old, with: texts[index]).commit(read: old)
                } catch {
                    if error != .busy && error != .changed { failures.withLock { $0.append("\(error)") } }
                }
            }
        }
        #expect(failures.withLock { $0 } == [])
        #expect(try folder.snapshot().keys.sorted() == ["a.ps1"])
    }

    @Test("leaves a script that was changed meanwhile to whoever changed it")
    func changedMeanwhile() throws {
        let folder = try Folder(["a.ps1": "old\n"])
        let path = FilePath(folder["a.ps1"])
        let old = try FileContent(of: path)
        let replacement = try FileReplacement(of: path, read: old, with: Array("new\n".utf8))
        try folder.write("a.ps1", Array("theirs\n".utf8))
        #expect(throws: FileError.changed) { try replacement.commit(read: old) }
        #expect(try folder.snapshot() == ["a.ps1": Array("theirs\n".utf8)])
    }
}

/// Whether the tool can be run as somebody whom permissions stop.
let canBeOrdinary = geteuid() != 0 || FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")
