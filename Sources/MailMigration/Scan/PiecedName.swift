/// Looks for a command whose name may be put together from pieces when it is called: `& ('Send-' + $noun)`.
///
/// The finder works out such names from the constants of a script. Here it is enough that something is called by more than a
/// plain name, and that pieces of which the name could be made stand in the script. A piece begins and ends where a literal can:
/// at a quote, a line end, a variable.
struct PiecedName: Sendable {
    private let letters: [UInt8]
    /// For each byte, in both cases, where in the name it stands: a bit for each place.
    private let places: [UInt64]

    /// - Parameter name: A command's name in lower case, without a module.
    init(_ name: String) {
        letters = name.utf8.filter { !isPassedOver($0) }
        precondition(letters.count < 64, "the end of a piece is a bit of a word")
        places = (UInt8.min...UInt8.max).map { [letters] byte in
            letters.indices.reduce(0) { $0 | (letters[$1] == lowercased(byte) ? 1 << UInt64($1) : 0) }
        }
    }

    func mayStand(in text: UnsafeBufferPointer<UInt8>) -> Bool { hasComputedCall(text) && hasPieces(text) }

    // MARK: Calls

    /// `& $name`, `. ("…")`, `& Send-$noun`.
    private func hasComputedCall(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        // From the end, so that what follows an operator is known when it comes, however long it is.
        let kinds = Bytes.kinds
        var wordHasVariable = false
        var isComputed = false
        for index in text.indices.reversed() {
            let byte = text[index]
            let kind = kinds[Int(byte)]
            if isComputed, byte == UInt8(ascii: "&") || byte == UInt8(ascii: ".") {
                // Behind a value a dot asks for a member; two in a row are a range.
                if byte == UInt8(ascii: "&") || index == 0 || kinds[Int(text[index - 1])] & Bytes.value == 0 { return true }
            }
            if kind & Bytes.wordEnd != 0 { wordHasVariable = false }
            if kind & Bytes.blank != 0 { continue }
            wordHasVariable = wordHasVariable || byte == UInt8(ascii: "$")
            isComputed = wordHasVariable || kind & Bytes.computes != 0
        }
        return false
    }

    // MARK: Pieces

    /// Whether the name can be made of pieces: of each beginning of it that can be made, those that go on from there.
    private func hasPieces(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let ends = ends(in: text)
        // A bit for each beginning, by its length.
        var made: UInt64 = 1
        for start in letters.indices where made & 1 << start != 0 { made |= ends[start] }
        return made & 1 << letters.count != 0
    }

    /// For each place in the name where the pieces end that begin there, a bit for each.
    private func ends(in text: UnsafeBufferPointer<UInt8>) -> [UInt64] {
        let (kinds, places) = (Bytes.kinds, places)
        var ends = [UInt64](repeating: 0, count: letters.count)
        var isInVariable = false
        var previous = Bytes.edge
        for (index, byte) in text.enumerated() {
            let kind = kinds[Int(byte)]
            let isEdge = previous & (Bytes.edge | Bytes.close) != 0 || isInVariable && kind & Bytes.word == 0
            // The first piece may have a module in front of it.
            var starts = places[Int(byte)] & (isEdge ? ~0 : 1)
            while starts != 0 {
                ends[starts.trailingZeroBitCount] |= self.ends(text[index...], from: starts.trailingZeroBitCount)
                starts &= starts - 1
            }
            isInVariable = byte == UInt8(ascii: "$") || isInVariable && kind & (Bytes.word | Bytes.scope) != 0
            previous = kind
        }
        return ends
    }

    /// Where the pieces end that a text begins with and that begin at a place in the name.
    private func ends(_ text: Slice<UnsafeBufferPointer<UInt8>>, from start: Int) -> UInt64 {
        var ends: UInt64 = 0
        var end = start
        for byte in text {
            let kind = Bytes.kinds[Int(byte)]
            if end > start, kind & Bytes.edge != 0 || byte == UInt8(ascii: "$") { ends |= 1 << end }
            if kind & Bytes.skipped != 0 { continue }
            guard lowercased(byte) == letters[end] else { break }
            end += 1
            // Of a bare word the last piece ends at a blank.
            if end == letters.count { return ends | 1 << end }
        }
        return ends
    }
}

/// What a byte can be.
private enum Bytes {
    /// A literal begins behind it or ends before it: quotes, line ends; what is beyond ASCII, as quotes may be.
    static let edge: UInt16 = 1
    /// A variable or an expression in a string ends with it: the literal goes on. An escaped quote begins one within a string.
    static let close: UInt16 = 2
    /// Part of a variable's name.
    static let word: UInt16 = 4
    /// Stands in front of or between the parts of such a name.
    static let scope: UInt16 = 8
    /// Counts for nothing within a name.
    static let skipped: UInt16 = 16
    /// A value may end with it. What is beyond ASCII may be a blank too, so it is none of these.
    static let value: UInt16 = 32
    /// A word that begins with it is no plain name: a string, an expression; a comment, behind which anything may follow.
    static let computes: UInt16 = 64
    /// No word goes on behind it.
    static let wordEnd: UInt16 = 128
    /// May stand between an operator and its command.
    static let blank: UInt16 = 256

    static let kinds: [UInt16] = (UInt8.min...UInt8.max).map { byte in
        let isEdge = byte >= 0x80 || "'\"\n\r".utf8.contains(byte)
        let isBlank = byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
        let isValueEnd = byte < 0x80 && (isWordByte(byte) || ")].'\"".utf8.contains(byte))
        let flags: [(Bool, UInt16)] = [
            (isEdge, edge), (")}`".utf8.contains(byte), close), (isWordByte(byte), word), (":?{".utf8.contains(byte), scope),
            (isPassedOver(byte) && !isEdge, skipped), (isValueEnd, value), (byte >= 0x80 || "(\"@#<".utf8.contains(byte), computes),
            (isBlank || ";|)}".utf8.contains(byte), wordEnd), (isBlank || byte == UInt8(ascii: "`"), blank),
        ]
        return flags.reduce(0) { $0 | ($1.0 ? $1.1 : 0) }
    }
}

/// Letters, digits and `_`; all beyond ASCII counts.
private func isWordByte(_ byte: UInt8) -> Bool {
    switch lowercased(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...: true
    default: false
    }
}
