import PowerShellSyntax
import ScriptDiff
import TestSupport
import Testing

@Suite("Edits")
struct RewriteTests {
    /// An edit of the first place where a text stands.
    private func edit(_ source: SourceText, _ old: String, _ new: String) throws -> Edit {
        let range = try #require(source.string.firstRange(of: old))
        let start = source.string.utf8.distance(from: source.string.startIndex, to: range.lowerBound)
        return Edit(extent: Extent(start, start + old.utf8.count), replacement: new)
    }

    @Test("replaces, deletes and inserts in any order of the edits")
    func anyOrder() throws {
        let source = SourceText("one two three\n")
        let edits = [
            Edit(extent: Extent(8, 13), replacement: "3"),
            Edit(extent: Extent(0, 0), replacement: "zero "),
            Edit(extent: Extent(3, 7), replacement: ""),
        ]
        #expect(try source.applying(edits).string == "zero one 3\n")
    }

    @Test("keeps the order of insertions at one place, before what replaces the text there")
    func insertionsInOrder() throws {
        let source = SourceText("x\n")
        let edits = [
            Edit(extent: Extent(0, 1), replacement: "y"),
            Edit(extent: Extent(0, 0), replacement: "1"),
            Edit(extent: Extent(0, 0), replacement: "2"),
        ]
        #expect(try source.applying(edits).string == "12y\n")
    }

    @Test("makes no edits without a change")
    func noEdits() throws {
        let source = SourceText(bytes: [0xEF, 0xBB, 0xBF, 0x0D, 0x0A, 0x00])
        #expect(try source.applying([]) == source)
    }

    @Test(
        "refuses edits of the same text",
        arguments: [(Extent(0, 3), Extent(2, 4)), (Extent(0, 4), Extent(1, 1)), (Extent(1, 2), Extent(1, 2))])
    func overlap(a: Extent, b: Extent) {
        let source = SourceText("abcdef")
        #expect(throws: EditError.self) {
            try source.applying([Edit(extent: b, replacement: "1"), Edit(extent: a, replacement: "2")])
        }
    }

    @Test("refuses what is no stretch of the text", arguments: [Extent(1, 2), Extent(0, 9), Extent(-1, 0), Extent(3, 0)])
    func notAnExtent(extent: Extent) {
        let source = SourceText("äb")
        #expect(throws: EditError.self) { try source.applying([Edit(extent: extent, replacement: "")]) }
    }

    @Test("leaves every byte of a Windows-1252 file outside the edits")
    func windows1252() throws {
        // The third line has a byte that the code page leaves open.
        let source = SourceText(
            bytes: Array("# f\u{FC}r\r\n".unicodeScalars.map { UInt8($0.value) }) + Array("$a = 1\r\n".utf8) + [0x81, 0x0A])
        let result = try source.applying([edit(source, "1", "'\u{20AC}'")])
        #expect(
            result.bytes == [0x23, 0x20, 0x66, 0xFC, 0x72, 0x0D, 0x0A] + Array("$a = '".utf8) + [0x80] + Array("'\r\n".utf8) + [0x81, 0x0A])
    }

    @Test("refuses a character that the encoding lacks, naming line and character")
    func unencodable() throws {
        let source = SourceText(bytes: [0xFC, 0x0A, 0x31])
        let edit = try edit(source, "1", "'\u{4E2D}'")
        let error = #expect(throws: EditError.self) { try source.applying([edit]) }
        #expect(error == .unencodable("\u{4E2D}", .windows1252, line: 2))
        #expect("\(error!)".contains("U+4E2D"))
    }

    @Test("refuses to take away what tells the encoding apart")
    func ambiguous() throws {
        // C3 A9 reads as "Ã©" beside the lone FC, as "é" without it.
        let source = SourceText(bytes: [0xFC, 0xC3, 0xA9])
        #expect(throws: EditError.ambiguous(.windows1252)) {
            try source.applying([edit(source, "\u{FC}", "")])
        }
    }

    @Test("edits UTF-16 both ways, with characters beyond the first plane and half a unit at the end", arguments: [false, true])
    func utf16(bigEndian: Bool) throws {
        let units = Array("\u{FEFF}# \u{1F600}\r\n$a = 1\r\n".utf16)
        let bytes = units.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let source = SourceText(bytes: bytes + [0x0A])
        let result = try source.applying([edit(source, "1", "\u{1F4E7}")])
        #expect(result.string == "# \u{1F600}\r\n$a = \u{1F4E7}\r\n\u{FFFD}")
        #expect(result.encoding == source.encoding)
        #expect(result.bytes.last == 0x0A && result.bytes.count % 2 == 1)
    }

    @Test("keeps bytes without a meaning in a file with a mark")
    func brokenUTF8() throws {
        let source = SourceText(bytes: [0xEF, 0xBB, 0xBF, 0xFF, 0x61, 0xC3, 0x0A, 0x31, 0x0A])
        #expect(try source.applying([edit(source, "1", "ä")]).bytes == [0xEF, 0xBB, 0xBF, 0xFF, 0x61, 0xC3, 0x0A, 0xC3, 0xA4, 0x0A])
    }

    @Test("random edits touch only what they say", arguments: 0..<40)
    func random(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let source = SourceText(
            String((0..<200).map { _ in "ab \r\nü€😀".unicodeScalars.randomElement(using: &random).map(Character.init)! }))
        var edits: [Edit] = []
        var expected: [UInt8] = []
        var offset = 0
        let boundaries = (0...source.text.count).filter { $0 == source.text.count || source.text[$0] & 0xC0 != 0x80 }
        var cuts = (0..<20).map { _ in boundaries.randomElement(using: &random)! }.sorted()[...]
        while let start = cuts.popFirst(), let end = cuts.popFirst() {
            let replacement = ["", "x", "\r\n", "äöü"].randomElement(using: &random)!
            edits.append(Edit(extent: Extent(start, end), replacement: replacement))
            expected += source.text[offset..<start] + Array(replacement.utf8)
            offset = end
        }
        expected += source.text[offset...]
        #expect(try source.applying(edits).bytes == expected)
    }
}
