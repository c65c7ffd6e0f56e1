// What is written in quotes, and what is meant by it.

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

/// A string as it stands in the script.
struct Literal {
    /// Without the quotes; of a here-string the lines between header and footer.
    let content: Extent
    private let source: SourceText
    /// Inside `"… $( … )"` a double quote may be written as in the string around it: `` `" `` or `""`.
    private let isWithinQuotes: Bool

    init(_ node: Node, _ type: StringConstantType) {
        source = node.tree.source
        isWithinQuotes = node.ancestors.contains { ancestor in
            ancestor.kind == .subExpression && ancestor.parent?.kind == .expandableStringExpression
                && ancestor.parent?.form == StringConstantType.doubleQuoted.rawValue
        }
        let extent = node.extent
        let text = source.string(extent).unicodeScalars
        switch type {
        case .bareWord: content = extent
        case .singleQuoted, .doubleQuoted:
            var quotes = (text.prefix(1), text.suffix(1))
            if isWithinQuotes, type == .doubleQuoted, text.count >= 4, Self.isEscapedQuote(text.prefix(2)) {
                quotes = (text.prefix(2), text.suffix(2))
            }
            let start = extent.start + Self.width(quotes.0)
            content = Extent(start, max(start, extent.end - Self.width(quotes.1)))
        case .singleQuotedHereString, .doubleQuotedHereString:
            var lines = text.drop { $0 != "\n" && $0 != "\r" }
            lines = lines.dropFirst(lines.starts(with: ["\r", "\n"]) ? 2 : 1)
            let start = extent.end - Self.width(lines)
            var body = lines.dropLast(2)
            if body.last == "\n" {
                body.removeLast()
                if body.last == "\r" { body.removeLast() }
            } else if body.last == "\r" {
                body.removeLast()
            }
            content = Extent(start, start + Self.width(body))
        }
    }

    func text(in extent: Extent) -> String {
        let text = source.string(extent)
        guard isWithinQuotes else { return text }
        var rest = text.unicodeScalars[...]
        var result = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            let isEscape = scalar == "`" || isDoubleQuote(scalar)
            if isEscape, let next = rest.first, isDoubleQuote(next) {
                result.append(rest.removeFirst())
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static func isEscapedQuote(_ text: Substring.UnicodeScalarView) -> Bool {
        (text.first == "`" || isDoubleQuote(text.first!)) && isDoubleQuote(text.last!)
    }

    private static func width(_ text: Substring.UnicodeScalarView) -> Int { text.reduce(0) { $0 + UTF8.width($1) } }
}

/// The text with its backtick escapes resolved.
func unescaped(_ text: Substring) -> String {
    var reader = LiteralReader(.doubleQuotedHereString)
    return reader.value(of: String(text))
}

/// Resolves escapes and quotes, stretch by stretch where expressions stand between.
struct LiteralReader {
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
