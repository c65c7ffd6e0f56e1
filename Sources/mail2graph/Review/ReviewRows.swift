import MailMigration
import PowerShellAnalysis
import PowerShellSyntax
import ScriptDiff

/// The lines of a script as a reviewer sees them: what changes, what is around it, and what is left out.
struct ReviewRows: Sendable {
    enum Row: Sendable {
        /// - isNear: Shown from the start; the others on request.
        case unchanged(HighlightedLine, isNear: Bool)
        case removed(HighlightedLine)
        case added(HighlightedLine)
        /// So many unchanged lines that are not part of the report.
        case gap(Int)
        /// The line before is the last and has no line end.
        case noNewline
    }

    /// Rows that change together, and what becomes of them by what is decided.
    struct Block: Sendable {
        enum Part: Sendable {
            case kept([HighlightedLine])
            /// Where the commands of the sends start, what stands there, and what does where one of them is accepted.
            case edit(sends: Set<Int>, old: [HighlightedLine], new: [HighlightedLine])
        }

        var rows: Range<Int>
        /// Which sends the rows are for; nil where they can come out in more than two ways.
        var sends: Set<Int>?
        /// What the lines are put together from, one after the other; each begins on the line that the one before ends on.
        var parts: [Part]
    }

    /// As where every send is accepted.
    private(set) var rows: [Row] = []
    /// In the order of the rows.
    private(set) var blocks: [Block] = []
    /// Before which row the send of each finding stands.
    private(set) var places: [Int] = []

    /// How many lines around a change are shown, and how many more on request.
    private static let (near, far) = (3, 20)

    /// - Parameters:
    ///   - rewrite: What changes; nil where nothing does.
    ///   - edits: Those of the rewrite.
    ///   - findings: In the order of the script.
    init(_ source: SourceText, _ rewrite: Rewrite?, _ edits: [PossibleEdit], _ findings: [Finding]) {
        let old = HighlightedText(source)
        let new = rewrite.map { HighlightedText($0.new) } ?? old
        let changes = rewrite == nil ? [] : ReviewBlock.blocks(of: edits, in: source)
        let (lines, stretches) = diff(source.text, rewrite?.new.text ?? [], changes)
        let marks = intralineMarks(lines)
        let hidesReturns = lines.allSatisfy { !$0.bytes.contains(UInt8(ascii: "\n")) || $0.bytes.dropLast().last == UInt8(ascii: "\r") }
        let distances = distances(
            of: lines, stretches,
            to: findings.map { $0.line - 1...source.line(at: max($0.extent.start, $0.extent.end - 1)) - 1 })

        /// Of rows that are put in between, by their place: in front of what.
        var insertions: [Int: Int] = [:]
        var (oldLine, newLine, skipped) = (0, 0, 0)
        var pending = findings[...]
        var pendingBlocks = Array(zip(stretches, changes))[...]
        var firstRow = 0
        for (index, line) in lines.enumerated() {
            if line.kind != .added {
                while let finding = pending.first, finding.line - 1 <= oldLine {
                    if skipped > 0 { rows.append(.gap(skipped)) }
                    skipped = 0
                    // What is put in front of a send goes with it.
                    var place = rows.count
                    while place > places.last ?? 0, insertions[place - 1] == old.lines[oldLine].lowerBound { place -= 1 }
                    places.append(place)
                    pending.removeFirst()
                }
            }
            let block = pendingBlocks.first.flatMap { $0.0.contains(index) ? $0 : nil }
            if block?.0.lowerBound == index { firstRow = rows.count }
            let isSkipped = line.kind == .context && distances[index] > Self.far
            if isSkipped {
                skipped += 1
            } else {
                if skipped > 0 { rows.append(.gap(skipped)) }
                skipped = 0
                let isWhole = distances[index] == 0
                func highlighted(_ text: HighlightedText, _ number: Int) -> HighlightedLine {
                    text.line(number, marks: marks[index] ?? [], hidesReturn: hidesReturns, isWhole: isWhole)
                }
                switch line.kind {
                case .context: rows.append(.unchanged(highlighted(old, oldLine), isNear: distances[index] <= Self.near))
                case .removed: rows.append(.removed(highlighted(old, oldLine)))
                case .added: rows.append(.added(highlighted(new, newLine)))
                }
                if let change = block?.1, change.old.isEmpty { insertions[rows.count - 1] = change.old.lowerBound }
                if line.bytes.last != UInt8(ascii: "\n") { rows.append(.noNewline) }
            }
            if let (stretch, change) = block, stretch.upperBound == index + 1 {
                blocks.append(Block(change, rows: firstRow..<rows.count, old, new, hidesReturns: hidesReturns))
                pendingBlocks.removeFirst()
            }
            if line.kind != .added { oldLine += 1 }
            if line.kind != .removed { newLine += 1 }
        }
        if skipped > 0 { rows.append(.gap(skipped)) }
        places += pending.map { _ in rows.count }
    }
}

