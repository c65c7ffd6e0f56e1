import Foundation
import Testing

@testable import mail2graph

@Suite("mail2graph undo")
struct UndoTests {
    @Test("puts back every byte, permission and time, whatever the encoding, the line ends and the name")
    func everything() throws {
        let text = sendingScript + "# größe\n"
        let windows = text.replacing("\n", with: "\r\n")
        let folder = try Folder(["lf.ps1": text, "sub/crlf.psm1": windows, "two words.ps1": text, "line\nbreak.ps1": text, "-q.ps1": text])
        try folder.write("utf16.ps1", ("\u{FEFF}" + windows).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        try folder.write("utf16be.ps1", ("\u{FEFF}" + windows).utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
        try folder.write("windows.ps1", windows.unicodeScalars.map { UInt8($0.value) })
        try folder.write("marked.ps1", [0xEF, 0xBB, 0xBF] + Array(text.utf8.dropLast()))
        try writeNameThatIsNoText(in: folder)
        for (index, name) in ["lf.ps1", "sub/crlf.psm1", "utf16.ps1", "line\nbreak.ps1"].enumerated() {
            try folder.setMode([0o600, 0o751, 0o644, 0o640][index], of: name)
            try folder.setTime(1_000_000_000 + index * 12_345_678, 123_456_789 - index, of: name)
        }
        try folder.setTime(-86_401, 999_999_999, of: "windows.ps1")
        let before = try folder.state()

        #expect(try folder.mail2graph("migrate", ".", signIn[0], signIn[1]).code == 0)
        let migrated = try folder.state()
        #expect(migrated.allSatisfy { $1.bytes != before[$0]?.bytes })
        let undo = try folder.mail2graph("undo")
        #expect(undo.code == 0, "\(undo.errors)")
        #expect(undo.errors.contains("sub/crlf.psm1: put back\n"))
        #expect(undo.errors.contains("\"line\\nbreak.ps1\": put back\n"))
        #expect(undo.errors.hasSuffix(" of . is taken back: 10 files put back.\n"))
        #expect(try folder.state() == before)
    }

    private func writeNameThatIsNoText(in folder: Folder) throws {
        let name = Array(folder["odd-"].utf8).map(CChar.init(bitPattern:)) + [CChar(bitPattern: 0xFF)] + ".ps1".utf8CString
        let file = try #require(fopen(name, "w"))
        fputs(sendingScript, file)
        fclose(file)
    }

    @Test("takes back the run before the second time, then nothing more")
    func oneRunAfterTheOther() throws {
        let folder = try Folder(["a.ps1": sendingScript, "b.ps1": sendingScript])
        let first = try folder.state()
        #expect(try folder.mail2graph("migrate", ".", "--only", "tls").code == 0)
        let second = try folder.state()
        #expect(try folder.mail2graph("migrate", ".", signIn[0], signIn[1]).code == 0)
        let runs = try RunHistory(of: FilePath(folder.path)).runs.map(\.name.description)
        #expect(runs.count == 2)

        let early = try folder.mail2graph("undo", "--run", runs[1])
        #expect(early.code == 2)
        #expect(
            early.errors.contains(
                "a.ps1: warning: was not put back: run \(runs[0]) changed it after that; take that run back first: mail2graph undo --run \(runs[0])\n"
            ))

        #expect(try folder.mail2graph("undo").code == 0)
        #expect(try folder.state() == second)
        let again = try folder.mail2graph("undo", "--run", runs[0])
        #expect(again.code == 0 && again.errors == "Run \(runs[0]) of . was taken back already.\n")
        #expect(try folder.mail2graph("undo", folder.path).code == 0)
        #expect(try folder.state() == first)
        let third = try folder.mail2graph("undo")
        #expect(third.code == 2)
        #expect(third.errors == ".: error: has no run left that is not taken back; see its runs: mail2graph undo --list\n")
        #expect(try folder.state() == first)
        // What was taken back can be done again.
        #expect(try folder.mail2graph("migrate", ".", "--only", "tls").code == 0)
        #expect(try folder.mail2graph("undo").code == 0)
        #expect(try folder.state() == first)
    }

    @Test("lists the runs")
    func list() throws {
        let folder = try Folder(["scripts/a.ps1": sendingScript, "scripts/b.ps1": sendingScript])
        #expect(try folder.mail2graph("undo", "--list", "scripts").out == Array("no runs\n".utf8))
        #expect(try folder.mail2graph("migrate", "scripts", "--only", "tls").code == 0)
        #expect(try folder.mail2graph("migrate", "scripts/a.ps1", signIn[0], signIn[1]).code == 0)
        #expect(try folder.mail2graph("undo", "scripts").code == 0)
        let runs = try RunHistory(of: FilePath(folder["scripts"])).runs.map(\.name)
        let list = try folder.mail2graph("undo", "--list", "scripts")
        let rows = String(decoding: list.out, as: UTF8.self).split(separator: "\n").map {
            $0.split(separator: "  ").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }
        #expect(list.code == 0)
        #expect(
            rows == [
                ["RUN", "BEGAN (UTC)", "FILES", "STATE"],
                ["\(runs[0])", runs[0].time, "1", "taken back"],
                ["\(runs[1])", runs[1].time, "2", "can be taken back"],
            ])
        #expect(try folder.mail2graph("undo", "--list", "--run", "\(runs[0])").code == 2)
    }

