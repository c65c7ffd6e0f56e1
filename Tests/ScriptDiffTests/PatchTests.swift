import PowerShellSyntax
import ScriptDiff
import TestSupport
import Testing

@Suite("Patches")
struct PatchTests {
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let old: [UInt8]
        let new: [UInt8]

        init(_ name: String, _ old: String, _ new: String) {
            (testDescription, self.old, self.new) = (name, Array(old.utf8), Array(new.utf8))
        }
    }

    private static let hundred = (1...100).map { "line \($0)\n" }.joined()

    static let cases = [
        Case("LF", "a\nb\nc\n", "a\nB\nc\n"),
        Case("CRLF", "a\r\nb\r\nc\r\n", "a\r\nB\r\nc\r\n"),
        Case("mixed line ends", "a\r\nb\nc\r\nd\n", "a\r\nb\nC\nd\r\n"),
        Case("only CR", "a\rb\rc", "a\rB\rc"),
        Case("no last newline before", "a\nb", "a\nb\n"),
        Case("no last newline after", "a\nb\n", "a\nb"),
        Case("no last newline on either side", "a\nb", "a\nc"),
        Case("no last newline far from the change", "a\n1\n2\n3\n4\n5\nz", "b\n1\n2\n3\n4\n5\nz"),
        Case("no last newline in the context", "a\nz", "b\nz"),
        Case("empty before", "", "a\nb\n"),
        Case("empty before, no newline after", "", "a"),
        Case("empty after", "a\nb\n", ""),
        Case("insert at the start", "a\nb\n", "0\na\nb\n"),
        Case("insert at the end", "a\nb\n", "a\nb\nc\n"),
        Case("insert after a last line without newline", "a\nb", "a\nb\nc"),
        Case("remove the first line", "a\nb\nc\n", "b\nc\n"),
        Case("remove the last line", "a\nb\nc\n", "a\nb\n"),
        Case("one line", "a", "b"),
        Case("many hunks", hundred, hundred.replacing("0\n", with: "0 changed\n")),
        Case("neighbouring changes", hundred, hundred.replacing("line 5", with: "5").replacing("line 2\n", with: "")),
        Case("lines that look like a patch", "--- a\n+++ b\n@@ -1 +1 @@\n", "--- a\n+++ c\n@@ -1 +1 @@\n\\ No newline\n"),
        Case("blank lines and trailing blanks", "\n\n \t\n\n", "\n \n\n\n\t \n"),
    ]

    @Test("are taken by", arguments: PatchTool.allCases, cases)
    func taken(tool: PatchTool, example: Case) throws {
        let diff = UnifiedDiff(from: example.old, to: example.new, path: Array("script.ps1".utf8))
        #expect(try tool.apply(diff.patch, to: example.old) == example.new)
    }

    @Test("are taken for every encoding by", arguments: PatchTool.allCases, ["utf-8", "utf-8-bom", "utf-16le", "utf-16be", "windows-1252"])
    func encodings(tool: PatchTool, encoding: String) throws {
        let text =
            "# für\r\n" + (1...20).map { "$a\($0) = 'Ċ \($0)'\r\n" }.joined().replacing("Ċ", with: encoding.hasPrefix("utf") ? "Ċ" : "ÿ")
        let bytes: [UInt8] =
            switch encoding {
            case "utf-8": Array(text.utf8)
            case "utf-8-bom": [0xEF, 0xBB, 0xBF] + Array(text.utf8)
            case "utf-16le": ("\u{FEFF}" + text).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            case "utf-16be": ("\u{FEFF}" + text).utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            default: text.unicodeScalars.map { UInt8($0.value) }
            }
        let source = SourceText(bytes: bytes)
        #expect(source.encoding.rawValue == encoding)
        let starts = [0, source.text.count / 2, source.text.count].map { source.lineStart(at: $0) }
        let rewrite = try Rewrite(source, edits: starts.map { Edit(extent: Extent($0, $0), replacement: "# ä\r\n") })
        let diff = UnifiedDiff(rewrite, path: Array("script.ps1".utf8))
        #expect(try tool.apply(diff.patch, to: bytes) == rewrite.new.bytes)
    }

    @Test(
        "are taken for odd names by", arguments: [PatchTool.gitApply, .gnuPatch],
        ["two words.ps1", "line\nbreak.ps1", "quo\"te.ps1", "back\\slash.ps1", "ta\tb.ps1", "größe.ps1", "Ω \u{7F}.ps1"])
    func names(tool: PatchTool, name: String) throws {
        let (old, new) = (Array("a\n".utf8), Array("b\n".utf8))
        let diff = UnifiedDiff(from: old, to: new, path: Array(name.utf8))
        #expect(try tool.apply(diff.patch, to: old, named: name) == new)
    }

    @Test("quote names as git does")
    func quoting() {
        func quote(_ bytes: [UInt8]) -> String { String(decoding: quoted(bytes), as: UTF8.self) }
        #expect(quote(Array("a/b c.ps1".utf8)) == "a/b c.ps1")
        #expect(quote(Array("a\nb\"\\".utf8)) == #""a\nb\"\\""#)
        #expect(quote([0x61, 0xFF, 0x01]) == #""a\377\001""#)
    }

    @Test("of random changes are taken by", arguments: PatchTool.allCases, 0..<15)
    func random(tool: PatchTool, seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let old = Array(randomText(lines: 60, using: &random).utf8)
        let source = SourceText(bytes: old)
        let rewrite = try Rewrite(source, edits: randomEdits(of: source, using: &random))
        for diff in [
            UnifiedDiff(rewrite, path: Array("script.ps1".utf8)),
            UnifiedDiff(from: old, to: rewrite.new.bytes, path: Array("script.ps1".utf8)),
        ] {
            if diff.hunks.isEmpty { continue }
            #expect(try tool.apply(diff.patch, to: old) == rewrite.new.bytes)
        }
    }
}

func randomText(lines: Int, using random: inout SeededGenerator) -> String {
    let text = (0..<lines).map { _ in
        ["a", "b", "c", "Send-MailMessage", ""].randomElement(using: &random)! + ["\n", "\n", "\r\n"].randomElement(using: &random)!
    }.joined()
    return Bool.random(using: &random) ? text : text + "end"
}

/// Edits of an ASCII text.
func randomEdits(of source: SourceText, using random: inout SeededGenerator) -> [Edit] {
    let cuts = (0..<2 * Int.random(in: 1...6, using: &random)).map { _ in Int.random(in: 0...source.text.count, using: &random) }.sorted()
    return stride(from: 0, to: cuts.count, by: 2).map { index in
        // Long deletions would leave little to look at.
        Edit(
            extent: Extent(cuts[index], min(cuts[index + 1], cuts[index] + 12)),
            replacement: ["", "x", "\n", "x\ny\r\nz", "a\n", "b\nc\n"].randomElement(using: &random)!
        )
    }
}
