import PowerShellAnalysis
import PowerShellSyntax
import ScriptDiff

/// A line in pieces of one kind, for people: control characters are shown, secrets are not.
struct HighlightedLine: Hashable, Sendable {
    struct Piece: Hashable, Sendable {
        var kind: Highlighting.Kind
        /// Whether it differs from the line that it was or became.
        var isMarked: Bool
        var text: String
    }

    var pieces: [Piece] = []
}

/// A script by lines, with the kinds of its text.
struct HighlightedText: Sendable {
    /// The lines with their line ends, in offsets of the decoded text. As in a diff, only LF ends one.
    let lines: [Range<Int>]
    private let text: [UInt8]
    private let highlighting: Highlighting

    /// Longer lines are cut: nobody reads them, and a page of them can't be scrolled. Bytes.
    private static let lengthLimit = 2_000

    init(_ source: SourceText) {
        let tree = SyntaxTree.parse(source)
        text = source.text
        highlighting = Highlighting(tree, secrets: tree.secretLiterals)
        var lines: [Range<Int>] = []
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.count
            lines.append(start..<end)
            start = end
        }
        self.lines = lines
    }

    /// - Parameters:
    ///   - number: Counted from 0.
    ///   - marks: What differs, counted from the start of the line.
    ///   - hidesReturn: Whether CR in front of LF is left out.
    ///   - isWhole: Whether the line is not cut, however long it is: what changes is shown.
    func line(_ number: Int, marks: [Range<Int>] = [], hidesReturn: Bool, isWhole: Bool) -> HighlightedLine {
        line(
            lines[number], marks: marks.map { $0.lowerBound + lines[number].lowerBound..<$0.upperBound + lines[number].lowerBound },
            hidesReturn: hidesReturn, isWhole: isWhole)
    }

    /// A stretch of the text by its line ends: behind the last of them is a piece of a line, or nothing.
    func lines(in range: Range<Int>, hidesReturns: Bool) -> [HighlightedLine] {
        var lines: [HighlightedLine] = []
        var start = range.lowerBound
        while let end = text[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")) {
            lines.append(line(start..<end + 1, marks: [], hidesReturn: hidesReturns, isWhole: true))
            start = end + 1
        }
        return lines + [line(start..<range.upperBound, marks: [], hidesReturn: false, isWhole: true)]
    }

    /// - Parameter range: No more than a line.
    private func line(_ range: Range<Int>, marks: [Range<Int>], hidesReturn: Bool, isWhole: Bool) -> HighlightedLine {
        var range = range
        if text[range].last == UInt8(ascii: "\n") { range = range.dropLast() }
        if hidesReturn && text[range].last == UInt8(ascii: "\r") { range = range.dropLast() }
        let whole = range.count
        if whole > Self.lengthLimit && !isWhole {
            var end = range.lowerBound + Self.lengthLimit
            // Not within a character.
            while end > range.lowerBound, text[end] & 0xC0 == 0x80 { end -= 1 }
            range = range.lowerBound..<end
        }

        var line = HighlightedLine()
        for run in highlighting.runs(in: range) {
            for (part, isMarked) in parts(of: run.range, marks) {
                let text = run.kind == .secret ? "••••••" : visible(String(decoding: text[part], as: UTF8.self))
                line.pieces.append(HighlightedLine.Piece(kind: run.kind, isMarked: isMarked, text: text))
                // How long a secret is is nobody's business either.
                if run.kind == .secret { break }
            }
        }
        if whole > range.count {
            line.pieces.append(HighlightedLine.Piece(kind: .comment, isMarked: false, text: " … \(whole - range.count) more bytes"))
        }
        return line
    }

    /// A stretch, taken apart where marks begin and end.
    private func parts(of range: Range<Int>, _ marks: [Range<Int>]) -> [(Range<Int>, isMarked: Bool)] {
        var parts: [(Range<Int>, isMarked: Bool)] = []
        var start = range.lowerBound
        for mark in marks.map({ $0.clamped(to: range) }) where !mark.isEmpty {
            if start < mark.lowerBound { parts.append((start..<mark.lowerBound, false)) }
            parts.append((mark, true))
            start = mark.upperBound
        }
        if start < range.upperBound { parts.append((start..<range.upperBound, false)) }
        return parts
    }
}
