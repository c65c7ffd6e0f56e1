import Foundation
import TestSupport
import Testing

@testable import mail2graph

@Suite("Which scripts")
struct SelectionTests {
    /// The scripts in which a run finds a send, as it shows them.
    private func scripts(_ output: ProgramRun) -> [String] {
        output.errors.split(separator: "\n").compactMap { line in line.firstRange(of: ":2: moved").map { String(line[..<$0.lowerBound]) } }
    }

    private func folder(_ names: String...) throws -> Folder {
        try Folder(Dictionary(uniqueKeysWithValues: names.map { ($0, sendingScript) }))
    }

    // MARK: Patterns

    @Test(
        "patterns that no shell has filled in",
        arguments: [
            ("scripts/**/*.ps1", ["scripts/a.ps1", "scripts/x/b.ps1", "scripts/x/y/c.ps1"]), ("scripts/*.ps1", ["scripts/a.ps1"]),
            ("scripts/?/*", ["scripts/x/b.ps1", "scripts/x/y/c.ps1"]), ("scripts\\*.ps1", ["scripts/a.ps1"]),
            ("*/a.ps[0-9]", ["scripts/a.ps1"]),
            ("./scr*", ["scripts/a.ps1", "scripts/m.psm1", "scripts/x/b.ps1", "scripts/x/y/c.ps1"]), ("scripts/*.txt", ["scripts/n.txt"]),
            ("scripts/n.*", []), ("**/y/*.ps1", ["scripts/x/y/c.ps1"]),
        ])
    func patterns(pattern: String, expected: [String]) throws {
        let folder = try folder("scripts/a.ps1", "scripts/m.psm1", "scripts/x/b.ps1", "scripts/x/y/c.ps1", "scripts/n.txt", "other.ps1")
        let diff = try folder.mail2graph("diff", pattern)
        #expect(scripts(diff) == expected)
        if expected.isEmpty {
            #expect(diff.code == 2 && diff.errors.contains("\(pattern): error: matches no script; check the pattern"))
        }
    }

    @Test("a file that really has the name of a pattern is meant by it")
    func literal() throws {
        let folder = try folder("[ab].ps1", "a.ps1")
        #expect(try scripts(folder.mail2graph("diff", "[ab].ps1")) == ["[ab].ps1"])
        #expect(try scripts(folder.mail2graph("diff", "[a].ps1")) == ["a.ps1"])
        let missing = try folder.mail2graph("diff", "nowhere/*.ps1")
        #expect(missing.code == 2 && missing.errors.contains("nowhere/*.ps1: error: can't be read: no such file or folder"))
    }

    // MARK: Lists

