/// PowerShell code that is about to be printed: lines at depths, the depth being worth one step of the script's indentation.
struct Code {
    /// Where a line of new code ends. Text that is copied from the script keeps its own line ends and may have several lines.
    private struct Line {
        var depth: Int
        var text: String
    }

    private var lines: [Line]

    init(_ text: String) {
        lines = [Line(depth: 0, text: text)]
    }

    init(lines: [Code]) {
        self.lines = lines.flatMap(\.lines)
    }

    var isOneLine: Bool { lines.count == 1 && !lines[0].text.contains { $0.isNewline } }
    /// The longest line in characters, without indentation.
    var width: Int { lines.map(\.text.count).max() ?? 0 }

    /// A comment that can stand before code on the same line.
    var asBlockComment: Code {
        guard let text = lines.first?.text, !text.hasPrefix("<#") else { return self }
        return Code("<#" + text.dropFirst() + " #>")
    }

    /// Whether a text stands in one of the lines.
    func contains(_ text: String) -> Bool { lines.contains { $0.text.contains(text) } }

    /// The same code further in.
    func indented() -> Code {
        var code = self
        for index in code.lines.indices { code.lines[index].depth += 1 }
        return code
    }

    /// Text before the first and behind the last line.
    func wrapped(_ before: String, _ after: String = "") -> Code {
        var code = self
        code.lines[0].text = before + code.lines[0].text
        code.lines[code.lines.count - 1].text += after
        return code
    }

    /// `head {`, the lines further in, `}`.
    static func block(_ head: String, _ body: [Code], _ tail: String) -> Code {
        Code(lines: [Code(head)] + body.map { $0.indented() } + [Code(tail)])
    }

    /// One code behind another on the same line.
    static func + (a: Code, b: Code) -> Code {
        var code = a
        let depth = code.lines[code.lines.count - 1].depth
        code.lines[code.lines.count - 1].text += b.lines[0].text
        code.lines += b.lines.dropFirst().map { Line(depth: $0.depth + depth, text: $0.text) }
        return code
    }

    /// The text, for a place whose line is already indented.
    ///
    /// - Parameters:
    ///   - indentation: what every line after the first begins with.
    ///   - unit: one step of depth.
    ///   - lineEnding: of the script.
    func printed(indentation: String, unit: String, lineEnding: String) -> String {
        lines.enumerated().map { index, line in
            (index == 0 ? "" : indentation + String(repeating: unit, count: line.depth)) + line.text
        }.joined(separator: lineEnding)
    }
}

/// A hashtable literal with its values in one column.
func hashtable(_ entries: [(key: String, value: Code)], opening: String = "@{", closing: String = "}") -> Code {
    let width = entries.map(\.key.count).max() ?? 0
    return .block(
        opening,
        entries.map { $0.value.wrapped($0.key + String(repeating: " ", count: width - $0.key.count) + " = ") },
        closing)
}

/// A hashtable literal on one line.
func inlineHashtable(_ entries: [(key: String, value: String)]) -> String {
    "@{ " + entries.map { "\($0.key) = \($0.value)" }.joined(separator: "; ") + " }"
}

/// A string literal in which nothing is expanded.
func quoted(_ text: String) -> String {
    // The engine closes a single-quoted string at any of these.
    "'" + text.map { "'‘’‚‛".contains($0) ? "\($0)\($0)" : String($0) }.joined() + "'"
}
