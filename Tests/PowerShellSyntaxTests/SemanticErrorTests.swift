import TestSupport
import Testing

@testable import PowerShellSyntax

/// What reads well and is refused nevertheless, with the engine's name for it.
@Suite struct SemanticErrorTests {
    @Test(arguments: SenselessScripts.all)
    func isRefused(script: String, id: String?) {
        #expect(SyntaxTree.parse(SourceText(script)).errors.map(\.id) == (id.map { [$0] } ?? []), "\(script)")
    }

    @Test(.enabled(if: PowerShellEngine.isPresent, "\(PowerShellEngine.absence)"))
    func theEngineRefusesTheSame() throws {
        let scripts = SenselessScripts.all
        for (snippet, theirs) in zip(scripts, try PowerShellEngine.shared!.parse(scripts.map { Array($0.script.utf8) })) {
            #expect(theirs.errors.first?.id == snippet.id, "\(snippet.script)")
        }
    }

    @Test(arguments: [
        ("foo\n$h = @{ a = 1; b = 2\n A = 3 }", 26, 3, "the hashtable has the key A twice"),
        ("@{ a = if (1) { 2 } b = 3 }", 20, 1, "a new line or a semicolon is missing before 'b'"),
        ("# x\n#Requires -Version x", 23, 2, "'x' is no version"),
        ("class A {\n [int] f() { if (1) { return 1 } }\n}", 17, 2, "f can end without returning a value"),
        ("data { 1; $x }", 10, 1, "$x can't stand in a data section"),
    ])
    func saysWhereAndWhy(script: String, offset: Int, line: Int, message: String) throws {
        let error = try #require(SyntaxTree.parse(SourceText(script)).errors.first)
        #expect(error.extent.start == offset)
        #expect(error.line == line)
        #expect(error.message == message)
    }

    /// Workflows are Windows PowerShell's; the engine that we compare with has none.
    @Test(arguments: ["workflow f { foreach -parallel ($i in 1) { } }", "workflow f { if (1) { parallel { sequence { 1 } } } }"])
    func workflowsHaveTheirOwnWords(script: String) {
        #expect(SyntaxTree.parse(SourceText(script)).errors.isEmpty)
    }

    @Test func methodsAsDeepAsCanBeReadAreJudged() {
        let depth = 600
        let script =
            "class A { [int] f() { " + String(repeating: "if (1) { ", count: depth) + "return 1" + String(repeating: " }", count: depth)
            + " } }"
        #expect(SyntaxTree.parse(SourceText(script)).errors.map(\.id) == ["MethodHasCodePathNotReturn"])
    }
}
