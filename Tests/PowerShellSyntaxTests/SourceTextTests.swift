import PowerShellSyntax
import TestSupport
import Testing

private let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
}

@Suite struct SourceTextTests {
    @Test(arguments: [
        (Array("Größe 😀".utf8), SourceText.Encoding.utf8),
        (utf8Mark + Array("Größe 😀".utf8), .utf8WithMark),
        (utf16("Größe 😀", bigEndian: false), .utf16LittleEndian),
        (utf16("Größe 😀", bigEndian: true), .utf16BigEndian),
    ])
    func encodingsAreRecognized(bytes: [UInt8], encoding: SourceText.Encoding) {
        let source = SourceText(bytes: bytes)
        #expect(source.encoding == encoding)
        #expect(source.string == "Größe 😀")
        #expect(source.bytes == bytes)
        #expect(source.byteRange(of: Extent(0, source.text.count)).upperBound == bytes.count)
    }

    @Test func bytesThatAreNoUTF8AreWindows1252() {
        let source = SourceText(bytes: [0x80, 0x81, 0xE9, 0x20, 0x93])
        #expect(source.encoding == .windows1252)
        #expect(source.string == "€\u{81}é “")
        #expect(source.byteRange(of: Extent(3, 7)) == 1..<3)
        #expect(source.encoded("é€\u{81}") == [0xE9, 0x80, 0x81])
        #expect(source.encoded("Ω") == nil)
    }

    @Test(arguments: [SourceText.Encoding.utf8, .utf8WithMark, .utf16LittleEndian, .utf16BigEndian, .windows1252])
    func whatIsEncodedStandsWhereItIsSaidToStand(encoding: SourceText.Encoding) throws {
        let text = "é = ‘x’"
        let bytes: [UInt8] =
            switch encoding {
            case .utf8: Array(text.utf8)
            case .utf8WithMark: utf8Mark + Array(text.utf8)
            case .utf16LittleEndian: utf16(text, bigEndian: false)
            case .utf16BigEndian: utf16(text, bigEndian: true)
            case .windows1252: [0xE9, 0x20, 0x3D, 0x20, 0x91, 0x78, 0x92]
            }
        let source = SourceText(bytes: bytes)
        try #require(source.encoding == encoding && source.string == text)
        let extent = Extent(5, source.text.count)
        #expect(source.string(extent) == "‘x’")
        #expect(source.encoded("‘x’") == Array(bytes[source.byteRange(of: extent)]))
    }

    @Test func brokenBytesBehindAMarkDoNotMoveTheRest() {
        let source = SourceText(bytes: utf8Mark + [0x61, 0xFF, 0x62, 0xE2, 0x82, 0x63])
        #expect(source.encoding == .utf8WithMark)
        #expect(source.string == "a\u{FFFD}b\u{FFFD}c")
        #expect(source.byteRange(of: Extent(0, 1)) == 3..<4)
        #expect(source.byteRange(of: Extent(1, 4)) == 4..<5)
        #expect(source.byteRange(of: Extent(4, 5)) == 5..<6)
        #expect(source.byteRange(of: Extent(5, 8)) == 6..<8)
        #expect(source.byteRange(of: Extent(8, 9)) == 8..<9)
    }

    @Test func halfAUnitAndLoneSurrogatesAreReplaced() {
        let odd = SourceText(bytes: [0xFF, 0xFE, 0x61, 0x00, 0x62])
        #expect(odd.string == "a\u{FFFD}")
        #expect(odd.byteRange(of: Extent(1, 4)) == 4..<5)

        let lone = SourceText(bytes: [0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00, 0x00, 0xDC])
        #expect(lone.string == "\u{FFFD}a\u{FFFD}")
        #expect(lone.byteRange(of: Extent(3, 4)) == 4..<6)
    }

    @Test(arguments: [[], utf8Mark, [0xFF, 0xFE], [0xFE, 0xFF]])
    func nothingIsNoLineLess(bytes: [UInt8]) {
        let source = SourceText(bytes: bytes)
        #expect(source.text.isEmpty)
        #expect(source.lineCount == 1)
        #expect(source.byteRange(of: Extent(0, 0)) == bytes.count..<bytes.count)
    }

    @Test func linesEndInThreeWays() {
        let source = SourceText("a\r\n\tb\rc\nd")
        #expect(source.lineCount == 4)
        #expect([0, 2, 3, 4, 6, 8].map { source.line(at: $0) } == [1, 1, 2, 2, 3, 4])
        #expect(source.indentation(at: 4) == "\t")
        #expect(source.lineEnd(at: 0) == 1)
        #expect(source.nextLineStart(at: 8) == 9)
    }

    @Test func programsAreNoScripts() {
        #expect(SourceText(bytes: [0x7F, 0x45, 0x4C, 0x46, 0x00]).isBinary)
        #expect(!SourceText("Get-Date").isBinary)
        #expect(SyntaxTree.parse(SourceText(bytes: [0x61, 0x00])).errors.map(\.id) == ["NotText"])
    }

    @Test(.enabled(if: PowerShellEngine.isPresent, "\(PowerShellEngine.absence)"))
    func encodingsAreTheEngines() throws {
        let scripts: [[UInt8]] = [
            Array("$a = 'é'".utf8), utf8Mark + Array("$a".utf8), utf8Mark + [0x24, 0x61, 0xFF], utf16("$a", bigEndian: false),
            utf16("$a", bigEndian: true), [0xFF, 0xFE, 0x24, 0x00, 0x61], [0x23, 0xE9], [0x23, 0xED, 0xA0, 0x80], [],
        ]
        for (script, theirs) in zip(scripts, try PowerShellEngine.shared!.parse(scripts)) {
            let source = SourceText(bytes: script)
            #expect(source.encoding.rawValue == theirs.encoding, "\(script)")
            #expect(source.text.count == theirs.nodes?.first?.end, "\(script)")
        }
    }
}
