// What to tell about a script that the parser could not read.

func syntaxErrors(in tree: ConcreteTree, of source: SourceText) -> [SyntaxError] {
    guard tree.hasErrors else { return [] }
    var errors: [SyntaxError] = []
    var end = 0
    for node in tree.nodes where node.rule == .error || node.isMissing {
        // An error within another says nothing new.
        guard node.start >= end else { continue }
        end = node.end
        let extent = Extent(node.range)
        errors.append(SyntaxError(extent: extent, line: source.line(at: extent.start), message: "unexpected text"))
    }
    return errors
}
