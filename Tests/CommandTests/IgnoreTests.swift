import Foundation
import TestSupport
import Testing

@testable import mail2graph

/// What is left out, compared with git itself.
@Suite("What is left out of folders")
struct IgnoreTests {
    /// A folder of scripts in a repository.
    private func repository(_ files: [String: String]) throws -> Folder {
        let folder = try Folder(files)
        #expect(try folder.run("/usr/bin/env", ["git", "init", "-q"]).code == 0)
        // Not the one of whoever runs the tests.
        #expect(try folder.run("/usr/bin/env", ["git", "config", "core.excludesFile", ".git/personal"]).code == 0)
        return folder
    }

    /// The scripts that git has not been told to ignore.
    private func scriptsOfGit(_ folder: Folder, excludes: [String] = []) throws -> Set<[UInt8]> {
        let arguments =
            ["git", "ls-files", "-z", "--others", "--exclude-standard"] + excludes.map { "--exclude=" + $0 }
        let output = try folder.run("/usr/bin/env", arguments)
        #expect(output.code == 0, "\(output.errors)")
        return Set(output.out.split(separator: 0).map(Array.init).filter { FilePath(bytes: $0).fileExtension == "ps1" })
    }

    private func scriptsOfWalk(_ folder: Folder, excludes: [String] = []) throws -> Set<[UInt8]> {
        let location = try resolved(FilePath(folder.path))
        let walk = FolderWalk(
            location, at: location, nil, excludes: excludes.compactMap { IgnorePattern($0).map { Exclude(pattern: $0) } },
            readsGitignore: true)
        return Set(walk.files.map { $0.location.relative(to: location)!.bytes })
    }

    @Test("as git would, whatever the patterns", arguments: [UInt64](1...40))
    func random(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        func pick(_ choices: [String]) -> String { choices.randomElement(using: &random)! }
        func name() -> String {
            (0..<Int.random(in: 1...2, using: &random)).map { _ in pick(["a", "b", "c", " ", "-", "[", "é", "#", "!"]) }.joined()
        }
        func pattern() -> String {
            (0..<Int.random(in: 1...6, using: &random)).map { _ in
                pick([
                    "a", "b", "c", "*", "**", "?", "/", "/", "**/", "/**", "[ab]", "[!a]", "[^b-c]", "[", "]", "\\", "!", "#", " ", "-",
                    "é", ".ps1",
                    "*.ps1", "[[:alpha:]]", "[]a]", "[a-", "[\\a-c]", "\\*", "[[:x:]]", "[a[:]b]",
                ])
            }.joined()
        }
        func lines() -> String {
            (0..<Int.random(in: 1...5, using: &random)).map { _ in
                pick(["", "", "!", "/"]) + pattern() + pick(["", "", "/", " ", "\r"]) + "\n"
            }.joined()
        }

        let folder = try repository([:])
        var folders = [""]
        for _ in 0..<6 { folders.append(folders.randomElement(using: &random)! + name() + "/") }
        for place in folders { for _ in 0..<4 { try folder.write(place + name() + ".ps1", []) } }
        for _ in 0..<8 {
            for place in folders { try? FileManager.default.removeItem(atPath: folder[place + ".gitignore"]) }
            try folder.write(".gitignore", Array(lines().utf8))
            let inner = folders.randomElement(using: &random)!
            if Bool.random(using: &random) { try folder.write(inner + ".gitignore", Array(("\u{FEFF}" + lines()).utf8)) }
            try folder.write(".git/info/exclude", Array(lines().utf8))
            try folder.write(".git/personal", Array(lines().utf8))
            let excludes =
                Bool.random(using: &random)
                ? [pattern(), pick(["", "!"]) + pattern()].filter {
                    // On its command line git takes these as they are.
                    !$0.hasPrefix("#") && !$0.hasSuffix(" ")
                } : []
            let texts =
                ["", inner].map { (try? folder.text($0 + ".gitignore")) ?? "" } + [
                    try folder.text(".git/info/exclude"), try folder.text(".git/personal"),
                ] + excludes
            #expect(try scriptsOfWalk(folder, excludes: excludes) == scriptsOfGit(folder, excludes: excludes), "\(texts)")
        }
    }

