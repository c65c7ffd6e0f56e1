import PowerShellSyntax

/// A script, the script that edits make of it, and which stretches gave way to which.
public struct Rewrite: Sendable {
    public let old: SourceText
    public let new: SourceText
    /// What was replaced, in offsets of the decoded texts, in order.
    let textChanges: [Change]
    /// The same in offsets of the files.
    let byteChanges: [Change]

    /// Makes the edits. No byte outside them changes.
    ///
    /// The edits may come in any order; insertions at the same place are made in the order given, before what replaces
    /// the text that follows. Takes time in proportion to the text and the edits.
    /// - Throws: ``EditError``.
    public init(_ source: SourceText, edits: [Edit]) throws {
        var file = Copy(of: source.bytes)
        var text = Copy(of: source.text)
        var position = BytePosition(in: source)
        for edit in try source.inOrder(edits) {
            let start = position.advanced(to: edit.extent.start)
            let end = position.advanced(to: edit.extent.end)
            file.replace(start..<end, with: try source.encode(edit))
            text.replace(edit.extent.range, with: Array(edit.replacement.utf8))
        }
        file.finish()
        text.finish()

        old = source
        new = edits.isEmpty ? source : SourceText(bytes: file.result)
        if new.text != text.result { throw EditError.ambiguous(old.encoding) }
        textChanges = text.changes
        byteChanges = file.changes
    }
}

extension SourceText {
    /// The script after the edits; see ``Rewrite/init(_:edits:)``.
    /// - Throws: ``EditError``.
    public func applying(_ edits: [Edit]) throws -> SourceText {
        try Rewrite(self, edits: edits).new
    }

    /// The edits by place, each shown to cover whole characters that no other covers.
    fileprivate func inOrder(_ edits: [Edit]) throws -> [Edit] {
        for edit in edits where !isStretch(edit.extent) {
            throw EditError.notAnExtent(edit, line: line(at: min(max(edit.extent.start, 0), text.count)))
        }
        // `sort` keeps no promise about equals, hence the index.
        let sorted = edits.enumerated().sorted { a, b in
            (a.element.extent.start, a.element.extent.end, a.offset) < (b.element.extent.start, b.element.extent.end, b.offset)
        }.map(\.element)
        for (edit, next) in zip(sorted, sorted.dropFirst()) where next.extent.start < edit.extent.end {
            throw EditError.overlap(edit, next, line: line(at: next.extent.start))
        }
        return sorted
    }

    private func isStretch(_ extent: Extent) -> Bool {
        0 <= extent.start && extent.start <= extent.end && extent.end <= text.count
            && startsCharacter(extent.start) && startsCharacter(extent.end)
    }

    private func startsCharacter(_ offset: Int) -> Bool {
        offset == text.count || text[offset] & 0xC0 != 0x80
    }

    fileprivate func encode(_ edit: Edit) throws -> [UInt8] {
        if let encoded = encoded(edit.replacement) { return encoded }
        let missing = edit.replacement.unicodeScalars.first { encoded(String($0)) == nil }
        throw EditError.unencodable(missing ?? "\u{FFFD}", encoding, line: line(at: edit.extent.start))
    }
}

/// Bytes copied from front to back with some stretches replaced.
private struct Copy {
    private let original: [UInt8]
    private var copied = 0
    private(set) var result: [UInt8] = []
    private(set) var changes: [Change] = []

    init(of original: [UInt8]) {
        self.original = original
        result.reserveCapacity(original.count)
    }

    mutating func replace(_ range: Range<Int>, with replacement: [UInt8]) {
        result += original[copied..<range.lowerBound]
        changes.append(Change(old: range, new: result.count..<result.count + replacement.count))
        result += replacement
        copied = range.upperBound
    }

    mutating func finish() {
        result += original[copied...]
        copied = original.count
    }
}

/// Where offsets of the text lie in the file, for offsets that only grow: the text is counted once.
private struct BytePosition {
    private let source: SourceText
    private var offset = 0
    private var byte: Int

    init(in source: SourceText) {
        self.source = source
        byte = source.byteRange(of: Extent(0, 0)).lowerBound
    }

    /// - Parameter newOffset: Not before the offset of the last call.
    mutating func advanced(to newOffset: Int) -> Int {
        let passed = source.text[offset..<newOffset]
        switch source.encoding {
        case .utf8, .utf8WithMark:
            byte = source.byteRange(of: Extent(newOffset, newOffset)).lowerBound
        case .windows1252:
            byte += passed.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        case .utf16LittleEndian, .utf16BigEndian:
            byte += passed.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 4 : 2) }
            // Half a unit at the end of the file is one character of the text, but only one byte.
            byte = min(byte, source.bytes.count)
        }
        offset = newOffset
        return byte
    }
}
