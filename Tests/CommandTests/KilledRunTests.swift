import Foundation
import TestSupport
import Testing

@testable import mail2graph

/// Not at some moments but at each: a kill between two calls that change files leaves what a kill at the later one does.
@Suite("A run that is killed", .enabled(if: KillPoint.isPossible, "needs a C compiler"))
struct KilledRunTests {
    private let kill: KillPoint
    private let folder: Folder
    private let before: [FilePath: Folder.FileState]
    private let migrated: [FilePath: Folder.FileState]

    init() throws {
        kill = try KillPoint()
        folder = try Folder(["a.ps1": sendingScript, "sub/b.ps1": sendingScript + "# b\n", "sub/c.ps1": "Get-Date\n"])
        for (index, name) in ["a.ps1", "sub/b.ps1", "sub/c.ps1"].enumerated() { try folder.setTime(1_600_000_000 + index, index, of: name) }
        before = try folder.state()
        #expect(try folder.mail2graph("migrate", ".", signIn[0], signIn[1]).code == 0)
        migrated = try folder.state()
        #expect(try folder.mail2graph("undo").code == 0)
        #expect(try folder.state() == before)
    }

    @Test("leaves each script old or new, and undo puts all back")
    func migrateAndUndo() throws {
        var partial = 0
        let moments = try atEachMoment(of: "migrate", ".", signIn[0], signIn[1]) {
            partial += try isPartial() ? 1 : 0
            try undoAll()
        }
        #expect(moments > 20 && partial > 0)
    }

    @Test("is made whole by the next one, which leaves nothing of it")
    func migrateAgain() throws {
        _ = try atEachMoment(of: "migrate", ".", signIn[0], signIn[1]) {
            #expect(try folder.mail2graph("migrate", ".", signIn[0], signIn[1]).code == 0)
            #expect(try folder.state().mapValues(\.bytes) == migrated.mapValues(\.bytes))
            // What the killed run did and what the next one did.
            try undoAll()
        }
    }

    @Test("and was an undo leaves each script old or new, and the next undo does the rest")
    func undo() throws {
        var partial = 0
        #expect(try folder.mail2graph("migrate", ".", signIn[0], signIn[1]).code == 0)
        let moments = try atEachMoment(of: "undo") {
            partial += try isPartial() ? 1 : 0
            try undoAll()
            #expect(try folder.mail2graph("migrate", ".", signIn[0], signIn[1]).code == 0)
        }
        #expect(moments > 10 && partial > 0)
    }

    /// Kills a command at its first call that changes files, at its second, and so on until one run comes to its end.
    /// - Returns: How often it was killed.
    private func atEachMoment(of command: String..., check: () throws -> Void) throws -> Int {
        for moment in 1... {
            let run = try ProgramRun(
                ["/bin/sh", "-c", kill.at(moment) + "\nexec \"$@\"", "sh", executable.path] + command, in: URL(fileURLWithPath: folder.path)
            )
            if run.code != SIGKILL {
                #expect(run.code == 0, "\(run.errors)")
                return moment - 1
            }
            try check()
        }
        return 0
    }

    /// Checks that each script is either, whole.
    /// - Returns: Whether there are both.
    private func isPartial() throws -> Bool {
        let now = try folder.state()
        let changing = before.keys.filter { before[$0]?.bytes != migrated[$0]?.bytes }
        let old = changing.count { now[$0]?.bytes == before[$0]?.bytes }
        let new = changing.count { now[$0]?.bytes == migrated[$0]?.bytes }
        #expect(old + new == changing.count)
        return old > 0 && new > 0
    }

    /// Takes every run back that there is to be taken back; after that all is as it was at first, and no file more lies about.
    private func undoAll() throws {
        for _ in 0..<3 {
            let undo = try folder.mail2graph("undo")
            if undo.code == 2 && undo.errors.contains("no run left") { break }
            #expect(undo.code == 0, "\(undo.errors)")
        }
        #expect(try folder.state() == before)
    }
}
