// What to tell about a script that the parser could not read.
//
// tree-sitter says where it gave up, not why: an opening brace without its other half makes an error of all that follows.
// So each of its errors is searched for what a reader would point at.

func syntaxErrors(in tree: ConcreteTree, of source: SourceText) -> [SyntaxError] {
    guard tree.hasErrors else { return [] }
    var errors: [SyntaxError] = []
    var parents: [ConcreteNode] = []
    var end: Int32 = 0
    for node in tree.nodes {
        while let parent = parents.last, parent.subtreeEnd <= node.index { parents.removeLast() }
        parents.append(node)
        // An error within another says nothing new.
        guard node.index >= end else { continue }
        let finding: Finding
        if let name = tree.missing[node.index] {
            finding = Finding(missing: name, node, in: parents.dropLast().last, tree, source)
        } else if node.rule == .error {
            end = node.subtreeEnd
            finding = Finding(error: node, tree, source)
        } else if tree.isFlawedItself(node) {
            finding = Finding(withoutEnd: node, source)
        } else {
            continue
        }
        // What is not closed is found once more at the end of the script.
        if errors.last?.extent != finding.extent { errors.append(finding.error(in: source)) }
    }
    // Whatever happens, a script that was not understood must not pass for one that was.
    if errors.isEmpty { errors.append(Finding(withoutEnd: tree.root, source).error(in: source)) }
    return errors
}

extension SyntaxError {
    init(binary source: SourceText) {
        let offset = source.text.firstIndex(of: 0) ?? 0
        self.init(
            extent: Extent(offset, offset + 1), line: source.line(at: offset),
            message: "not a text: it has zero bytes, as programs have and UTF-16 without a byte-order mark", id: "NotText")
    }

    init(commentsAt offset: Int, in source: SourceText) {
        self.init(
            extent: Extent(offset, offset + 1), line: source.line(at: offset),
            message: "more than \(commentRunLimit) comments in a row", id: "ScriptTooComplicated")
    }

    init(endless source: SourceText) {
        self.init(
            extent: Extent(0, 0), line: 1, message: "too long or too broken to be read in reasonable time",
            id: "ScriptTooComplicated")
    }

    init(nestedTooDeepAt offset: Int, in source: SourceText) {
        self.init(
            extent: Extent(offset, offset), line: source.line(at: offset),
            message: "nested deeper than \(SyntaxTreeBuilder.nestingLimit) levels", id: "ScriptTooComplicated")
    }
}

extension SyntaxTree {
    /// A script that is refused before it is read: its tree is empty.
    convenience init(refused source: SourceText, because error: SyntaxError) {
        var builder = SyntaxTreeBuilder()
        builder.open(Record(.scriptBlock, .none, form: 0, 0..<0, token: nil))
        builder.leaf(Record(.namedBlock, .endBlock, form: 1, 0..<0, token: nil))
        builder.close(end: source.text.count)
        self.init(source: source, records: builder.records, comments: [], errors: [error])
    }
}
