extension SyntaxTree {
    /// Reads a script. Every script has a tree; of one that can't be read, ``errors`` says why.
    public static func parse(_ source: SourceText) -> SyntaxTree {
        // The parser would look for a script in it for minutes.
        if source.isBinary { return SyntaxTree(refused: source, because: SyntaxError(binary: source)) }
        if let place = endlessComments(in: source.text) {
            return SyntaxTree(refused: source, because: SyntaxError(commentsAt: place, in: source))
        }
        guard let concrete = ConcreteTree(source.text) else {
            return SyntaxTree(refused: source, because: SyntaxError(endless: source))
        }
        var lowering = Lowering(source: source, tree: concrete)
        lowering.run()
        var records = lowering.builder.records
        var errors = syntaxErrors(in: concrete, of: source)
        if concrete.hasErrors { replaceIncompleteNodes(in: &records) }
        if let place = lowering.builder.tooDeep {
            errors.append(SyntaxError(nestedTooDeepAt: place, in: source))
        }
        let tree = SyntaxTree(source: source, records: records, comments: concrete.comments, errors: errors)
        // Of a broken script they would speak of what the parser made up.
        guard errors.isEmpty else { return tree }
        errors = semanticErrors(in: tree).sorted { $0.extent.start < $1.extent.start }
        guard !errors.isEmpty else { return tree }
        return SyntaxTree(source: source, records: records, comments: concrete.comments, errors: errors)
    }
}

/// Turns what the grammar sees into what PowerShell's own parser would: the same classes with the same extents.
///
/// The extensions, one for each chapter of the language, note in the order of the text what is to be opened, lowered and
/// closed; ``run()`` does it. Whatever can hold itself (a statement, an expression) is noted, not lowered at once, so that
/// the work stands in a list instead of on the call stack and no script is nested too deep.
struct Lowering {
    let source: SourceText
    private let tree: ConcreteTree
    private(set) var builder = SyntaxTreeBuilder()
    /// What is still to be done, the next step last.
    private var steps: [Step] = []

    private enum Step {
        case open(SyntaxTree.Record)
        case leaf(SyntaxTree.Record)
        case close(end: Int)
        case statement(ConcreteNode, Role, background: Bool)
        case expression(ConcreteNode, Role)
        case link(ConcreteNode, Role)
    }

    init(source: SourceText, tree: ConcreteTree) {
        self.source = source
        self.tree = tree
    }

    mutating func run() {
        steps.reserveCapacity(256)
        scriptBlock(tree.root, .none)
        steps.reverse()
        while let step = steps.popLast() {
            let done = steps.count
            take(step)
            reverseSteps(from: done)
        }
    }

    /// In place: that of a slice would copy it.
    private mutating func reverseSteps(from start: Int) {
        var first = start
        var last = steps.count - 1
        while first < last {
            steps.swapAt(first, last)
            first += 1
            last -= 1
        }
    }

    private mutating func take(_ step: Step) {
        switch step {
        case .open(let record): builder.open(record)
        case .leaf(let record): builder.leaf(record)
        case .close(let end): builder.close(end: end)
        case .statement(let node, let role, let background): lowerStatement(node, role, background: background)
        case .expression(let node, let role): lowerExpression(node, role)
        case .link(let node, let role): lowerLink(node, role)
        }
    }

    // MARK: Noting what is to be done

    mutating func open(_ kind: Kind, _ role: Role = .none, form: UInt8 = 0, at start: Int, token: Range<Int>? = nil) {
        steps.append(.open(SyntaxTree.Record(kind, role, form: form, start..<start, token: token)))
    }

    mutating func close(at end: Int) { steps.append(.close(end: end)) }

    mutating func leaf(_ kind: Kind, _ role: Role = .none, form: UInt8 = 0, over extent: Range<Int>, token: Range<Int>? = nil) {
        steps.append(.leaf(SyntaxTree.Record(kind, role, form: form, extent, token: token)))
    }

    /// `background`: an `&` follows.
    mutating func statement(_ node: ConcreteNode, _ role: Role = .none, background: Bool = false) {
        steps.append(.statement(node, role, background: background))
    }

    mutating func expression(_ node: ConcreteNode, _ role: Role = .none) { steps.append(.expression(node, role)) }

    /// An expression within a chain of member accesses, calls and indexes.
    mutating func link(_ node: ConcreteNode, _ role: Role = .none) { steps.append(.link(node, role)) }

    // MARK: Reading the concrete tree

    func children(_ node: ConcreteNode) -> ConcreteChildren { tree.children(of: node) }
    func child(_ field: Field, of node: ConcreteNode) -> ConcreteNode? { tree.child(field, of: node) }
    func text(_ node: ConcreteNode) -> String { source.string(Extent(node.range)) }

    /// Whether it is that keyword or sign.
    func isToken(_ node: ConcreteNode, _ name: String) -> Bool { node.rule == .token && text(node).lowercased() == name }

    /// Without its dash or sigil.
    func withoutFirstCharacter(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound + 1
        // A long dash takes three bytes.
        while start < range.upperBound, source.text[start] & 0xC0 == 0x80 { start += 1 }
        return min(start, range.upperBound)..<range.upperBound
    }
}
