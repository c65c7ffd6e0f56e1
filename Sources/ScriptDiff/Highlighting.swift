import PowerShellSyntax

/// What each byte of a script is to a reader: the colours of an editor, taken from the AST.
public struct Highlighting: Sendable {
    public enum Kind: UInt8, Sendable, CaseIterable {
        case plain, keyword, command, parameter, variable, string, number, type, member, key, `operator`, comment
        /// What must not be shown.
        case secret
        /// A bare word: `Get-Process notepad`. It looks plain but is no keyword, whatever it says.
        case word
    }

    /// A stretch of one kind, in offsets of the decoded text.
    public struct Run: Hashable, Sendable {
        public var kind: Kind
        public var range: Range<Int>
    }

    private var kinds: [Kind]

    /// - Parameter secrets: What must not be shown, on top of everything else.
    public init(_ tree: SyntaxTree, secrets: [Extent] = []) {
        kinds = Array(repeating: .plain, count: tree.source.text.count)
        for node in tree.nodes {
            if let kind = node.highlight { paint(node.extent, kind) }
        }
        for comment in tree.comments { paint(comment, .comment) }
        paintWords(tree.source.text)
        for secret in secrets { paint(secret, .secret) }
    }

    /// The stretches of a part of the text, without gaps.
    public func runs(in range: Range<Int>) -> [Run] {
        var runs: [Run] = []
        for offset in range {
            let kind = kinds[offset]
            if runs.last?.kind == kind {
                runs[runs.count - 1].range = runs[runs.count - 1].range.lowerBound..<offset + 1
            } else {
                runs.append(Run(kind: kind, range: offset..<offset + 1))
            }
        }
        return runs
    }

    private mutating func paint(_ extent: Extent, _ kind: Kind) {
        for offset in extent.range { kinds[offset] = kind }
    }

    // MARK: Words that are no nodes

    /// Keywords and operators are tokens between the nodes: the words that no node has coloured.
    private mutating func paintWords(_ text: [UInt8]) {
        var offset = 0
        var declares: Kind?
        while offset < text.count {
            guard kinds[offset] == .plain, isLetter(text[offset]) || text[offset] == UInt8(ascii: "-") else {
                offset += 1
                continue
            }
            var end = offset + 1
            while end < text.count, kinds[end] == .plain, isLetter(text[end]) || isDigit(text[end]) || text[end] == UInt8(ascii: "-") {
                end += 1
            }
            let word = String(decoding: text[offset..<end], as: UTF8.self).lowercased()
            if let kind = declares {
                paint(Extent(offset, end), kind)
                declares = nil
            } else if word.first == "-" {
                if word.count > 1 { paint(Extent(offset, end), .operator) }
            } else if keywords.contains(word) {
                paint(Extent(offset, end), .keyword)
                declares = declaredKinds[word]
            }
            offset = end
        }
    }
}

/// Of the name that follows.
private let declaredKinds: [String: Highlighting.Kind] = [
    "function": .command, "filter": .command, "workflow": .command, "configuration": .command, "class": .type, "enum": .type,
]

/// Source: about_Reserved_Words, about_Classes.
private let keywords: Set<String> = [
    "assembly", "base", "begin", "break", "catch", "class", "clean", "command", "configuration", "continue", "data", "define", "do",
    "dynamicparam", "else", "elseif", "end", "enum", "exit", "filter", "finally", "for", "foreach", "from", "function", "hidden", "if",
    "in",
    "inlinescript", "interface", "module", "namespace", "parallel", "param", "process", "public", "private", "return", "sequence", "static",
    "switch", "throw", "trap", "try", "type", "until", "using", "var", "while", "workflow",
]

private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte >= 0x80
}

private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

extension Node {
    /// What the node's own text is; nil where its parts say it.
    fileprivate var highlight: Highlighting.Kind? {
        switch kind {
        case .commandParameter: .parameter
        case .variableExpression: .variable
        case .constantExpression: .number
        case .expandableStringExpression: .string
        case .typeExpression, .typeConstraint, .attribute: .type
        case .namedAttributeArgument: .key
        case .fileRedirection, .mergingRedirection: .operator
        case .stringConstantExpression: highlightOfString
        // Code within what has a colour of its own.
        default:
            parent.map { [.commandParameter, .expandableStringExpression, .attribute, .namedAttributeArgument].contains($0.kind) } == true
                ? .plain : nil
        }
    }

    private var highlightOfString: Highlighting.Kind {
        if StringConstantExpression(self)?.stringConstantType != .bareWord { return .string }
        if role == .member { return .member }
        if role == .key { return .key }
        return parent.flatMap { Command($0) }?.elements.first?.node == self ? .command : .word
    }
}
