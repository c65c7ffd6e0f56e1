import Foundation
import Testing

@testable import mail2graph

@Suite("mail2graph undo, when something is in its way")
struct UndoTroubleTests {
    /// A folder with two scripts that were migrated, the first of which something happens to: it stays, a message says
    /// why, the other one is put back, and the run can be taken back again when the trouble is over.
    private func check(
        says message: String, asOrdinaryUser: Bool = false, _ location: SourceLocation = #_sourceLocation,
        trouble: (Folder, _ backups: String) throws -> Void, mend: (Folder) throws -> Void
    ) throws {
        let folder = try Folder(["sub/a.ps1": sendingScript, "b.ps1": sendingScript])
        let before = try folder.state()
        #expect(try folder.mail2graph("migrate", ".", signIn[0], signIn[1]).code == 0, sourceLocation: location)
        let run = try #require(try RunHistory(of: FilePath(folder.path)).last)
        let backups = ".mail2graph/backup/\(run.name)"
        try trouble(folder, backups)
        let (a, b) = (FilePath(folder["sub/a.ps1"]), FilePath(folder["b.ps1"]))
        let troubled = try folder.state()[a]

        let undo = try folder.mail2graph("undo", asOrdinaryUser: asOrdinaryUser)
        #expect(undo.code == 1, "\(undo.errors)", sourceLocation: location)
        #expect(
            undo.errors.contains("sub/a.ps1: warning: was not put back: " + message.replacing("BACKUPS", with: backups)), "\(undo.errors)",
            sourceLocation: location)
        #expect(
            undo.errors.hasSuffix(
                "Run \(run.name) of . is not taken back in full: 1 file put back, 1 left (see above). Undo it again for what you have mended.\n"
            ), sourceLocation: location)
        #expect(try folder.state()[a] == troubled, sourceLocation: location)
        #expect(try folder.state()[b] == before[b], sourceLocation: location)

        try mend(folder)
        let again = try folder.mail2graph("undo", asOrdinaryUser: false)
        #expect(again.code == 0, "\(again.errors)", sourceLocation: location)
        #expect(try folder.bytes("sub/a.ps1") == before[a]?.bytes, sourceLocation: location)
        #expect(try folder.mail2graph("undo").code == 2, sourceLocation: location)
    }

    @Test("edited since")
    func edited() throws {
        try check(says: "it was edited since; its old version is BACKUPS/sub/a.ps1; compare the two and take over what you need\n") {
            folder, _ in
            try folder.write("sub/a.ps1", try folder.bytes("sub/a.ps1") + Array("# mine\n".utf8))
        } mend: { folder in
            try folder.write("sub/a.ps1", Array(sendingScript.utf8))
        }
    }

    @Test("a script that is gone")
    func vanished() throws {
        try check(says: "it is not there any more; its old version is BACKUPS/sub/a.ps1; copy it back if the script is still needed\n") {
            folder, _ in
            try FileManager.default.removeItem(atPath: folder["sub/a.ps1"])
        } mend: { folder in
            try folder.write("sub/a.ps1", Array(sendingScript.utf8))
        }
    }

    @Test("a folder that is gone")
    func vanishedFolder() throws {
        try check(says: "it is not there any more") { folder, _ in
            try FileManager.default.moveItem(atPath: folder["sub"], toPath: folder["elsewhere"])
        } mend: { folder in
            try FileManager.default.moveItem(atPath: folder["elsewhere"], toPath: folder["sub"])
        }
    }

    @Test("a link in the place of a script")
    func link() throws {
        try check(says: "a link is in its place now; its old version is BACKUPS/sub/a.ps1\n") { folder, _ in
            try FileManager.default.moveItem(atPath: folder["sub/a.ps1"], toPath: folder["real"])
            try folder.link("sub/a.ps1", to: folder["real"])
        } mend: { folder in
            #expect(try folder.text("real").contains("Send-MgUserMessage"))
            try FileManager.default.removeItem(atPath: folder["sub/a.ps1"])
            try FileManager.default.moveItem(atPath: folder["real"], toPath: folder["sub/a.ps1"])
        }
    }

    @Test("an old version that is gone or was changed", arguments: [false, true])
    func backup(isGone: Bool) throws {
        let message =
            isGone
            ? "its old version BACKUPS/sub/a.ps1 can't be read: no such file or folder; take it from a backup of your own\n"
            : "its old version BACKUPS/sub/a.ps1 is not what was kept; take it from a backup of your own\n"
        try check(says: message) { folder, backups in
            if isGone {
                try FileManager.default.removeItem(atPath: folder[backups + "/sub/a.ps1"])
            } else {
                try folder.write(backups + "/sub/a.ps1", Array("x".utf8))
            }
        } mend: { folder in
            try folder.write("sub/a.ps1", Array(sendingScript.utf8))
        }
    }

    @Test("a read-only script")
    func readOnly() throws {
        try check(says: "is read-only; make it writable (chmod u+w) and run again\n") { folder, _ in
            try folder.setMode(0o444, of: "sub/a.ps1")
        } mend: { folder in
            try folder.setMode(0o644, of: "sub/a.ps1")
        }
    }

    @Test("a read-only folder", .enabled(if: canBeOrdinary))
    func readOnlyFolder() throws {
        try check(says: "permission denied; run as a user who may, or change the permissions\n", asOrdinaryUser: true) { folder, _ in
            try folder.setMode(0o555, of: "sub")
        } mend: { folder in
            try folder.setMode(0o755, of: "sub")
        }
    }

    @Test("a line of the journal that makes no sense, and half of one at its end")
    func damagedJournal() throws {
        let folder = try Folder(["a.ps1": sendingScript, "b.ps1": sendingScript])
        #expect(try folder.mail2graph("migrate", ".", signIn[0], signIn[1]).code == 0)
        let journal = ".mail2graph/backup/\(try #require(try RunHistory(of: FilePath(folder.path)).last).name).jsonl"
        let lines = try folder.text(journal).split(separator: "\n")
        try folder.write(journal, Array((lines[0] + "\n{}\n" + lines[1].prefix(40)).utf8))
        let undo = try folder.mail2graph("undo")
        #expect(undo.code == 1 && undo.errors.contains("\(journal):2: warning: makes no sense"), "\(undo.errors)")
        #expect(try folder.text("a.ps1") == sendingScript)
        #expect(try folder.text("b.ps1").contains("Send-MgUserMessage"))
    }

    @Test("a run that is still going on")
    func busy() throws {
        let folder = try Folder(["a.ps1": sendingScript])
        #expect(try folder.mail2graph("migrate", ".", signIn[0], signIn[1]).code == 0)
        let lock = try #require(try RunHistory(of: FilePath(folder.path)).last).lock()
        let undo = try folder.mail2graph("undo")
        #expect(
            undo.code == 2
                && undo.errors.contains(
                    "no run could be taken back: is being written by another run of mail2graph; wait for that run to end")
        )
        #expect(String(decoding: try folder.mail2graph("undo", "--list").out, as: UTF8.self).contains("is going on"))
        close(lock)
        #expect(try folder.mail2graph("undo").code == 0)
        #expect(try folder.text("a.ps1") == sendingScript)
    }

    @Test("a full disk leaves the migrated script whole")
    func fullDisk() throws {
        let large = sendingScript + String(repeating: "# what it is all about\n", count: 1000)
        let folder = try Folder(["a.ps1": sendingScript, "large.ps1": large])
        #expect(try folder.mail2graph("migrate", ".", signIn[0], signIn[1]).code == 0)
        let migrated = try folder.bytes("large.ps1")
        let undo = try folder.mail2graph("undo", through: "ulimit -f 8")
        #expect(
            undo.code == 1 && undo.errors.contains("large.ps1: warning: was not put back: the file would be larger than is allowed here"))
        #expect(try folder.bytes("large.ps1") == migrated)
        #expect(try folder.mail2graph("undo").code == 0)
        #expect(try folder.text("large.ps1") == large)
        #expect(try folder.state().count == 2)
    }

    @Test("a journal that the disk had no space for is whole up to there")
    func fullJournal() throws {
        let folder = try Folder(Dictionary(uniqueKeysWithValues: (0..<40).map { ("\($0).ps1", sendingScript) }))
        let before = try folder.state()
        let migrate = try folder.mail2graph("migrate", ".", signIn[0], signIn[1], through: "ulimit -f 8")
        #expect(migrate.code == 1)
        let run = try #require(try RunHistory(of: FilePath(folder.path)).last)
        let (files, damagedLines) = try run.files()
        #expect(damagedLines.isEmpty && !files.isEmpty && files.count < 40)
        #expect(try folder.state().count { before[$0.key] != $0.value } == files.count)
        #expect(try FileContent(of: run.journal).bytes.last == UInt8(ascii: "\n"))
        #expect(try folder.mail2graph("undo").code == 0)
        #expect(try folder.state() == before)
    }

    @Test("an undo that is told to end ends after the script at hand, and the next one does the rest")
    func interrupted() throws {
        let folder = try Folder(Dictionary(uniqueKeysWithValues: (0..<60).map { ("\($0).ps1", sendingScript) }))
        let before = try folder.state()
        #expect(try folder.mail2graph("migrate", ".", signIn[0], signIn[1]).code == 0)
        // The signal comes as soon as the first script is put back.
        let undo = try folder.mail2graph(
            "undo", through: "(while grep -q Graph 0.ps1; do :; done; kill -TERM $$) > /dev/null 2>&1 &")
        if undo.code == 2 {
            #expect(undo.errors.contains("error: was the last file before undo was interrupted; run again for the rest"))
            #expect(try folder.mail2graph("undo").code == 0)
        }
        #expect(try folder.state() == before)
    }
}
