import TestSupport
import Testing

@testable import PowerShellSyntax

@Suite struct LoweringTests {
    /// The snippets where they are accepted: same classes, same extents, same order as the engine's.
    @Test(.enabled(if: PowerShellEngine.isPresent, "\(PowerShellEngine.absence)"))
    func treesAreTheEngines() throws {
        let scripts = Snippets.all
        for (script, theirs) in zip(scripts, try PowerShellEngine.shared!.parse(scripts.map { Array($0.utf8) })) {
            let tree = SyntaxTree.parse(SourceText(script))
            // What the engine misses is on the machine, not in the script.
            let errors = theirs.errors.filter { !["TypeNotFound", "CustomAttributeTypeNotFound"].contains($0.id) }
            #expect(tree.errors.isEmpty == errors.isEmpty, "\(script)\n\(tree.errors)\n\(errors)")
            let ours = tree.nodesAsVisited.map { node, depth in
                EngineNode(kind: node.kind.name, start: node.engineExtent.start, end: node.engineExtent.end, depth: depth)
            }
            #expect(ours == theirs.nodes, "\(script)")
        }
    }

    @Test(.enabled(if: PowerShellEngine.isPresent, "\(PowerShellEngine.absence)"))
    func whatIsBrokenIsRefusedAsTheEngineDoes() throws {
        for (script, theirs) in zip(Snippets.broken, try PowerShellEngine.shared!.parse(Snippets.broken.map { Array($0.utf8) })) {
            #expect(SyntaxTree.parse(SourceText(script)).errors.isEmpty == theirs.errors.isEmpty, "\(script)")
        }
    }

    @Test(arguments: [
        ("foo (1", 4, "'(' is not closed"), ("a\nif ($x) {\n foo\n", 10, "'{' is not closed"), ("foo )", 4, "unexpected ')'"),
        ("foo\n}\nbar", 4, "unexpected '}'"), ("$x = \"abc\nbar\n", 5, "string is not closed"), ("<# abc", 0, "comment is not closed"),
        ("$x = ", 4, "something is missing behind '='"), ("try { 1 }", 0, "'try' is not complete"), ("[int", 0, "'[' is not closed"),
        ("@\"\nabc", 0, "here-string is not closed: '\"@' has to stand at the start of a line"), ("1 2", 2, "unexpected '2'"),
        ("<# a #>\nif ($x) {\n foo\n", 16, "'{' is not closed"),
    ])
    func errorsSayWhatIsWrong(script: String, offset: Int, message: String) throws {
        let error = try #require(SyntaxTree.parse(SourceText(script)).errors.first)
        #expect(error.extent.start == offset)
        #expect(error.line == SourceText(script).line(at: offset))
        #expect(error.message == message)
    }

    @Test(arguments: [("(", ")"), ("$(", ")"), ("{", "}"), ("if(1){", "}"), ("@{a=", "}"), ("\"$(", ")\""), ("-not ", "")])
    func nestingDeeperThanAnyScriptIsRefused(open: String, close: String) {
        func errors(depth: Int) -> [String] {
            let script = String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
            return SyntaxTree.parse(SourceText(script)).errors.map(\.id)
        }
        #expect(errors(depth: 200) == [])
        #expect(errors(depth: 2_001) == ["ScriptTooComplicated"])
        #expect(errors(depth: 10_000) != [])
    }

    /// A rule that the lowering does not know would silently drop what it matches.
    @Test(arguments: Snippets.all)
    func everyRuleOfTheGrammarIsKnown(script: String) throws {
        let tree = try #require(ConcreteTree(Array(script.utf8)))
        #expect(!tree.nodes.contains { $0.rule == .other }, "\(tree.nodes.filter { $0.rule == .other })")
    }

    @Test func commentsAreKept() {
        let tree = SyntaxTree.parse(SourceText("# a\nfoo # b\n<# c\n#> bar"))
        #expect(tree.comments.map { tree.source.string($0) } == ["# a", "# b", "<# c\n#>"])
    }
}