    @Test("names from standard input, with any byte in them")
    func standardInput() throws {
        let folder = try folder("a.ps1", "two words.ps1", "line\nbreak.ps1", "sub/b.ps1", "other.ps1")
        func listed(_ bytes: [UInt8], _ arguments: String...) throws -> ProgramRun {
            try folder.write("list", bytes)
            return try folder.run("/bin/sh", ["-c", #"exec "$0" diff --files-from - "$@" < list"#, executable.path] + arguments)
        }
        #expect(try scripts(listed(Array("a.ps1\ntwo words.ps1\r\n\nsub".utf8))) == ["a.ps1", "two words.ps1", "sub/b.ps1"])
        #expect(try scripts(listed(Array("line\nbreak.ps1\0a.ps1\0".utf8))) == ["\"line\\nbreak.ps1\"", "a.ps1"])
        #expect(try scripts(listed(Array("a.ps1\n".utf8), "other.ps1")) == ["other.ps1", "a.ps1"])
        // As Windows PowerShell redirects.
        #expect(try scripts(listed([0xFF, 0xFE] + "a.ps1\r\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })) == ["a.ps1"])
        let empty = try listed([])
        #expect(
            empty.code == 0
                && empty.errors.hasPrefix("standard input: note: names no script; there is nothing to do for it\nNo script was read.\n"))
    }

    @Test("a name that is no text, from a list")
    func bytes() throws {
        let folder = try Folder()
        let name: [UInt8] = Array("odd-".utf8) + [0xFF] + Array(".ps1".utf8)
        let path = FilePath(folder.path).appending(name)
        let descriptor = path.withCString { open($0, O_WRONLY | O_CREAT, 0o644) }
        try write(Array(sendingScript.utf8), to: descriptor)
        close(descriptor)
        try folder.write("list", name + [0])
        #expect(try scripts(folder.mail2graph("diff", "--files-from", "list")) == [#""odd-\377.ps1""#])
    }

    @Test("a list that is not there, and a name in one that is not")
    func missing() throws {
        let folder = try Folder(["list": "gone.ps1\n*.ps1\n", "a.ps1": sendingScript])
        let noList = try folder.mail2graph("diff", "--files-from", "nowhere")
        #expect(noList.code == 2 && noList.errors.contains("nowhere: error: the list can't be read: no such file or folder"))
        let noName = try folder.mail2graph("diff", "--files-from", "list")
        #expect(
            noName.code == 2 && noName.errors.contains("gone.ps1: error: can't be read")
                && noName.errors.contains("*.ps1: error: can't be read"))
        let nothing = try folder.mail2graph("diff")
        #expect(
            nothing.code == 2 && nothing.errors.contains("PATH is missing: name scripts or folders, or a list of them with --files-from."))
    }

    // MARK: Excludes

    @Test("excludes count from each named folder, and not for what is named")
    func excludes() throws {
        let folder = try folder("x/old/a.ps1", "x/b.ps1", "y/old/c.ps1", "y/keep.Tests.ps1", "y/d.Tests.ps1", "y/e.ps1")
        let diff = try folder.mail2graph("diff", "x", "y", "--exclude", "/old/", "--exclude", "*.Tests.ps1", "--exclude", "!keep.*")
        #expect(scripts(diff) == ["x/b.ps1", "y/e.ps1", "y/keep.Tests.ps1"])
        #expect(try scripts(folder.mail2graph("diff", "y/d.Tests.ps1", "--exclude", "*")) == ["y/d.Tests.ps1"])
        #expect(
            try scripts(folder.mail2graph("diff", "**/*.ps1", "--exclude", "old")) == [
                "x/b.ps1", "y/d.Tests.ps1", "y/e.ps1", "y/keep.Tests.ps1",
            ])
        let wrong = try folder.mail2graph("diff", ".", "--exclude", "# no pattern")
        #expect(wrong.code == 2 && wrong.errors.contains("--exclude does not take '# no pattern'; it takes a pattern such as old/"))
    }

    @Test("excludes of the settings file count from its folder, those of the command line win")
    func settings() throws {
        let folder = try folder("sub/old/a.ps1", "sub/b.ps1", "old/c.ps1", "d.Tests.ps1")
        try folder.write("mail2graph.psd1", Array("@{ Exclude = '/old/', '*.Tests.ps1' }\n".utf8))
        #expect(try scripts(folder.mail2graph("diff", ".")) == ["sub/b.ps1", "sub/old/a.ps1"])
        // What is named is taken, a folder too.
        #expect(try scripts(folder.mail2graph("diff", "sub", "old")) == ["sub/b.ps1", "sub/old/a.ps1", "old/c.ps1"])
        #expect(try scripts(folder.mail2graph("diff", ".", "--exclude", "!d.*", "--exclude", "sub")) == ["d.Tests.ps1"])
        #expect(try scripts(folder.mail2graph("diff", "*.Tests.ps1", "--no-settings")) == ["d.Tests.ps1"])
    }

    @Test("a plan says which scripts, so nothing else may")
    func plan() throws {
        for arguments in [["--exclude", "old"], ["--gitignore"], ["--shard", "1/2"], ["--files-from", "-"]] {
            let output = try Folder().run(executable.path, ["migrate", "--plan", "plan.json"] + arguments)
            #expect(output.code == 2)
            #expect(
                output.errors.contains("\(arguments[0]) can't be given with --plan: the plan says which scripts; PATHs choose among them."))
        }
    }

    @Test("what golden keeps is taken where it is named, and not else")
    func goldenFolders() throws {
        let folder = try folder(
            "a.ps1", "a.ps1.golden/after.send-mgusermessage.ps1", "sub/b.golden/sub/c.ps1", "d.golden.ps1", "b.golden.d/e.ps1")
        try folder.link("sub/link.ps1", to: "../a.ps1.golden/after.send-mgusermessage.ps1")
        func found(_ paths: String...) throws -> [String] { scripts(try folder.run(executable.path, ["diff"] + paths)) }
        #expect(try found(".") == ["a.ps1", "b.golden.d/e.ps1", "d.golden.ps1"])
        #expect(try found("sub/b.golden") == ["sub/b.golden/sub/c.ps1"])
        #expect(try found("**/*.golden/**/*.ps1") == ["a.ps1.golden/after.send-mgusermessage.ps1", "sub/b.golden/sub/c.ps1"])
        #expect(try found("**/*.ps1") == ["a.ps1", "b.golden.d/e.ps1", "d.golden.ps1"])
    }

    @Test(
        "a name that is misspelt",
        arguments: [
            ("scrips", "did you mean scripts?"), ("./scripts/mial.ps1", "did you mean ./scripts/mail.ps1?"),
            ("quite/other", "check the path"),
        ])
    func misspelt(path: String, advice: String) throws {
        let folder = try folder("scripts/mail.ps1")
        let output = try folder.mail2graph("diff", path)
        #expect(output.code == 2 && output.errors.hasPrefix("\(path): error: can't be read: no such file or folder; \(advice)\n"))
    }

    @Test("a folder in which nothing is found says what is looked for and what was left out")
    func nothing() throws {
        let folder = try Folder(["docs/read.txt": "", "old/a.ps1": sendingScript, "old/b.ps1": sendingScript])
        for command in ["diff", "inventory", "check"] {
            let none = try folder.mail2graph(command, "docs")
            #expect(none.code == 0)
            #expect(
                none.errors.hasPrefix(
                    "docs: note: holds no script whose name ends with .ps1, .psd1, .psm1; check the folder, or name the scripts themselves\n"
                ))
        }
        let excluded = try folder.mail2graph("diff", "old", "--exclude", "*.ps1")
        #expect(
            excluded.errors
                == "old: note: holds no script but what is left out of it (2 files or folders); see --exclude, --gitignore and Exclude in the settings; folders named *.golden are left out unless they are named\nNo script was read.\n"
        )
    }

    @Test("a link does not lead to what is left out")
    func links() throws {
        let folder = try folder("x/old/a.ps1", "x/b.ps1")
        try folder.link("x/link.ps1", to: "old/a.ps1")
        #expect(try scripts(folder.mail2graph("diff", "x", "--exclude", "old")) == ["x/b.ps1"])
        #expect(try scripts(folder.mail2graph("diff", "x")) == ["x/b.ps1", "x/old/a.ps1"])
    }

    // MARK: Shares

    @Test("shares are all of it together, and a script stays in its own")
    func shards() throws {
        let names = (0..<60).map { "\($0 % 4)/\($0).ps1" }
        let folder = try Folder(Dictionary(uniqueKeysWithValues: names.map { ($0, sendingScript) }))
        func share(_ number: Int, _ paths: String...) throws -> [String] {
            let output = try folder.run(executable.path, ["diff", "--shard", "\(number)/3"] + paths)
            return scripts(output)
        }
        let shares = try (1...3).map { try share($0, ".") }
        #expect(shares.allSatisfy { $0.count > 8 })
        #expect(shares.joined().sorted() == names.sorted())
        try folder.write("0/new.ps1", Array(sendingScript.utf8))
        #expect(try share(1, ".").filter { $0 != "0/new.ps1" } == shares[0])
        #expect(try share(2, "3", "2", "1", "0").filter { $0 != "0/new.ps1" }.sorted() == shares[1].sorted())
    }

    @Test("each share has problems and an exit code of its own")
    func shardProblems() throws {
        let folder = try Folder(["a.ps1": "Get-Date"])
        try folder.link("gone.ps1", to: "nowhere.ps1")
        let codes = try (1...4).map { try folder.mail2graph("diff", ".", "--shard", "\($0)/4").code }
        #expect(codes.sorted() == [0, 0, 0, 1])
    }

    @Test("what is no share", arguments: ["0/3", "4/3", "1", "1/0", "a/b", "1/2/3", "-1/2"])
    func noShard(text: String) throws {
        let output = try Folder().mail2graph("diff", ".", "--shard=\(text)")
        #expect(
            output.code == 2
                && output.errors.contains("--shard does not take '\(text)'; it takes I/N, such as 1/4: share I of N, counted from 1."))
    }
}
