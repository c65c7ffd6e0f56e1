import PowerShellSyntax

extension SourceText {
    /// The script after the edits. No byte outside them changes.
    ///
    /// The edits may come in any order; insertions at the same place are made in the order given, before what replaces
    /// the text that follows. Takes time in proportion to the text and the edits.
    /// - Throws: ``EditError``.
    public func applying(_ edits: [Edit]) throws -> SourceText {
        if edits.isEmpty { return self }
        let edits = try inOrder(edits)

        var newBytes: [UInt8] = []
        var newText: [UInt8] = []
        newBytes.reserveCapacity(bytes.count)
        newText.reserveCapacity(text.count)
        var position = BytePosition(in: self)
        var copied = (offset: 0, byte: 0)  // The byte-order mark goes with the first stretch.
        for edit in edits {
            position.advance(to: edit.extent.start)
            newBytes += bytes[copied.byte..<position.byte]
            newText += text[copied.offset..<edit.extent.start]
            newBytes += try encode(edit)
            newText += edit.replacement.utf8
            position.advance(to: edit.extent.end)
            copied = (edit.extent.end, position.byte)
        }
        newBytes += bytes[copied.byte...]
        newText += text[copied.offset...]

        let result = SourceText(bytes: newBytes)
        if result.text != newText { throw EditError.encodingWouldChange(from: encoding, to: result.encoding) }
        return result
    }

    /// The edits by place, each shown to cover whole characters that no other covers.
    private func inOrder(_ edits: [Edit]) throws -> [Edit] {
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

    private func encode(_ edit: Edit) throws -> [UInt8] {
        if let encoded = encoded(edit.replacement) { return encoded }
        let missing = edit.replacement.unicodeScalars.first { encoded(String($0)) == nil }
        throw EditError.unencodable(missing ?? "\u{FFFD}", encoding, line: line(at: edit.extent.start))
    }
}

/// Where an offset of the text lies in the file, for offsets that only grow: the text is counted once.
struct BytePosition {
    private let source: SourceText
    private(set) var offset = 0
    private(set) var byte: Int

    init(in source: SourceText) {
        self.source = source
        byte = source.byteRange(of: Extent(0, 0)).lowerBound
    }

    /// Moves on to an offset that is not before the present one.
    mutating func advance(to newOffset: Int) {
        byte += source.byteCount(of: offset..<newOffset)
        offset = newOffset
    }
}

extension SourceText {
    /// How many bytes of the file a stretch of the text takes.
    func byteCount(of range: Range<Int>) -> Int {
        switch encoding {
        case .utf8, .utf8WithMark: range.count
        case .windows1252: text[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        case .utf16LittleEndian, .utf16BigEndian:
            text[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 4 : 2) }
        }
    }
}
