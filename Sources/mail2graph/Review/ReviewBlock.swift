import MailMigration
import PowerShellSyntax
import ScriptDiff

/// Lines of a script that edits share, so that what becomes of them hangs on the decisions about several sends together.
struct ReviewBlock: Hashable, Sendable {
    enum Part: Hashable, Sendable {
        /// What stays, as a range of the old text.
        case kept(Range<Int>)
        /// What gives way to a range of the new text where one of the sends is accepted; they are told by where their commands start.
        case edit(sends: Set<Int>, old: Range<Int>, new: Range<Int>)
    }

    /// Whole lines of the old text; empty where lines are put in between.
    var old: Range<Int>
    /// Whole lines of the text where every send is accepted.
    var new: Range<Int>
    /// One after the other, without gaps.
    var parts: [Part] = []

    /// The sends where all edits are for the same: they are made together or not at all. Nil where the lines can come out in
    /// more than two ways.
    var sends: Set<Int>? {
        let each = parts.compactMap { if case .edit(let sends, _, _) = $0 { sends } else { nil } }
        return each.dropFirst().allSatisfy { $0 == each[0] } ? each[0] : nil
    }

    /// The blocks of a script, in its order.
    static func blocks(of edits: [PossibleEdit], in source: SourceText) -> [ReviewBlock] {
        // `sort` keeps no promise about equals, hence the place.
        let sorted = edits.enumerated().sorted { a, b in
            let (one, other) = (a.element.edit.extent, b.element.edit.extent)
            return (one.start, one.end, a.offset) < (other.start, other.end, b.offset)
        }
        var blocks: [ReviewBlock] = []
        var growth = 0
        for (_, possible) in sorted {
            let (edit, extent) = (possible.edit, possible.edit.extent)
            let lines = source.lines(of: edit)
            var block = ReviewBlock(old: lines, new: lines.lowerBound + growth..<lines.lowerBound + growth)
            // What is put behind the last line need not end one.
            if let last = blocks.last, lines.lowerBound < last.old.upperBound || last.old.upperBound == source.text.count {
                blocks.removeLast()
                block = last
                block.old = last.old.lowerBound..<max(last.old.upperBound, lines.upperBound)
            }
            block.keep(to: extent.start)
            let start = extent.start + growth
            let new = start..<start + edit.replacement.utf8.count
            growth += new.count - extent.range.count
            block.parts.append(.edit(sends: possible.sends, old: extent.range, new: new))
            block.new = block.new.lowerBound..<block.old.upperBound + growth
            blocks.append(block)
        }
        for index in blocks.indices { blocks[index].keep(to: blocks[index].old.upperBound) }
        return blocks
    }

    /// Adds what stays behind the last part.
    private mutating func keep(to end: Int) {
        let start = if case .edit(_, let old, _)? = parts.last { old.upperBound } else { old.lowerBound }
        if start < end { parts.append(.kept(start..<end)) }
    }
}

/// Lines as a diff has them: only LF ends one.
extension SourceText {
    /// The whole lines that an edit changes; none where it puts whole lines in between.
    fileprivate func lines(of edit: Edit) -> Range<Int> {
        let (start, end) = (edit.extent.start, edit.extent.end)
        let first = startOfLine(start)
        let leavesLines = edit.replacement.utf8.last.map { $0 == newline } ?? (start < end)
        if start == first, leavesLines, end == startOfLine(end) { return start..<end }
        return first..<(text[end...].firstIndex(of: newline).map { $0 + 1 } ?? text.count)
    }

    private func startOfLine(_ offset: Int) -> Int { text[..<offset].lastIndex(of: newline).map { $0 + 1 } ?? 0 }
}

private let newline = UInt8(ascii: "\n")
