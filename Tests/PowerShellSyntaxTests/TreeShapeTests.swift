import PowerShellSyntax
import Testing

@Suite struct TreeShapeTests {
    @Test(arguments: Snippets.all + Snippets.broken)
    func childrenStandWithinTheirParentAndInOrder(script: String) {
        let tree = SyntaxTree.parse(SourceText(script))
        for node in tree.nodes {
            let children = Array(node.children)
            #expect(children.allSatisfy { $0.parent == node })
            for child in children where !standsBefore(child, node) {
                #expect(node.extent.contains(child.extent), "\(child.kind) \(child.extent) in \(node.kind) \(node.extent): \(script)")
            }
            for (first, second) in zip(children, children.dropFirst()) where !overlaps(first, second) {
                #expect(first.extent.end <= second.extent.start, "\(first.kind), \(second.kind) in \(node.kind): \(script)")
            }
        }
    }

    /// Attributes stand before the keyword `param`, a call of the base class before the body whose first statement it is.
    private func standsBefore(_ node: Node, _ parent: Node) -> Bool {
        parent.kind == .paramBlock && node.kind == .attribute
            || parent.kind == .namedBlock && node.kind == .commandExpression
    }

    /// An end block without a name begins where the parameters do; `base` is both what is called and on what.
    private func overlaps(_ first: Node, _ second: Node) -> Bool {
        first.kind == .paramBlock && second.kind == .namedBlock || first.parent?.kind == .baseCtorInvokeMemberExpression
    }

    @Test(arguments: Snippets.all + Snippets.broken)
    func everyViewCanBeRead(script: String) {
        readEverything(SyntaxTree.parse(SourceText(script)))
    }

    /// Every script cut short at every place, and with every character left out.
    @Test(arguments: Snippets.all)
    func brokenScriptsNeverCrash(script: String) {
        let text = Array(script.utf8)
        for index in text.indices {
            readEverything(SyntaxTree.parse(SourceText(bytes: Array(text[..<index]))))
            readEverything(SyntaxTree.parse(SourceText(bytes: Array(text[..<index] + text[(index + 1)...]))))
        }
    }

    @Test func innermostNodeCoversTheExtent() {
        let tree = SyntaxTree.parse(SourceText("if ($a) { foo -b 'c' }"))
        #expect(tree.innermostNode(covering: Extent(18, 19)).kind == .stringConstantExpression)
        #expect(tree.innermostNode(covering: Extent(10, 16)).kind == .command)
        #expect(tree.innermostNode(covering: Extent(0, 22)).kind == .ifStatement)
    }

    @Test func relationsOfANode() throws {
        let tree = SyntaxTree.parse(SourceText("function f { foo | bar }"))
        let bar = try #require(tree.all(Command.self).last)
        #expect(bar.node.enclosing(FunctionDefinition.self)?.name == "f")
        #expect(bar.node.depth == 6)
        #expect(bar.node.isDescendant(of: tree.root.node))
        #expect(!tree.root.node.isDescendant(of: bar.node))
        #expect(tree.root.node.parent == nil)
        #expect(bar.node.descendants.map(\.text) == ["bar"])
    }
}
