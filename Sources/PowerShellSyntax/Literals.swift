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
        if node.form == Self.verbatimForm { return node.text }
        // A constructor's call of its base class names it in no other way.
        if node.role == .member, node.parent?.kind == .baseCtorInvokeMemberExpression { return ".ctor" }
        if let plainValue { return plainValue }
        let literal = Literal(node, stringConstantType)
        var reader = LiteralReader(stringConstantType)
        return reader.value(of: literal.text(in: literal.content))
    }

    /// The value of a string in which nothing but the quotes around it has a meaning, as in nearly all; nil for others.
    private var plainValue: String? {
        let extent = node.extent
        let text = node.tree.source.text
        let quote: UInt8
        switch stringConstantType {
        case .bareWord: return isPlain(extent.range) ? node.text : nil
        case .singleQuoted: quote = UInt8(ascii: "'")
        case .doubleQuoted: quote = UInt8(ascii: "\"")
        default: return nil
        }
        guard extent.end - extent.start >= 2, text[extent.start] == quote, text[extent.end - 1] == quote else { return nil }
        let content = extent.start + 1..<extent.end - 1
        return isPlain(content) ? node.tree.source.string(Extent(content)) : nil
    }

    /// Without quotes and backticks, and without what lies beyond ASCII, where there are quotes, too.
    private func isPlain(_ range: Range<Int>) -> Bool {
        node.tree.source.text[range].allSatisfy { byte in
            byte < 0x80 && byte != UInt8(ascii: "'") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "`")
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
        let literal = Literal(node, stringConstantType)
        var reader = LiteralReader(stringConstantType)
        var parts: [Part] = []
        var position = literal.content.start
        func addText(upTo end: Int) {
            guard position < end else { return }
            let value = reader.value(of: literal.text(in: Extent(position, end)))
            if !value.isEmpty { parts.append(.text(value)) }
        }
        for expression in nestedExpressions {
            addText(upTo: expression.extent.start)
            parts.append(.expression(expression))
            position = expression.extent.end
        }
        addText(upTo: literal.content.end)
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
        for (index, suffix) in ["kb", "mb", "gb", "tb", "pb"].enumerated() where text.hasSuffix(suffix) {
            text = text.dropLast(2)
            multiplier = 1 << (10 * (Int64(index) + 1))
            break
        }
        let radix = text.hasPrefix("0x") ? 16 : text.hasPrefix("0b") ? 2 : 10
        if radix != 10 { text = text.dropFirst(2) }
        var hasSuffix = false
        for suffix in ["ul", "us", "uy", "l", "u", "n", "s", "y"] where text.hasSuffix(suffix) {
            text = text.dropLast(suffix.count)
            hasSuffix = true
            break
        }
        let isBits = radix != 10 && !hasSuffix
        guard let number = isBits ? signed(text, radix: radix) : Int64(text, radix: radix) else { return nil }
        let (product, overflow) = number.multipliedReportingOverflow(by: multiplier)
        return overflow ? nil : product
    }
}

/// Digits in base 16 or 2 are the bits of a number of 32 or 64 bits: `0xFFFFFFFF` is -1.
private func signed(_ digits: Substring, radix: Int) -> Int64? {
    let bits = digits.count * (radix == 16 ? 4 : 1)
    return bits <= 32
        ? UInt32(digits, radix: radix).map { Int64(Int32(bitPattern: $0)) }
        : UInt64(digits, radix: radix).map { Int64(bitPattern: $0) }
}
