/// Looks for commands whose names may be put together from pieces when they are called: `& ('Send-' + $noun)`.
///
/// The finders work out such names from the constants of a script. Here it is enough that something is called by more than a
/// plain name, and that pieces of which a name could be made stand in the script. A piece begins and ends where a literal can:
/// at a quote, a line end, a variable.
struct PiecedNames: Sendable {
    /// A place in a name where a piece may begin.
    private struct Start {
        var name: Int
        var offset: Int
    }

    private let names: [[UInt8]]
    /// By the byte at it, in both cases.
    private let starts: [[Start]]

    static let senders = PiecedNames(SenderNames.commands)

    /// - Parameter names: Names of commands in lower case, without a module.
    init(_ names: [String]) {
        self.names = names.map { $0.utf8.filter { !isPassedOver($0) } }
        var starts = [[Start]](repeating: [], count: 256)
        for (name, letters) in self.names.enumerated() {
            precondition(letters.count < 64, "a piece's end is a bit of a word")
            for (offset, letter) in letters.enumerated() {
                // In both cases.
                for byte in UInt8.min...UInt8.max where lowercased(byte) == letter {
                    starts[Int(byte)].append(Start(name: name, offset: offset))
                }
            }
        }
        self.starts = starts
    }

    func mayStand(in text: UnsafeBufferPointer<UInt8>) -> Bool { hasComputedCall(text) && hasPieces(text) }

    // MARK: Calls

    /// `& $name`, `. ("…")`, `& Send-$noun`.
    private func hasComputedCall(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.indices.contains { index in
            switch text[index] {
            case UInt8(ascii: "&"): isFollowedByComputedName(text[(index + 1)...])
            // A dot in a word is none that calls. What is beyond ASCII may be a blank.
            case UInt8(ascii: "."):
                (index == 0 || text[index - 1] >= 0x80 || !isWordByte(text[index - 1])) && isFollowedByComputedName(text[(index + 1)...])
            default: false
            }
        }
    }

    private func isFollowedByComputedName(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let word = text.drop { isBlank($0) || $0 == UInt8(ascii: "`") }
        guard let first = word.first else { return false }
        // Behind a comment anything may follow.
        if first >= 0x80 || "(\"@#<".utf8.contains(first) { return true }
        return word.prefix { !isBlank($0) && !";|)}".utf8.contains($0) }.contains(UInt8(ascii: "$"))
    }

    // MARK: Pieces

    /// Whether a name can be made of pieces: of each beginning of it that can be made, those that go on from there.
    private func hasPieces(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        zip(names, pieces(in: text)).contains { name, pieces in
            // A bit for each beginning, by its length.
            var made: UInt64 = 1
            for start in name.indices where made & 1 << start != 0 { made |= pieces[start] }
            return made & 1 << name.count != 0
        }
    }

    /// For each name and each place in it the places where the pieces end that begin there, a bit each.
    private func pieces(in text: UnsafeBufferPointer<UInt8>) -> [[UInt64]] {
        var pieces = names.map { [UInt64](repeating: 0, count: $0.count) }
        var isInVariable = false
        var previous = Bytes.edge
        for index in text.indices {
            let byte = text[index]
            let kind = Bytes.kinds[Int(byte)]
            let starts = starts[Int(byte)]
            if !starts.isEmpty {
                let isEdge = previous & (Bytes.edge | Bytes.close) != 0 || isInVariable && kind & Bytes.word == 0
                // The first piece may have more in front of it, a module or a folder.
                for start in starts where isEdge || start.offset == 0 {
                    pieces[start.name][start.offset] |= ends(of: text, from: index, start)
                }
            }
            isInVariable = byte == UInt8(ascii: "$") || isInVariable && kind & (Bytes.word | Bytes.scope) != 0
            previous = kind
        }
        return pieces
    }

    /// Where in the name the pieces end that stand at a place of the text, a bit each.
    private func ends(of text: UnsafeBufferPointer<UInt8>, from place: Int, _ start: Start) -> UInt64 {
        let name = names[start.name]
        var ends: UInt64 = 0
        var end = start.offset
        for index in place..<text.count {
            let byte = text[index]
            let kind = Bytes.kinds[Int(byte)]
            if end > start.offset, kind & Bytes.edge != 0 || byte == UInt8(ascii: "$") { ends |= 1 << end }
            if kind & Bytes.skipped != 0 { continue }
            guard lowercased(byte) == name[end] else { break }
            end += 1
            // Of a bare word the last piece ends at a blank.
            if end == name.count { return ends | 1 << end }
        }
        return ends
    }
}

/// What a byte can be for a piece.
private enum Bytes {
    /// A literal begins behind it or ends before it: quotes, line ends; what is beyond ASCII, as quotes may be.
    static let edge: UInt8 = 1
    /// A variable or an expression in a string ends with it: the literal goes on. An escaped quote begins one within a string.
    static let close: UInt8 = 2
    /// Part of a variable's name.
    static let word: UInt8 = 4
    /// Stands in front of or between the parts of such a name.
    static let scope: UInt8 = 8
    /// Counts for nothing within a name.
    static let skipped: UInt8 = 16

    static let kinds: [UInt8] = (UInt8.min...UInt8.max).map { byte in
        let isEdge = byte >= 0x80 || "'\"\n\r".utf8.contains(byte)
        return (isEdge ? edge : 0) | (")}`".utf8.contains(byte) ? close : 0) | (isWordByte(byte) ? word : 0)
            | (":?{".utf8.contains(byte) ? scope : 0) | (isPassedOver(byte) && !isEdge ? skipped : 0)
    }
}

/// Letters, digits and `_`; all beyond ASCII counts.
private func isWordByte(_ byte: UInt8) -> Bool {
    switch lowercased(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...: true
    default: false
    }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) }
