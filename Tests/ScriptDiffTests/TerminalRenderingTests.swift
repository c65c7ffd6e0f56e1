import PowerShellSyntax
import ScriptDiff
import Testing

@Suite("Diffs on a terminal")
struct TerminalRenderingTests {
    private func render(_ source: SourceText, _ edit: Edit, colour: Bool = false) throws -> String {
        TerminalRenderer(colour: colour).render(UnifiedDiff(try Rewrite(source, edits: [edit]), path: Array("x.ps1".utf8), form: .text))
    }

    @Test("show UTF-16 as text, without the carriage returns that all lines have")
    func utf16() throws {
        let source = SourceText(bytes: "\u{FEFF}# größe\r\n1\r\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        let edit = Edit(extent: Extent(11, 12), replacement: "2")
        #expect(try render(source, edit) == "--- a/x.ps1\n+++ b/x.ps1\n@@ -1,2 +1,2 @@\n # größe\n-1\n+2\n")
    }

    @Test("show line ends where they differ")
    func lineEnds() throws {
        let edit = Edit(extent: Extent(1, 3), replacement: "\n")
        #expect(try render(SourceText("a\r\n"), edit).hasSuffix("-a^M\n+a\n"))
    }

    @Test("colour as git does")
    func colour() throws {
        let edit = Edit(extent: Extent(0, 1), replacement: "b")
        let expected = "\u{1B}[1m--- a/x.ps1\u{1B}[m\n\u{1B}[1m+++ b/x.ps1\u{1B}[m\n\u{1B}[36m@@ -1 +1 @@\u{1B}[m\n\u{1B}[31m-a\u{1B}[m\n\u{1B}[32m+b\u{1B}[m\n"
        #expect(try render(SourceText("a\n"), edit, colour: true) == expected)
    }

    @Test("let no control character through")
    func controls() throws {
        let edit = Edit(extent: Extent(0, 0), replacement: "\u{1B}[2J\u{202E}\t")
        #expect(try render(SourceText("a\n"), edit).hasSuffix("+^[[2J<U+202E>\ta\n"))
        #expect(visible("\u{7F}\u{85}") == "^?<U+0085>")
    }
}