    @Test("names of runs")
    func runNames() throws {
        let name = RunName(at: Date(timeIntervalSince1970: 1_738_324_805))
        #expect("\(name)" == "20250131T120005Z" && name.time == "2025-01-31 12:00:05")
        #expect(RunName("20250131T120005Z") == name)
        let names = ["20250131T120005Z-10", "20250131T120005Z-2", "20250131T120006Z"].compactMap { RunName($0) }
        #expect(names.count == 3 && names[1] < names[0] && names[0] < names[2] && name < names[1])
        for wrong in [
            "", "20250131T120005Z-", "20250131T120005Z-1", "20250131T120005Z-02", "20250131T12000Z", "20250131T120005Zx", "..", "-2",
        ] {
            #expect(RunName(wrong) == nil)
        }
    }

    @Test("says at the end of migrate how to take the run back, and what it says works")
    func closingMessage() throws {
        for name in ["scripts", "it's here", "-r", "line\nbreak"] {
            let folder = try Folder(["\(name)/a.ps1": sendingScript])
            let before = try folder.state()
            let migrate = try folder.mail2graph("migrate", "./" + name, signIn[0], signIn[1])
            let line = try #require(migrate.errors.split(separator: "\n").first { $0.contains("To take the run back: ") })
            let words = try #require(line.split(separator: "To take the run back: mail2graph ").last)
            let undo = try folder.run("/bin/bash", ["-c", "'\(executable.path)' \(words)"])
            #expect(undo.code == 0, "\(words)\n\(undo.errors)")
            #expect(try folder.state() == before)
        }
    }

    @Test("finds the scripts of a run with --backup-dir, and those of a folder that was moved")
    func elsewhere() throws {
        let folder = try Folder(["scripts/a.ps1": sendingScript, "scripts/sub/b.ps1": sendingScript])
        let before = try folder.state()
        #expect(try folder.mail2graph("migrate", "scripts", signIn[0], signIn[1], "--backup-dir", "safe").code == 0)
        try FileManager.default.moveItem(atPath: folder["safe"], toPath: folder["safer"])
        let undo = try folder.mail2graph("undo", "safer")
        #expect(undo.code == 0 && undo.errors.contains("scripts/sub/b.ps1: put back\n"), "\(undo.errors)")
        #expect(try folder.state() == before)

        #expect(try folder.mail2graph("migrate", "scripts", signIn[0], signIn[1]).code == 0)
        let migrated = try folder.state()
        #expect(try folder.run("/bin/cp", ["-a", "scripts", "copy"]).code == 0)
        #expect(try folder.mail2graph("undo", "copy").code == 0)
        for (path, state) in before {
            let copy = FilePath(folder["copy"]).appending(path.relative(to: FilePath(folder["scripts"]))!.bytes)
            #expect(try folder.state()[copy] == state)
            #expect(try folder.state()[path] == migrated[path])
        }
    }

    @Test("names the folders that have runs where all of its own are taken back")
    func innerRuns() throws {
        let folder = try Folder(["a.ps1": sendingScript, "x/deep/b.ps1": sendingScript, "y/c.ps1": sendingScript])
        let before = try folder.state()
        for path in [".", "x/deep/b.ps1", "y"] {
            #expect(try folder.mail2graph("migrate", path, signIn[0], signIn[1]).code == 0)
            if path == "." { #expect(try folder.mail2graph("undo").code == 0) }
        }
        let outer = try folder.mail2graph("undo")
        #expect(outer.code == 2)
        #expect(
            outer.errors
                == ".: error: has no run left that is not taken back; folders in it have runs of their own, to take back with: mail2graph undo x/deep y\n"
        )
        // What migrate was given as a file.
        #expect(try folder.mail2graph("undo", "x/deep/b.ps1").errors.contains("name the folder: mail2graph undo x/deep\n"))
        #expect(try folder.mail2graph("undo", "x/deep", "y").code == 0)
        #expect(try folder.state() == before)
        #expect(
            try folder.mail2graph("undo").errors
                == ".: error: has no run left that is not taken back; see its runs: mail2graph undo --list\n")
    }

    @Test("says where to look in a folder without runs")
    func wrongFolder() throws {
        let folder = try Folder(["scripts/sub/a.ps1": sendingScript, "scripts/b.ps1": sendingScript, "none/c.txt": ""])
        #expect(
            try folder.mail2graph("undo").errors.contains("has no run that could be taken back; name the folder that .mail2graph lies in"))
        #expect(try folder.mail2graph("migrate", "scripts", signIn[0], signIn[1]).code == 0)
        let above = try folder.mail2graph("undo")
        #expect(above.code == 2 && above.errors == ".: error: has no run that could be taken back; did you mean mail2graph undo scripts?\n")
        #expect(try folder.mail2graph("undo", "scripts/sub").errors.contains("did you mean mail2graph undo scripts?"))
        #expect(
            try folder.mail2graph("undo", "scripts/b.ps1").errors.contains(
                "scripts/b.ps1: error: is a file, and a run is taken back for all the scripts that it changed; name the folder: mail2graph undo scripts\n"
            ))
        #expect(
            try folder.mail2graph("undo", "--list", "scripts/sub/a.ps1").errors.contains(
                "name the folder: mail2graph undo --list scripts\n"))
        #expect(try folder.mail2graph("undo", "none/c.txt").errors.contains("no folder around it has one left to take back"))
        #expect(try folder.mail2graph("undo", "nowhere").code == 2)
        let unknown = try folder.mail2graph("undo", "--run", "20010101T000000Z", "scripts")
        #expect(
            unknown.code == 2
                && unknown.errors.contains("scripts: error: has no run 20010101T000000Z; see its runs: mail2graph undo --list scripts"))
        #expect(try folder.mail2graph("undo", "--run", "yesterday", "scripts").code == 2)
    }
}
