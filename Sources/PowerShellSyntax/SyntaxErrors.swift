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
        } else {
            continue
        }
        // What is not closed is found once more at the end of the script.
        if errors.last?.extent != finding.extent { errors.append(finding.error(in: source)) }
    }
    return errors
}

extension SyntaxError {
    init(binary source: SourceText) {
        let offset = source.text.firstIndex(of: 0) ?? 0
        self.init(
            extent: Extent(offset, offset + 1), line: source.line(at: offset),
            message: "not a text: it has zero bytes, as programs have and UTF-16 without a byte-order mark", id: "NotText")
    }

    init(endless source: SourceText) {
        self.init(extent: Extent(0, 0), line: 1, message: "too long or too broken to be read in reasonable time", id: "ScriptTooComplicated")
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
        builder.open(.scriptBlock, start: 0)
        builder.leaf(.namedBlock, role: .endBlock, form: 1, 0..<0)
        builder.close(end: source.text.count)
        self.init(source: source, records: builder.records, comments: [], errors: [error])
    }
}

/// What is wrong, and where.
private struct Finding {
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

    // MARK: What the parser passed over

    init(error node: ConcreteNode, _ tree: ConcreteTree, _ source: SourceText) {
        let nodes = tree.nodes[Int(node.index)..<Int(node.subtreeEnd)]
        if let (broken, text) = nodes.lazy.compactMap({ node in Unclosed(at: node, in: source).map { (node, $0) } }).first {
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

    private init(extent: Extent, message: String, id: String) {
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

/// Brackets that come in pairs.
private enum Bracket {
    case parenthesis, brace, square

    init?(opening node: ConcreteNode, in source: SourceText) {
        guard node.rule == .token || node.rule == .indexOperator, node.end > node.start else { return nil }
        switch source.text[node.end - 1] {
        case UInt8(ascii: "("): self = .parenthesis
        case UInt8(ascii: "{"): self = .brace
        case UInt8(ascii: "["): self = .square
        default: return nil
        }
    }

    init?(closing text: String) {
        switch text {
        case ")": self = .parenthesis
        case "}": self = .brace
        case "]": self = .square
        default: return nil
        }
    }

    var opening: String {
        switch self {
        case .parenthesis: "("
        case .brace: "{"
        case .square: "["
        }
    }

    var closing: String {
        switch self {
        case .parenthesis: ")"
        case .brace: "}"
        case .square: "]"
        }
    }

    var id: String {
        switch self {
        case .parenthesis: "MissingEndParenthesisInExpression"
        case .brace: "MissingEndCurlyBrace"
        case .square: "MissingEndSquareBracket"
        }
    }
}

/// Text that goes on to the end of the script for want of its end.
private struct Unclosed {
    var message: String
    var id: String

    /// A token that the parser could not read has no rule; what it begins with says what it was to be.
    init?(at node: ConcreteNode, in source: SourceText) {
        guard node.rule == .error else { return nil }
        let start = source.string(Extent(node.start, min(node.start + 4, source.text.count))).unicodeScalars
        guard let first = start.first else { return nil }
        let second = start.dropFirst().first
        if first == "@", let second, isDoubleQuote(second) || isSingleQuote(second) {
            self.init(message: "here-string is not closed: '\(second)@' has to stand at the start of a line", id: "TerminatorExpectedAtEndOfString")
        } else if isDoubleQuote(first) || isSingleQuote(first) {
            self.init(message: "string is not closed", id: "TerminatorExpectedAtEndOfString")
        } else if first == "<", second == "#" {
            self.init(message: "comment is not closed", id: "MissingTerminatorMultiLineComment")
        } else if first == "$", second == "{" {
            self.init(message: "'${' is not closed", id: "IncompleteDollarVariableReference")
        } else {
            return nil
        }
    }

    private init(message: String, id: String) {
        self.message = message
        self.id = id
    }
}
