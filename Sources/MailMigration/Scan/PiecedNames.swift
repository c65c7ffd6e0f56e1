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
    /// By the byte at it.
    private let starts: [[Start]]

    static let senders = PiecedNames(SenderNames.commands)

    /// - Parameter names: Names of commands in lower case, without a module.
    init(_ names: [String]) {
        self.names = names.map { $0.utf8.filter { !isPassedOver($0) } }
        var starts = [[Start]](repeating: [], count: 256)
        for (name, letters) in self.names.enumerated() {
            for (offset, letter) in letters.enumerated() { starts[Int(letter)].append(Start(name: name, offset: offset)) }
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
            var isMade = [true] + name.map { _ in false }
            for start in name.indices where isMade[start] {
                for end in pieces[start] { isMade[end] = true }
            }
            return isMade[name.count]
        }
    }

    /// For each name and each place in it where the pieces end that begin there.
    private func pieces(in text: UnsafeBufferPointer<UInt8>) -> [[Set<Int>]] {
        var pieces = names.map { [Set<Int>](repeating: [], count: $0.count) }
        var isInVariable = false
        for index in text.indices {
            let byte = lowercased(text[index])
            if !starts[Int(byte)].isEmpty {
                let isEdge =
                    index == 0 || isEdge(text[index - 1]) || ")}`".utf8.contains(text[index - 1]) || isInVariable && !isWordByte(byte)
                // The first piece may have more in front of it, a module or a folder.
                for start in starts[Int(byte)] where isEdge || start.offset == 0 {
                    pieces[start.name][start.offset].formUnion(ends(of: text[index...], start))
                }
            }
            isInVariable = byte == UInt8(ascii: "$") || isInVariable && (isWordByte(byte) || ":?{".utf8.contains(byte))
        }
        return pieces
    }

    /// Where in the name the pieces end that the text begins with.
    private func ends(of text: Slice<UnsafeBufferPointer<UInt8>>, _ start: Start) -> [Int] {
        let name = names[start.name]
        var ends: [Int] = []
        var end = start.offset
        for byte in text {
            if end > start.offset, isEdge(byte) || byte == UInt8(ascii: "$") { ends.append(end) }
            if isPassedOver(byte), byte < 0x80, !isEdge(byte) { continue }
            guard lowercased(byte) == name[end] else { break }
            end += 1
            // Of a bare word the last piece ends at a blank.
            if end == name.count { return ends + [end] }
        }
        return ends
    }

    private func isEdge(_ byte: UInt8) -> Bool {
        // Quotes are straight, or curved and beyond ASCII.
        byte >= 0x80 || "'\"\n\r".utf8.contains(byte)
    }
}

/// Letters, digits and `_`; all beyond ASCII counts.
private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "_"), 0x80...: true
    default: false
    }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) }