    @Test("by a person's own patterns, those of the repository and negations, as git check-ignore says")
    func checkIgnore() throws {
        let folder = try repository([
            ".gitignore": "!both.ps1\n", "a.ps1": sendingScript, "both.ps1": sendingScript, "own.ps1": sendingScript,
            "sub/mine.ps1": sendingScript,
            "sub/kept.ps1": sendingScript, "home/patterns": "mine.ps1\nboth.ps1\nkept.ps1\n",
        ])
        try folder.write(".git/info/exclude", Array("own.ps1\n!kept.ps1\n".utf8))
        // As a person writes it, from the home folder.
        #expect(try folder.run("/usr/bin/env", ["git", "config", "core.excludesFile", "~/patterns"]).code == 0)
        let home = ["HOME=" + folder["home"], "XDG_CONFIG_HOME="]
        let output = try folder.run("/usr/bin/env", home + [executable.path, "diff", ".", "--gitignore"])
        for name in ["a.ps1", "both.ps1", "own.ps1", "sub/mine.ps1", "sub/kept.ps1"] {
            let isIgnored = try folder.run("/usr/bin/env", home + ["git", "check-ignore", "-q", name]).code == 0
            #expect(output.errors.contains("\(name):2: moved") != isIgnored, "\(name)")
        }
        #expect(!output.errors.contains("mine.ps1") && output.errors.contains("both.ps1") && output.errors.contains("kept.ps1"))

        // Where git has no setting it looks in a place of its own.
        #expect(try folder.run("/usr/bin/env", ["git", "config", "--unset", "core.excludesFile"]).code == 0)
        try folder.write("home/.config/git/ignore", Array("a.ps1\n".utf8))
        #expect(try !folder.run("/usr/bin/env", home + [executable.path, "diff", ".", "--gitignore"]).errors.contains("a.ps1"))
    }

    @Test("of a worktree, whose .git is a file")
    func worktree() throws {
        let folder = try repository(["main/a.ps1": sendingScript])
        func git(_ arguments: String...) throws {
            let identity = ["-c", "user.name=a", "-c", "user.email=a@contoso.com", "-c", "commit.gpgsign=false"]
            let run = try folder.run("/usr/bin/env", ["git"] + identity + arguments)
            #expect(run.code == 0, "\(run.errors)")
        }
        try git("add", ".")
        try git("commit", "-q", "-m", "One")
        try git("worktree", "add", "-q", "--detach", "tree")
        try folder.write("tree/mine.ps1", Array(sendingScript.utf8))
        try folder.write(".git/info/exclude", Array("mine.ps1\n".utf8))
        let output = try folder.mail2graph("diff", "tree", "--gitignore")
        #expect(output.errors.contains("tree/main/a.ps1:2: moved") && !output.errors.contains("mine.ps1"))
    }

    @Test("nested, negated, anchored")
    func readable() throws {
        let folder = try repository([
            ".gitignore": "old/\n/build\n*.tmp.ps1\n!keep.tmp.ps1\nlogs/**/a.ps1\n\\!odd.ps1\n", "sub/.gitignore": "secret.ps1\n!old/\n",
            "old/a.ps1": "", "sub/old/a.ps1": "", "build/a.ps1": "", "sub/build/a.ps1": "", "a.tmp.ps1": "", "keep.tmp.ps1": "",
            "logs/a.ps1": "",
            "logs/x/y/a.ps1": "", "logs/b.ps1": "", "!odd.ps1": "", "sub/secret.ps1": "", "secret.ps1": "",
        ])
        let expected = ["sub/old/a.ps1", "sub/build/a.ps1", "keep.tmp.ps1", "logs/b.ps1", "secret.ps1"]
        #expect(try scriptsOfWalk(folder) == Set(expected.map { Array($0.utf8) }))
        #expect(try scriptsOfWalk(folder) == scriptsOfGit(folder))
    }

    @Test("an outer folder's patterns count for a folder within, another repository's do not")
    func outer() throws {
        let folder = try repository([".gitignore": "a.ps1\n", "sub/a.ps1": "", "sub/b.ps1": "", "sub/inner/a.ps1": ""])
        #expect(try folder.run("/usr/bin/env", ["git", "init", "-q", "sub/inner"]).code == 0)
        let diff = try folder.mail2graph("diff", "--gitignore", "sub")
        #expect(diff.errors.hasPrefix("2 scripts read"))
        #expect(try folder.mail2graph("diff", "sub").errors.hasPrefix("3 scripts read"))
    }

    @Test("long patterns against long paths take no time worth naming")
    func time() {
        let pattern = Wildcard(String(repeating: "*a", count: 40).utf8)
        let deep = Wildcard((String(repeating: "**/a*", count: 20) + "/b").utf8)
        let name = Array(String(repeating: "a", count: 250).utf8)
        #expect(!pattern.matches((name + [UInt8(ascii: "b")])[...]))
        #expect(!deep.matches(Array(repeatElement("aaaa", count: 200).joined(separator: "/").utf8)[...]))
    }
}
