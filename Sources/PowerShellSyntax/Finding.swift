/// What is wrong, and where.
struct Finding {
    var extent: Extent
    var message: String
    var id: String

    func error(in source: SourceText) -> SyntaxError {
        SyntaxError(extent: extent, line: source.line(at: extent.start), message: message, id: id)
    }

    // MARK: What the parser put in

    init(missing name: String, _ node: ConcreteNode, in parent: ConcreteNode?, _ tree: ConcreteTree, _ source: SourceText) {
        if let bracket = Bracket(closing: name),
            let opening = parent.flatMap({ tree.children(of: $0).first { Bracket(opening: $0, in: source) == bracket } })
        {
            self.init(notClosed: bracket, Extent(opening.range))
        } else {
            let what = Bracket(closing: name).map { "'\($0.closing)'" } ?? (node.rule == .token ? "'\(name)'" : "a value")
            self.init(extent: Extent(node.range), message: "missing \(what)", id: "ExpectedExpression")
        }
    }

    /// The end of a string is no node of its own.
    init(withoutEnd node: ConcreteNode, _ source: SourceText) {
        if let text = Unclosed(at: node, in: source) {
            self.init(extent: Extent(node.range), message: text.message, id: text.id)
        } else if node.rule == .genericToken {
            self.init(extent: Extent(node.range), message: "string is not closed", id: "TerminatorExpectedAtEndOfString")
        } else {
            let extent = Extent(node.range)
            self.init(extent: extent, message: "'\(excerpt(extent, source))' is not complete", id: "IncompleteStatement")
        }
    }

    // MARK: What the parser passed over

    init(error node: ConcreteNode, _ tree: ConcreteTree, _ source: SourceText) {
        let nodes = tree.nodes[Int(node.index)..<Int(node.subtreeEnd)]
        if let (broken, text) = firstUnclosed(in: nodes, source) {
            self.init(extent: Extent(broken.range), message: text.message, id: text.id)
            return
        }
        let leaves = nodes.filter { $0.isLeaf && $0.start < $0.end }
        var open: [(Bracket, Extent)] = []
        for leaf in leaves {
            if let bracket = Bracket(opening: leaf, in: source) {
                open.append((bracket, Extent(leaf.range)))
            } else if let bracket = Bracket(closing: source.string(Extent(leaf.range))) {
                guard open.popLast()?.0 == bracket else {
                    self.init(extent: Extent(leaf.range), message: "unexpected '\(bracket.closing)'", id: "UnexpectedToken")
                    return
                }
            }
        }
        if let (bracket, extent) = open.last {
            self.init(notClosed: bracket, extent)
        } else if let first = leaves.first, first.start == node.start, let keyword = keyword(first, source) {
            self.init(extent: Extent(node.range), message: "'\(keyword)' is not complete", id: "IncompleteStatement")
        } else if let last = leaves.last, wantsMore(last, source) {
            let behind = Extent(last.end, last.end)
            self.init(
                extent: behind, message: "something is missing behind '\(source.string(Extent(last.range)))'",
                id: "ExpectedExpression")
        } else {
            // Within a line all of it; of more, what it ended with.
            let isShort = source.line(at: node.start) == source.line(at: node.end)
            let extent = Extent(isShort ? node.range : leaves.last?.range ?? node.range)
            self.init(extent: extent, message: "unexpected '\(excerpt(extent, source))'", id: "UnexpectedToken")
        }
    }

    private init(notClosed bracket: Bracket, _ extent: Extent) {
        self.init(extent: extent, message: "'\(bracket.opening)' is not closed", id: bracket.id)
    }

    init(extent: Extent, message: String, id: String) {
        self.extent = extent
        self.message = message
        self.id = id
    }
}

/// The keyword that a node is: `if`, `function`.
private func keyword(_ node: ConcreteNode, _ source: SourceText) -> String? {
    guard node.rule == .token || node.rule == .functionKeyword else { return nil }
    let text = source.string(Extent(node.range))
    return text.allSatisfy(\.isLetter) ? text : nil
}

/// Whether nothing can end with it.
private func wantsMore(_ node: ConcreteNode, _ source: SourceText) -> Bool {
    switch node.rule {
    case .assignmentOperator, .logicalOperator, .bitwiseOperator, .comparisonOperator, .nullCoalesceOperator,
        .additiveOperator, .multiplicativeOperator, .formatOperator, .rangeOperator, .unaryOperator, .memberOperator,
        .invocationOperator, .fileRedirectionOperator, .parameterName, .functionKeyword:
        true
    case .token: ["|", ",", "&&", "||", "="].contains(source.string(Extent(node.range)))
    default: false
    }
}

/// The first line of a stretch, cut where it is long.
private func excerpt(_ extent: Extent, _ source: SourceText) -> String {
    let line = source.string(extent).prefix { !$0.isNewline }
    return line.count > 40 ? line.prefix(37) + "…" : String(line)
}
