import PowerShellSyntax
import Testing

@testable import ScriptDiff

@Suite("Highlighting")
struct HighlightingTests {
    /// The text in pieces, each with the kind in front; plain text as it is.
    private func marked(_ text: String) -> String {
        let source = SourceText(text)
        return Highlighting(SyntaxTree.parse(source)).runs(in: 0..<source.text.count).map { run in
            let piece = source.string(Extent(run.range))
            return run.kind == .plain ? piece : "\(run.kind)(\(piece))"
        }.joined()
    }

    @Test(
        "takes its colours from the tree",
        arguments: [
            ("if ($a -eq 1) { Get-Item if }", "keyword(if) (variable($a) operator(-eq) number(1)) { command(Get-Item) word(if) }"),
            ("Get-Item -Path:'a' -Force # x", "command(Get-Item) parameter(-Path:)string('a') parameter(-Force) comment(# x)"),
            ("function Send-It([string]$to) {}", "keyword(function) command(Send-It)(type([string])variable($to)) {}"),
            (#""a $b $(if (1) { 'c' })""#, #"string("a )variable($b)string( )$(keyword(if) (number(1)) { string('c') })string(")"#),
            ("@{ if = 1 }.foreach.end", "@{ key(if) = number(1) }.member(foreach).member(end)"),
            ("Get-Item -Path:(1)", "command(Get-Item) parameter(-Path:)(number(1))"),
            ("[a]::b > c", "type([a])::member(b) operator(> )word(c)"),
            ("class C { [void] M() { return } }", "keyword(class) type(C) { type([void]) M() { keyword(return) } }"),
        ])
    func kinds(text: String, expected: String) { #expect(marked(text) == expected) }

    @Test("covers every byte once, in order, whatever the text")
    func coverage() {
        for text in ["", "\u{FEFF}$ö = '…'\r\n", "if (", "@'\nx\n'@ | % { $_ }", "\"$(\"$(1)\")\""] {
            let source = SourceText(text)
            let runs = Highlighting(SyntaxTree.parse(source)).runs(in: 0..<source.text.count)
            #expect(runs.flatMap { Array($0.range) } == Array(0..<source.text.count))
        }
    }

    @Test("hides secrets under everything else")
    func secrets() {
        let source = SourceText("$a = 'xyz'")
        let runs = Highlighting(SyntaxTree.parse(source), secrets: [Extent(5, 10)]).runs(in: 0..<10)
        #expect(runs.last == Highlighting.Run(kind: .secret, range: 5..<10))
    }
}

@Suite("Changes within a line")
struct IntralineChangesTests {
    private func marked(_ old: String, _ new: String) -> [String]? {
        let changes = IntralineChanges(from: Array(old.utf8)[...], to: Array(new.utf8)[...])
        func mark(_ text: String, _ ranges: [Range<Int>]) -> String {
            var bytes = Array(text.utf8)
            for range in ranges.reversed() {
                bytes.insert(UInt8(ascii: "]"), at: range.upperBound)
                bytes.insert(UInt8(ascii: "["), at: range.lowerBound)
            }
            return String(decoding: bytes, as: UTF8.self)
        }
        return changes.map { [mark(old, $0.old), mark(new, $0.new)] }
    }

    @Test("are marked by whole words where the lines are much alike, and not at all elsewhere")
    func marks() {
        #expect(
            marked("a.Protocol = 'Ssl3' # old", "a.Protocol = 'Tls12' # old") == [
                "a.Protocol = '[Ssl3]' # old", "a.Protocol = '[Tls12]' # old",
            ])
        #expect(marked("  größe = 1", "    größe = 1") == ["  größe = 1", "    größe = 1"])
        #expect(marked("Send-MailMessage -To $to", "$draft = New-MgUserMessage -BodyParameter @{") == nil)
        #expect(marked("", "") == nil)
    }

    @Test("pair lines in order")
    func pairs() {
        func lines(_ text: String) -> [ArraySlice<UInt8>] { text.split(separator: "\n").map { Array($0.utf8)[...] } }
        let pairs = similarLines(lines("first line here\nnothing alike\nthird line here"), lines("first line there\nx\nthird line there"))
        #expect(pairs.map(\.removed) == [0, 2] && pairs.map(\.added) == [0, 2])
    }
}
