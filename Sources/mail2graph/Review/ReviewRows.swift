import MailMigration
import PowerShellAnalysis
import PowerShellSyntax
import ScriptDiff

/// The lines of a script as a reviewer sees them: what changes, what is around it, and what is left out.
struct ReviewRows: Sendable {
    enum Row: Sendable {
        /// - isNear: Shown from the start; the others on request.
        case unchanged(HighlightedLine, isNear: Bool)
        case removed(HighlightedLine, Dependence)
        case added(HighlightedLine, Dependence)
        /// So many unchanged lines that are not part of the report.
        case gap(Int)
        /// The line before is the last and has no line end.
        case noNewline
    }

    private(set) var rows: [Row] = []
    /// Before which row the send of each finding stands.
    private(set) var places: [Int] = []

    /// How many lines around a change are shown, and how many more on request.
    private static let (near, far) = (3, 20)

    /// - Parameters:
    ///   - rewrite: What changes; nil where nothing does.
    ///   - findings: In the order of the script.
    init(_ source: SourceText, _ rewrite: Rewrite?, _ findings: [Finding], _ dependences: LineDependences) {
        let old = HighlightedText(source)
        let new = rewrite.map { HighlightedText($0.new) } ?? old
        let diff = rewrite.flatMap { UnifiedDiff($0, path: [], form: .text, context: source.lineCount + 1).hunks.first?.lines }
        let lines =
            diff.map { inOrderOfSends($0, old, new, dependences) }
            ?? old.lines.map { UnifiedDiff.Line(kind: .context, bytes: source.text[$0]) }
        let marks = intralineMarks(lines)
        let hidesReturns = lines.allSatisfy { !$0.bytes.contains(UInt8(ascii: "\n")) || $0.bytes.dropLast().last == UInt8(ascii: "\r") }
        let distances = distances(
            of: lines, to: findings.map { $0.line - 1...source.line(at: max($0.extent.start, $0.extent.end - 1)) - 1 })

        /// By the place of a row: where in the old text an added line is put in.
        var insertions: [Int: Int] = [:]
        var (oldLine, newLine, skipped) = (0, 0, 0)
        var pending = findings[...]
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
            let isSkipped = line.kind == .context && distances[index] > Self.far
            if isSkipped {
                skipped += 1
            } else {
                if skipped > 0 { rows.append(.gap(skipped)) }
                skipped = 0
                func highlighted(_ text: HighlightedText, _ number: Int) -> HighlightedLine {
                    text.line(number, marks: marks[index] ?? [], hidesReturn: hidesReturns)
                }
                switch line.kind {
                case .context: rows.append(.unchanged(highlighted(old, oldLine), isNear: distances[index] <= Self.near))
                case .removed: rows.append(.removed(highlighted(old, oldLine), dependences.ofRemoved(old.lines[oldLine])))
                case .added:
                    insertions[rows.count] = dependences.end(ofAdded: new.lines[newLine])
                    rows.append(.added(highlighted(new, newLine), dependences.ofAdded(new.lines[newLine])))
                }
                if line.bytes.last != UInt8(ascii: "\n") { rows.append(.noNewline) }
            }
            if line.kind != .added { oldLine += 1 }
            if line.kind != .removed { newLine += 1 }
        }
        if skipped > 0 { rows.append(.gap(skipped)) }
        places += pending.map { _ in rows.count }
    }
}

/// Where sends stand one right below the other, a diff has all that is removed before all that is added. Here each send has
/// its own together.
private func inOrderOfSends(
    _ lines: [UnifiedDiff.Line], _ old: HighlightedText, _ new: HighlightedText, _ dependences: LineDependences
) -> [UnifiedDiff.Line] {
    var result: [UnifiedDiff.Line] = []
    var (oldLine, newLine, start) = (0, 0, 0)
    while start < lines.count {
        if lines[start].kind == .context {
            result.append(lines[start])
            (oldLine, newLine, start) = (oldLine + 1, newLine + 1, start + 1)
            continue
        }
        let block = lines[start...].prefix { $0.kind != .context }
        let removed = block.filter { $0.kind == .removed }
        let ranges = removed.indices.map { old.lines[oldLine + $0] }
        var taken = 0
        for added in block where added.kind == .added {
            let end = dependences.end(ofAdded: new.lines[newLine]) ?? 0
            while taken < removed.count, ranges[taken].lowerBound < end {
                result.append(removed[taken])
                taken += 1
            }
            result.append(added)
            newLine += 1
        }
        result += removed[taken...]
        oldLine += removed.count
        start = block.endIndex
    }
    return result
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

/// How many lines each line is away from the nearest that changes or that a finding is about.
private func distances(of lines: [UnifiedDiff.Line], to findings: [ClosedRange<Int>]) -> [Int] {
    var distances = [Int](repeating: Int.max / 2, count: lines.count)
    var oldLine = 0
    var next = findings[...]
    for (index, line) in lines.enumerated() {
        while let first = next.first, first.upperBound < oldLine { next.removeFirst() }
        if line.kind != .context || next.first?.contains(oldLine) == true { distances[index] = 0 }
        if line.kind != .added { oldLine += 1 }
    }
    for index in lines.indices.dropFirst() { distances[index] = min(distances[index], distances[index - 1] + 1) }
    for index in lines.indices.dropLast().reversed() { distances[index] = min(distances[index], distances[index + 1] + 1) }
    return distances
}
