import PowerShellSyntax
import ScriptDiff

/// Collects what is done to the statements of a script and turns it into edits that leave well laid out code.
struct StatementRewrites {
    private struct Rewrite {
        /// Code in front of the statement, and the sends that it is for.
        var before: [(code: Code, sends: Set<Int>)] = []
        var comments: [Code] = []
        var replaced: Extent?
        var code: Code?
        /// The send in the statement.
        var own: Set<Int> = []
    }

    private let tree: SyntaxTree
    private let unit: String
    private let lineEnding: String
    private var rewrites: [Node: Rewrite] = [:]
    private var deleted: [(extent: Extent, sends: Set<Int>)] = []

    init(_ tree: SyntaxTree) {
        self.tree = tree
        unit = tree.indentationUnit
        lineEnding = tree.source.lineEnding
    }

    /// - Parameter sends: Where the commands of the sends start that the code is for.
    mutating func insert(_ code: Code, before statement: Statement, for sends: Set<Int>) {
        rewrites[statement.node, default: Rewrite()].before.append((code, sends))
    }

    /// Comments inside what is replaced move above the new code.
    mutating func replace(_ place: SendPlace, with code: Code) {
        var rewrite = rewrites[place.statement.node] ?? Rewrite()
        rewrite.replaced = place.replaced
        rewrite.code = code
        rewrite.own = [place.command.extent.start]
        for comment in tree.comments where place.replaced.contains(comment) {
            let text = tree.source.string(comment)
            if !code.contains(text) { rewrite.comments.append(Code(text)) }
        }
        rewrites[place.statement.node] = rewrite
    }

    /// Takes a statement that only fed a send away with its lines.
    mutating func delete(_ statement: AssignmentStatement, for send: Int) { deleted.append((statement.extent, [send])) }

    var edits: [PossibleEdit] {
        rewrites.flatMap { edits(for: $0.key, $0.value) }
            + deleted.map { PossibleEdit(Edit(extent: whole($0.extent), replacement: ""), for: $0.sends) }
    }

    private func edits(for node: Node, _ rewrite: Rewrite) -> [PossibleEdit] {
        let source = tree.source
        let start = node.extent.start
        var indentation = source.indentation(at: start)
        let lineStart = source.lineStart(at: start)
        let inserted = rewrite.before + rewrite.comments.map { ($0, rewrite.own) }
        let all = inserted.reduce(into: rewrite.own) { $0.formUnion($1.sends) }
        var edits: [PossibleEdit] = []
        func printed(_ code: Code) -> String { code.printed(indentation: indentation, unit: unit, lineEnding: lineEnding) }
        func replace(_ extent: Extent, with text: String, for sends: Set<Int>) {
            edits.append(PossibleEdit(Edit(extent: extent, replacement: text), for: sends))
        }
        /// An edit each, as they need not be for the same sends.
        func insertLines(at place: Int) {
            for (code, sends) in inserted { replace(Extent(place, place), with: indentation + printed(code) + lineEnding, for: sends) }
        }

        if lineStart + indentation.utf8.count == start {
            insertLines(at: lineStart)
        } else if let (open, close) = oneLineBraces(around: node) {
            // `{ Send… }` on one line is opened up.
            let outer = indentation
            indentation += unit
            replace(open, with: lineEnding, for: all)
            insertLines(at: start)
            replace(Extent(start, start), with: indentation, for: all)
            replace(close, with: lineEnding + outer, for: all)
        } else {
            // In the middle of a line.
            for (code, sends) in rewrite.before { replace(Extent(start, start), with: printed(code) + "; ", for: sends) }
            for comment in rewrite.comments { replace(Extent(start, start), with: printed(comment.asBlockComment) + " ", for: rewrite.own) }
        }
        if let replaced = rewrite.replaced, let code = rewrite.code { replace(replaced, with: printed(code), for: rewrite.own) }
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

    /// A statement's lines with their line end, and one blank line where two would be left together; where others share the
    /// line, the semicolon between them.
    private func whole(_ extent: Extent) -> Extent {
        let source = tree.source
        let text = source.text
        let semicolon = blanksEnd(extent.end)
        let hasSemicolon = semicolon < text.count && text[semicolon] == UInt8(ascii: ";")
        let end = hasSemicolon ? blanksEnd(semicolon + 1) : extent.end
        let start = source.lineStart(at: extent.start)
        guard start + source.indentation(at: extent.start).utf8.count == extent.start, isBlank(end, source.lineEnd(at: end)) else {
            return hasSemicolon ? Extent(extent.start, end) : withSemicolonInFront(extent)
        }
        let next = source.nextLineStart(at: end)
        let isBlankAfter = next < text.count && isBlank(next, source.lineEnd(at: next))
        let isBlankBefore = start == 0 || isBlank(source.lineStart(at: start - 1), start - 1)
        return Extent(start, isBlankAfter && isBlankBefore ? source.nextLineStart(at: next) : next)
    }

    private func withSemicolonInFront(_ extent: Extent) -> Extent {
        var start = extent.start
        while start > 0, isBlank(tree.source.text[start - 1]) { start -= 1 }
        return start > 0 && tree.source.text[start - 1] == UInt8(ascii: ";") ? Extent(start - 1, extent.end) : extent
    }

    private func blanksEnd(_ start: Int) -> Int {
        tree.source.text[start...].firstIndex { !isBlank($0) } ?? tree.source.text.count
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private func isBlank(_ start: Int, _ end: Int) -> Bool {
        guard start < end else { return true }
        return tree.source.text[start..<end].allSatisfy { isBlank($0) || $0 == UInt8(ascii: "\r") }
    }
}
