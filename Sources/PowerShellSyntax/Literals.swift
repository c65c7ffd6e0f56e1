// Constants and strings, and what they mean.

/// How a string is written.
public enum StringConstantType: UInt8, Sendable {
    case bareWord, singleQuoted, doubleQuoted, singleQuotedHereString, doubleQuotedHereString
}

/// A string in which nothing is expanded.
public struct StringConstantExpression: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .stringConstantExpression else { return nil }; self.node = node }

    public var stringConstantType: StringConstantType { StringConstantType(rawValue: node.form)! }

    /// What the string says, escapes resolved.
    public var value: String {
        let text = node.text
        switch stringConstantType {
        case .bareWord: return bareWordValue(text)
        case .singleQuoted: return collapsed(text.dropFirst().dropLast(), doubling: isSingleQuote)
        case .doubleQuoted: return unescaped(text.dropFirst().dropLast(), doubling: isDoubleQuote)
        case .singleQuotedHereString: return String(hereStringBody(text))
        case .doubleQuotedHereString: return unescaped(hereStringBody(text))
        }
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
        let source = node.tree.source
        var body = node.extent
        switch stringConstantType {
        case .bareWord, .singleQuoted, .singleQuotedHereString: break
        case .doubleQuoted:
            body = Extent(body.start + source.string(body).prefix(1).utf8.count, body.end - source.string(body).suffix(1).utf8.count)
        case .doubleQuotedHereString:
            let text = source.string(body)
            let inner = hereStringBody(text)
            let start = body.start + text[..<inner.startIndex].utf8.count
            body = Extent(start, start + inner.utf8.count)
        }
        var parts: [Part] = []
        var position = body.start
        func addText(upTo end: Int) {
            guard position < end else { return }
            let text = source.string(Extent(position, end))
            switch stringConstantType {
            case .bareWord: parts.append(.text(bareWordValue(text)))
            case .doubleQuotedHereString: parts.append(.text(unescaped(text[...])))
            default: parts.append(.text(unescaped(text[...], doubling: isDoubleQuote)))
            }
        }
        for expression in nestedExpressions {
            addText(upTo: expression.extent.start)
            parts.append(.expression(expression))
            position = expression.extent.end
        }
        addText(upTo: body.end)
        return parts
    }
}

/// A number.
public struct ConstantExpression: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .constantExpression else { return nil }; self.node = node }

    /// The value of a whole number that fits 64 bits, suffixes and multipliers applied; nil for others.
    public var integerValue: Int64? {
        var text = node.text.lowercased().filter { $0 != "_" }[...]
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

// MARK: - What the engine counts as a quote, and what a backtick means

/// `'` and the curved ones that the engine takes for it.
func isSingleQuote(_ character: Character) -> Bool { "'‘’‚‛".contains(character) }
/// `"` and the curved ones that the engine takes for it.
func isDoubleQuote(_ character: Character) -> Bool { "\"“”„".contains(character) }

/// The lines between the header `@"` and the footer `"@`.
private func hereStringBody(_ text: String) -> Substring {
    // CR LF is one Character in Swift, so one step passes either line end.
    guard let lineEnd = text.firstIndex(where: \.isNewline) else { return "" }
    let body = text[text.index(after: lineEnd)...].dropLast(2)
    return body.last?.isNewline == true ? body.dropLast() : body
}

/// Two quotes in a row stand for one.
private func collapsed(_ text: Substring, doubling isQuote: (Character) -> Bool) -> String {
    var result = ""
    var index = text.startIndex
    while index < text.endIndex {
        result.append(text[index])
        let next = text.index(after: index)
        index = isQuote(text[index]) && next < text.endIndex && isQuote(text[next]) ? text.index(after: next) : next
    }
    return result
}

/// The text with its backtick escapes resolved, doubled quotes taken for one.
func unescaped(_ text: Substring, doubling isQuote: (Character) -> Bool = { _ in false }) -> String {
    var result = ""
    var index = text.startIndex
    while index < text.endIndex {
        let character = text[index]
        let next = text.index(after: index)
        if character == "`", next < text.endIndex {
            index = appendEscape(at: next, of: text, to: &result)
        } else if isQuote(character), next < text.endIndex, isQuote(text[next]) {
            result.append(character)
            index = text.index(after: next)
        } else {
            result.append(character)
            index = next
        }
    }
    return result
}

/// Reads what follows a backtick; gives the index behind it.
private func appendEscape(at index: String.Index, of text: Substring, to result: inout String) -> String.Index {
    let next = text.index(after: index)
    switch text[index] {
    case "0": result.append("\0")
    case "a": result.append("\u{07}")
    case "b": result.append("\u{08}")
    case "e": result.append("\u{1B}")
    case "f": result.append("\u{0C}")
    case "n": result.append("\n")
    case "r": result.append("\r")
    case "t": result.append("\t")
    case "v": result.append("\u{0B}")
    case "u" where next < text.endIndex && text[next] == "{":
        if let close = text[next...].firstIndex(of: "}"),
            let value = UInt32(text[text.index(after: next)..<close], radix: 16), let scalar = Unicode.Scalar(value)
        {
            result.unicodeScalars.append(scalar)
            return text.index(after: close)
        }
        result.append("u")
    case let character: result.append(character)
    }
    return next
}

/// A bare word may hold quoted stretches and escapes: `--x="a b"`, ``a` b``.
private func bareWordValue(_ text: String) -> String {
    var result = ""
    var index = text.startIndex
    while index < text.endIndex {
        let character = text[index]
        let next = text.index(after: index)
        if character == "`", next < text.endIndex {
            index = appendEscape(at: next, of: text[...], to: &result)
        } else if isSingleQuote(character), let close = closingQuote(after: next, of: text, isSingleQuote) {
            result += collapsed(text[next..<close], doubling: isSingleQuote)
            index = text.index(after: close)
        } else if isDoubleQuote(character), let close = closingQuote(after: next, of: text, isDoubleQuote) {
            result += unescaped(text[next..<close], doubling: isDoubleQuote)
            index = text.index(after: close)
        } else {
            result.append(character)
            index = next
        }
    }
    return result
}

private func closingQuote(after start: String.Index, of text: String, _ isQuote: (Character) -> Bool) -> String.Index? {
    var index = start
    while index < text.endIndex {
        if isQuote(text[index]) {
            let next = text.index(after: index)
            guard next < text.endIndex, isQuote(text[next]) else { return index }
            index = text.index(after: next)
        } else if text[index] == "`", isQuote("\""), text.index(after: index) < text.endIndex {
            index = text.index(index, offsetBy: 2)
        } else {
            index = text.index(after: index)
        }
    }
    return nil
}
