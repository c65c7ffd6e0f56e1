// What has a beginning and an end, and what to say where the end is missing.

/// Brackets that come in pairs.
enum Bracket {
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

/// The first error that begins with what has no node of its own: a quote, the start of a comment.
func firstUnclosed(in nodes: ArraySlice<ConcreteNode>, _ source: SourceText) -> (ConcreteNode, Unclosed)? {
    for node in nodes where node.rule == .error {
        let beginsWithNode = !node.isLeaf && nodes[Int(node.index) + 1].start == node.start
        if !beginsWithNode, let text = Unclosed(at: node, in: source) { return (node, text) }
    }
    return nil
}

/// Text that goes on to the end of the script for want of its end.
struct Unclosed {
    var message: String
    var id: String

    /// What it begins with says what it was to be.
    init?(at node: ConcreteNode, in source: SourceText) {
        let start = source.string(Extent(node.start, min(node.start + 4, source.text.count))).unicodeScalars
        guard let first = start.first else { return nil }
        let second = start.dropFirst().first
        if first == "@", let second, isDoubleQuote(second) || isSingleQuote(second) {
            self.init(
                message: "here-string is not closed: '\(second)@' has to stand at the start of a line",
                id: "TerminatorExpectedAtEndOfString")
        } else if isDoubleQuote(first) || isSingleQuote(first) {
            self.init(message: "string is not closed", id: "TerminatorExpectedAtEndOfString")
        } else if first == "<", second == "#", !endsComment(in: source.text[(node.start + 2)...]) {
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

/// Comments are no nodes: what the parser gave up on may begin with one that is whole.
private func endsComment(in text: ArraySlice<UInt8>) -> Bool {
    zip(text, text.dropFirst()).contains { $0 == UInt8(ascii: "#") && $1 == UInt8(ascii: ">") }
}
