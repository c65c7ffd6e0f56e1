import PowerShellSyntax
import ScriptDiff

/// Collects what is done to the statements of a script and turns it into edits that leave well laid out code.
struct StatementRewrites {
    private struct Rewrite {
        var before: [Code] = []
        var comments: [Code] = []
        var replaced: Extent?
        var code: Code?
    }

    private let tree: SyntaxTree
    private let unit: String
    private let lineEnding: String
    private var rewrites: [Node: Rewrite] = [:]
    private var deleted: [Extent] = []

    init(_ tree: SyntaxTree) {
        self.tree = tree
        unit = tree.indentationUnit
        lineEnding = tree.source.lineEnding
    }

    mutating func insert(_ code: Code, before statement: Statement) {
        rewrites[statement.node, default: Rewrite()].before.append(code)
    }

    /// Comments inside what is replaced move above the new code.
    mutating func replace(_ place: SendPlace, with code: Code) {
        var rewrite = rewrites[place.statement.node] ?? Rewrite()
        rewrite.replaced = place.replaced
        rewrite.code = code
        for comment in tree.comments where place.replaced.contains(comment) {
            let text = tree.source.string(comment)
            if !code.contains(text) { rewrite.comments.append(Code(text)) }
        }
        rewrites[place.statement.node] = rewrite
    }

    /// Takes a statement away with its lines.
    mutating func delete(_ statement: AssignmentStatement) { deleted.append(statement.extent) }

    var edits: [Edit] {
        rewrites.flatMap { edits(for: $0.key, $0.value) } + deleted.map { Edit(extent: wholeLines(of: $0), replacement: "") }
    }

    private func edits(for node: Node, _ rewrite: Rewrite) -> [Edit] {
        let source = tree.source
        var indentation = source.indentation(at: node.extent.start)
        let lineStart = source.lineStart(at: node.extent.start)
        var edits: [Edit] = []
        func printed(_ code: Code) -> String { code.printed(indentation: indentation, unit: unit, lineEnding: lineEnding) }

        if lineStart + indentation.utf8.count == node.extent.start {
            let text = (rewrite.before + rewrite.comments).map { indentation + printed($0) + lineEnding }.joined()
            if !text.isEmpty { edits.append(Edit(extent: Extent(lineStart, lineStart), replacement: text)) }
        } else if let (open, close) = oneLineBraces(around: node) {
            // `{ Send… }` on one line is opened up.
            let outer = indentation
            indentation += unit
            let text = (rewrite.before + rewrite.comments).map { indentation + printed($0) + lineEnding }.joined()
            edits.append(Edit(extent: open, replacement: lineEnding + text + indentation))
            edits.append(Edit(extent: close, replacement: lineEnding + outer))
        } else {
            // In the middle of a line.
            let text =
                rewrite.before.map { printed($0) + "; " }.joined() + rewrite.comments.map { printed($0.asBlockComment) + " " }.joined()
            if !text.isEmpty { edits.append(Edit(extent: Extent(node.extent.start, node.extent.start), replacement: text)) }
        }
        if let replaced = rewrite.replaced, let code = rewrite.code {
            edits.append(Edit(extent: replaced, replacement: printed(code)))
        }
        return edits
    }

    /// The blanks behind `{` and before `}` where the statement is all that stands between them on one line.
    private func oneLineBraces(around node: Node) -> (open: Extent, close: Extent)? {
        let text = tree.source.text
        var open = node.extent.start
        while open > 0, text[open - 1] == UInt8(ascii: " ") || text[open - 1] == UInt8(ascii: "\t") { open -= 1 }
        var end = node.extent.end
        while end < text.count, [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ";")].contains(text[end]) { end += 1 }
        guard open > 0, text[open - 1] == UInt8(ascii: "{"), end < text.count, text[end] == UInt8(ascii: "}") else { return nil }
        // A hashtable's or a string's braces are none that hold statements.
        guard let block = node.parent, block.extent.end >= end || block.parent.map({ $0.extent.end > end }) == true else { return nil }
        return (Extent(open, node.extent.start), Extent(node.extent.end, end))
    }

    /// A statement's lines with their line end, and one blank line where two would be left together.
    private func wholeLines(of extent: Extent) -> Extent {
        let source = tree.source
        let start = source.lineStart(at: extent.start)
        let end = source.nextLineStart(at: extent.end)
        guard start + source.indentation(at: extent.start).utf8.count == extent.start, isBlank(extent.end, source.lineEnd(at: extent.end))
        else {
            return extent
        }
        let isBlankAfter = end < source.text.count && isBlank(end, source.lineEnd(at: end))
        let isBlankBefore = start == 0 || isBlank(source.lineStart(at: start - 1), start - 1)
        return Extent(start, isBlankAfter && isBlankBefore ? source.nextLineStart(at: end) : end)
    }

    private func isBlank(_ start: Int, _ end: Int) -> Bool {
        guard start < end else { return true }
        return tree.source.text[start..<end].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
    }
}
