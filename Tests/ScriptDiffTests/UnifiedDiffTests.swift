import PowerShellSyntax
import ScriptDiff
import TestSupport
import Testing

@Suite("Unified diffs")
struct UnifiedDiffTests {
    @Test("render as git renders them")
    func rendering() {
        let diff = UnifiedDiff(
            from: Array("1\n2\n3\n4\n5\n6\n".utf8), to: Array("1\n2\n3\nfour\n5\n6\n7".utf8), path: Array("a b.ps1".utf8))
        #expect(
            String(decoding: diff.patch, as: UTF8.self) == """
                diff --git a/a b.ps1 b/a b.ps1
                --- a/a b.ps1\t
                +++ b/a b.ps1\t
                @@ -1,6 +1,7 @@
                 1
                 2
                 3
                -4
                +four
                 5
                 6
                +7
                \\ No newline at end of file

                """)
    }

    @Test("are empty where nothing differs")
    func nothing() throws {
        #expect(UnifiedDiff(from: [0x61], to: [0x61], path: [0x61]).patch.isEmpty)
        let rewrite = try Rewrite(SourceText("a\nb\n"), edits: [Edit(extent: Extent(0, 3), replacement: "a\nb")])
        #expect(UnifiedDiff(rewrite, path: [0x61]).hunks.isEmpty)
        #expect(TerminalRenderer(colour: true).render(UnifiedDiff(rewrite, path: [0x61])).isEmpty)
    }

    @Test("follow the edits where several diffs are as short")
    func followEdits() throws {
        let source = SourceText("{\n}\n{\n}\n")
        let rewrite = try Rewrite(source, edits: [Edit(extent: Extent(4, 4), replacement: "{\n}\n")])
        let lines = UnifiedDiff(rewrite, path: [0x61]).hunks[0].lines
        #expect(lines.map(\.kind) == [.context, .context, .added, .added, .context, .context])
    }

    @Test("join what is close and part what is far")
    func grouping() {
        let old = (1...40).map { "\($0)\n" }
        func hunks(changing lines: Int...) -> Int {
            let new = old.enumerated().map { lines.contains($0.offset) ? "x\n" : $0.element }
            return UnifiedDiff(from: Array(old.joined().utf8), to: Array(new.joined().utf8), path: []).hunks.count
        }
        #expect(hunks(changing: 10, 17) == 1)
        #expect(hunks(changing: 10, 18) == 2)
    }

    @Test("rebuild the new text from the old", arguments: 0..<400)
    func random(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let old = randomText(lines: Int.random(in: 0...30, using: &random), using: &random)
        let source = SourceText(old)
        let rewrite = try Rewrite(source, edits: randomEdits(of: source, using: &random))
        for form in [UnifiedDiff.Form.bytes, .text] {
            let diff = UnifiedDiff(rewrite, path: [], form: form, context: seed % 3 == 0 ? 0 : 3)
            #expect(apply(diff, to: Array(old.utf8)) == rewrite.new.bytes)
        }
        #expect(apply(UnifiedDiff(from: Array(old.utf8), to: rewrite.new.bytes, path: []), to: Array(old.utf8)) == rewrite.new.bytes)
        let other = Array(randomText(lines: Int.random(in: 0...30, using: &random), using: &random).utf8)
        #expect(apply(UnifiedDiff(from: Array(old.utf8), to: other, path: []), to: Array(old.utf8)) == other)
    }

    @Test("are as short as can be", arguments: 0..<100)
    func shortest(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let old = (0..<Int.random(in: 0...25, using: &random)).map { _ in ["a\n", "b\n", "c\n"].randomElement(using: &random)! }
        let new = (0..<Int.random(in: 0...25, using: &random)).map { _ in ["a\n", "b\n", "c\n"].randomElement(using: &random)! }
        let diff = UnifiedDiff(from: Array(old.joined().utf8), to: Array(new.joined().utf8), path: [])
        let changed = diff.hunks.flatMap(\.lines).count { $0.kind != .context }
        #expect(changed == old.count + new.count - 2 * longestCommonSubsequence(old, new))
    }

    @Test("of long files with nothing in common take no quadratic time", .timeLimit(.minutes(1)))
    func bounded() {
        let old = Array((0..<4000).map { "old \($0)\n" }.joined().utf8)
        let new = Array((0..<4000).map { $0 % 10 == 0 ? "old \($0)\n" : "new \($0)\n" }.joined().utf8)
        let diff = UnifiedDiff(from: old, to: new, path: [])
        #expect(apply(diff, to: old) == new)
    }

    /// What a diff says the new text is; nil where its context or what it removes is not in the old.
    private func apply(_ diff: UnifiedDiff, to old: [UInt8]) -> [UInt8]? {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        for index in old.indices where old[index] == UInt8(ascii: "\n") || index == old.count - 1 {
            lines.append(old[start...index])
            start = index + 1
        }
        var result: [ArraySlice<UInt8>] = []
        var position = 0
        for hunk in diff.hunks {
            guard position <= hunk.oldStart else { return nil }
            result += lines[position..<hunk.oldStart]
            position = hunk.oldStart
            guard result.count == hunk.newStart else { return nil }
            for line in hunk.lines {
                if line.kind != .added {
                    guard lines[position] == line.bytes else { return nil }
                    position += 1
                }
                if line.kind != .removed { result.append(line.bytes) }
            }
        }
        result += lines[position...]
        return Array(result.joined())
    }

    private func longestCommonSubsequence(_ a: [String], _ b: [String]) -> Int {
        var row = [Int](repeating: 0, count: b.count + 1)
        for x in a {
            var diagonal = 0
            for (index, y) in b.enumerated() {
                let above = row[index + 1]
                row[index + 1] = x == y ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return row[b.count]
    }
}
