// Constants and strings, and what they mean.

/// How a string is written.
public enum StringConstantType: UInt8, Sendable {
    case bareWord, singleQuoted, doubleQuoted, singleQuotedHereString, doubleQuotedHereString
}

/// A string in which nothing is expanded.
public struct StringConstantExpression: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .stringConstantExpression else { return nil }; self.node = node }

    /// The form of what follows `--%`: a bare word to the engine, in which quotes and backticks mean nothing.
    static let verbatimForm: UInt8 = 5

    public var stringConstantType: StringConstantType { StringConstantType(rawValue: node.form) ?? .bareWord }

    /// What the string says, escapes resolved.
    public var value: String {
        guard node.form != Self.verbatimForm else { return node.text }
        var reader = LiteralReader(stringConstantType)
        return reader.value(of: node.tree.source.string(contentExtent(of: node, stringConstantType)))
    }
}

/// A string with variables or subexpressions in it.
public struct ExpandableStringExpression: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .expandableStringExpression else { return nil }; self.node = node }

    public enum Part: Hashable, Sendable {
        /// Escapes resolved.
        case text(String)
        case expression(Expression)
    }

    public var stringConstantType: StringConstantType { StringConstantType(rawValue: node.form)! }
    public var nestedExpressions: [Expression] { node.children.compactMap { Expression($0) } }

    public var parts: [Part] {
        let content = contentExtent(of: node, stringConstantType)
        var reader = LiteralReader(stringConstantType)
        var parts: [Part] = []
        var position = content.start
        func addText(upTo end: Int) {
            guard position < end else { return }
            let value = reader.value(of: node.tree.source.string(Extent(position, end)))
            if !value.isEmpty { parts.append(.text(value)) }
        }
        for expression in nestedExpressions {
            addText(upTo: expression.extent.start)
            parts.append(.expression(expression))
            position = expression.extent.end
        }
        addText(upTo: content.end)
        return parts
    }
}

/// A number.
public struct ConstantExpression: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .constantExpression else { return nil }; self.node = node }

    /// The value of a whole number that fits 64 bits, suffixes and multipliers applied; nil for others.
    public var integerValue: Int64? {
        var text = node.text.lowercased()[...]
        var multiplier: Int64 = 1
        for (suffix, factor) in [("kb", 1 << 10), ("mb", 1 << 20), ("gb", 1 << 30), ("tb", 1 << 40), ("pb", 1 << 50)] as [(String, Int64)]
        where text.hasSuffix(suffix) {
            text = text.dropLast(2)
            multiplier = factor
            break
        }
        let radix = text.hasPrefix("0x") ? 16 : text.hasPrefix("0b") ? 2 : 10
        if radix != 10 { text = text.dropFirst(2) }
        for suffix in ["ul", "us", "uy", "l", "u", "n", "s", "y"] where text.hasSuffix(suffix) {
            text = text.dropLast(suffix.count)
            break
        }
        guard let number = Int64(text, radix: radix) else { return nil }
        let (product, overflow) = number.multipliedReportingOverflow(by: multiplier)
        return overflow ? nil : product
    }
}

// MARK: - What the engine counts as a quote

/// `'` and the curved ones that the engine takes for it.
func isSingleQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}": true
    default: false
    }
}

/// `"` and the curved ones that the engine takes for it.
func isDoubleQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "\u{201C}", "\u{201D}", "\u{201E}": true
    default: false
    }
}

// MARK: - From what is written to what is meant

/// Where the content of a string stands: without its quotes, of a here-string the lines between header and footer.
private func contentExtent(of node: Node, _ type: StringConstantType) -> Extent {
    let extent = node.extent
    let text = node.tree.source.string(extent).unicodeScalars
    switch type {
    case .bareWord: return extent
    case .singleQuoted, .doubleQuoted:
        guard let first = text.first, let last = text.last, text.count > 1 else { return extent }
        return Extent(extent.start + UTF8.width(first), extent.end - UTF8.width(last))
    case .singleQuotedHereString, .doubleQuotedHereString:
        var lines = text.drop { $0 != "\n" && $0 != "\r" }
        lines = lines.dropFirst(lines.starts(with: ["\r", "\n"]) ? 2 : 1)
        let start = extent.end - lines.reduce(0) { $0 + UTF8.width($1) }
        var body = lines.dropLast(2)
        if body.last == "\n" { body.removeLast() }
        if body.last == "\r", lines.count > body.count + 2 { body.removeLast() }
        return Extent(start, start + body.reduce(0) { $0 + UTF8.width($1) })
    }
}

/// The text with its backtick escapes resolved.
func unescaped(_ text: Substring) -> String {
    var reader = LiteralReader(.doubleQuotedHereString)
    return reader.value(of: String(text))
}

/// Resolves escapes and quotes, stretch by stretch where expressions stand between.
private struct LiteralReader {
    private enum Quoting {
        /// Quotes open quoted stretches: `--x="a b"`.
        case bare
        case single, double
        /// Quotes are characters like others; backticks escape.
        case hereString
        /// Every character stands for itself.
        case verbatim
    }

    private var quoting: Quoting
    /// A bare word's quoted stretch ends with its quote; a quoted string has had its quotes taken off.
    private let isBareWord: Bool

    init(_ type: StringConstantType) {
        isBareWord = type == .bareWord
        quoting =
            switch type {
            case .bareWord: .bare
            case .singleQuoted: .single
            case .doubleQuoted: .double
            case .singleQuotedHereString: .verbatim
            case .doubleQuotedHereString: .hereString
            }
    }

    mutating func value(of text: String) -> String {
        var rest = text.unicodeScalars[...]
        var result = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            switch quoting {
            case .bare where isSingleQuote(scalar): quoting = .single
            case .bare where isDoubleQuote(scalar): quoting = .double
            case .single where isSingleQuote(scalar): quote(scalar, isSingleQuote, &rest, &result)
            case .double where isDoubleQuote(scalar): quote(scalar, isDoubleQuote, &rest, &result)
            case .bare, .double, .hereString:
                if scalar == "`", !rest.isEmpty {
                    result.append(escaped(&rest))
                } else {
                    result.append(scalar)
                }
            case .single, .verbatim: result.append(scalar)
            }
        }
        return String(result)
    }

    /// Of two quotes in a row the second is meant; one alone ends a bare word's quoted stretch.
    private mutating func quote(
        _ scalar: Unicode.Scalar, _ isQuote: (Unicode.Scalar) -> Bool,
        _ rest: inout Substring.UnicodeScalarView, _ result: inout String.UnicodeScalarView
    ) {
        if let next = rest.first, isQuote(next) {
            rest.removeFirst()
            result.append(next)
        } else if isBareWord {
            quoting = .bare
        } else {
            result.append(scalar)
        }
    }

    /// What a backtick and the characters behind it stand for.
    private func escaped(_ rest: inout Substring.UnicodeScalarView) -> Unicode.Scalar {
        switch rest.removeFirst() {
        case "0": return "\0"
        case "a": return "\u{07}"
        case "b": return "\u{08}"
        case "e": return "\u{1B}"
        case "f": return "\u{0C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "v": return "\u{0B}"
        case "u" where rest.first == "{":
            guard let close = rest.firstIndex(of: "}"),
                let value = UInt32(String(rest[..<close].dropFirst()), radix: 16)
            else { return "u" }
            rest = rest[rest.index(after: close)...]
            return Unicode.Scalar(value) ?? "\u{FFFD}"
        case let scalar: return scalar
        }
    }
}