extension ReviewRows.Block {
    fileprivate init(_ block: ReviewBlock, rows: Range<Int>, _ old: HighlightedText, _ new: HighlightedText, hidesReturns: Bool) {
        self.rows = rows
        sends = block.sends
        parts =
            sends != nil
            ? []
            : block.parts.map { part in
                switch part {
                case .kept(let range): .kept(old.lines(in: range, hidesReturns: hidesReturns))
                case .edit(let sends, let before, let after):
                    .edit(
                        sends: sends, old: old.lines(in: before, hidesReturns: hidesReturns),
                        new: new.lines(in: after, hidesReturns: hidesReturns))
                }
            }
    }
}

/// The lines of a script with what is removed and added in each block, and where the blocks are among them.
private func diff(_ old: [UInt8], _ new: [UInt8], _ blocks: [ReviewBlock]) -> (lines: [UnifiedDiff.Line], blocks: [Range<Int>]) {
    var lines: [UnifiedDiff.Line] = []
    var stretches: [Range<Int>] = []
    func context(_ range: Range<Int>) -> [UnifiedDiff.Line] {
        old[range].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { UnifiedDiff.Line(kind: .context, bytes: old[$0.startIndex..<min($0.endIndex + 1, range.upperBound)]) }
            .filter { !$0.bytes.isEmpty }
    }
    var start = 0
    for block in blocks {
        lines += context(start..<block.old.lowerBound)
        start = block.old.upperBound
        let (before, after) = (Array(old[block.old]), Array(new[block.new]))
        let first = lines.count
        let hunk = UnifiedDiff(from: before, to: after, path: [], context: before.count).hunks.first
        lines += hunk?.lines ?? context(block.old)
        stretches.append(first..<lines.count)
    }
    return (lines + context(start..<old.count), stretches)
}

/// By the place of a line: what differs from the line that it was or became.
private func intralineMarks(_ lines: [UnifiedDiff.Line]) -> [Int: [Range<Int>]] {
    var marks: [Int: [Range<Int>]] = [:]
    var start = 0
    while start < lines.count {
        let removed = start..<(lines[start...].firstIndex { $0.kind != .removed } ?? lines.count)
        let added = removed.upperBound..<(lines[removed.upperBound...].firstIndex { $0.kind != .added } ?? lines.count)
        for pair in similarLines(removed.map { lines[$0].bytes }, added.map { lines[$0].bytes }) {
            marks[removed.lowerBound + pair.removed] = pair.changes.old
            marks[added.lowerBound + pair.added] = pair.changes.new
        }
        start = max(added.upperBound, start + 1)
    }
    return marks
}

/// How many lines each line is away from the nearest of a block or that a finding is about.
private func distances(of lines: [UnifiedDiff.Line], _ blocks: [Range<Int>], to findings: [ClosedRange<Int>]) -> [Int] {
    var distances = [Int](repeating: Int.max / 2, count: lines.count)
    var oldLine = 0
    var next = findings[...]
    for (index, line) in lines.enumerated() {
        while let first = next.first, first.upperBound < oldLine { next.removeFirst() }
        if next.first?.contains(oldLine) == true { distances[index] = 0 }
        if line.kind != .added { oldLine += 1 }
    }
    for index in blocks.joined() { distances[index] = 0 }
    for index in lines.indices.dropFirst() { distances[index] = min(distances[index], distances[index - 1] + 1) }
    for index in lines.indices.dropLast().reversed() { distances[index] = min(distances[index], distances[index + 1] + 1) }
    return distances
}
