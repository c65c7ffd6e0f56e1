// What the grammar is lenient about: separators and flags.

extension SemanticChecks {
    mutating func checkSeparators(_ table: Hashtable) {
        let keys = table.node.children(.key)
        let start = table.extent.start + 2
        let head = start..<(keys.first?.extent.start ?? max(start, table.extent.end - 1))
        if separators(in: head).hasSemicolon {
            report("MissingEndCurlyBrace", Extent(head), "a hashtable does not begin with a semicolon")
        }
        for (value, key) in zip(table.node.children(.value), keys.dropFirst()) {
            let between = separators(in: value.extent.end..<key.extent.start)
            if !between.hasSemicolon, !between.hasLineEnd {
                report("MissingEndCurlyBrace", key.extent, "a new line or a semicolon is missing before '\(key.text)'")
            }
        }
    }

    /// What separates in a stretch where nothing stands but blanks and comments.
    private func separators(in range: Range<Int>) -> (hasSemicolon: Bool, hasLineEnd: Bool) {
        let text = tree.source.text[range]
        var found = (hasSemicolon: false, hasLineEnd: false)
        var rest = text
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: ";"): found.hasSemicolon = true
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): found.hasLineEnd = true
            case UInt8(ascii: "`"):
                // The line goes on.
                if rest.popFirst() == UInt8(ascii: "\r"), rest.first == UInt8(ascii: "\n") { rest.removeFirst() }
            case UInt8(ascii: "#"): rest = rest.drop { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
            case UInt8(ascii: "<") where rest.first == UInt8(ascii: "#"):
                rest.removeFirst()
                // `<#>` is not closed yet.
                var last: UInt8 = 0
                while let byte = rest.popFirst(), !(last == UInt8(ascii: "#") && byte == UInt8(ascii: ">")) { last = byte }
            default: break
            }
        }
        return found
    }

    // MARK: Workflows

    /// `-Parallel` and `-ThrottleLimit` are for workflows, and there are no others.
    mutating func checkFlags(_ loop: ForEachStatement) {
        let head = Extent(loop.extent.start, loop.variable.extent.start)
        let words = tree.source.string(head).prefix { $0 != "(" && $0 != "#" }.split(whereSeparator: \.isWhitespace)
        guard words.contains(where: { "-–—―".contains($0.first!) }), !isInWorkflow(loop.node) else { return }
        report("KeywordParameterReservedForFutureUse", head, "'foreach' has flags in workflows only")
    }

    mutating func checkIsInWorkflow(_ block: BlockStatement) {
        guard !isInWorkflow(block.node) else { return }
        report("UnexpectedKeyword", block.extent, "'parallel' and 'sequence' have their place in workflows only")
    }

    private func isInWorkflow(_ node: Node) -> Bool {
        let keyword = "workflow"
        return node.ancestors.contains {
            $0.kind == .functionDefinition
                && tree.source.string(Extent($0.extent.start, min($0.extent.start + keyword.utf8.count, $0.extent.end))).lowercased()
                    == keyword
        }
    }
}
