import Testing

@testable import PowerShellSyntax

/// The parser's library breaks on more than 65,535 comments in a row.
@Suite("Runs of comments")
struct CommentRunTests {
    @Test(
        "of any length are read up to the limit and refused behind it",
        arguments: [("# x\n", 1), ("  # x\r\n\r\n", 1), ("<# x #>", 1), ("# x\n<# y\n #>\n", 2)])
    func limit(_ comment: String, count: Int) {
        let some = SyntaxTree.parse(SourceText("$a = 1\n" + String(repeating: comment, count: 28_000 / count) + "\n$b = 2"))
        #expect(some.errors.isEmpty)
        let many = SyntaxTree.parse(SourceText("$a = 1\n" + String(repeating: comment, count: 70_000 / count) + "\n$b = 2"))
        #expect(many.errors.map(\.line) == [2])
    }

    @Test("end at whatever is none")
    func interrupted() {
        let comments = String(repeating: "# x\n", count: 29_000)
        let script = comments + "$a = 1\n" + comments + "$b = 1\n" + comments
        #expect(SyntaxTree.parse(SourceText(script)).errors.isEmpty)
    }
}
