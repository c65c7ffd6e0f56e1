/// Some bytes: `[a-z_]`, `[!0-9]`, `[[:alpha:]]`.
struct ByteClass: Hashable, Sendable {
    private var members: Set<UInt8> = []
    private var isNegated = false

    func contains(_ byte: UInt8) -> Bool { members.contains(byte) != isNegated }

    /// - Parameter pattern: What follows the bracket that opens it.
    /// - Returns: The class, and where the pattern goes on behind it; nil where it is not closed or names a class that there is not.
    static func read(_ pattern: ArraySlice<UInt8>) -> (ByteClass, end: Int)? {
        var set = ByteClass()
        var rest = pattern
        if let first = rest.first, first == UInt8(ascii: "!") || first == UInt8(ascii: "^") {
            set.isNegated = true
            rest.removeFirst()
        }
        /// What a range may begin with.
        var previous: UInt8?
        var isFirst = true
        while let byte = rest.popFirst() {
            // A bracket right at the beginning is a member.
            if byte == UInt8(ascii: "]") && !isFirst { return (set, rest.startIndex) }
            isFirst = false
            if byte == UInt8(ascii: "-"), let low = previous, let next = rest.first, next != UInt8(ascii: "]") {
                rest.removeFirst()
                guard let high = next == UInt8(ascii: "\\") ? rest.popFirst() : next else { return nil }
                if low <= high { set.members.formUnion(low...high) }
                previous = nil
            } else if byte == UInt8(ascii: "["), rest.first == UInt8(ascii: ":") {
                guard let close = rest.firstIndex(of: UInt8(ascii: "]")) else { return nil }
                let name = rest[(rest.startIndex + 1)..<close]
                guard name.last == UInt8(ascii: ":") else {
                    set.members.insert(byte)
                    previous = byte
                    continue
                }
                guard let bytes = named[String(decoding: name.dropLast(), as: UTF8.self)] else { return nil }
                set.members.formUnion(bytes)
                previous = nil
                rest = rest[(close + 1)...]
            } else {
                guard let member = byte == UInt8(ascii: "\\") ? rest.popFirst() : byte else { return nil }
                set.members.insert(member)
                previous = member
            }
        }
        return nil
    }
}

/// The classes of POSIX in its own locale.
private let named: [String: [UInt8]] = {
    func bytes(_ isMember: (Character, UInt8) -> Bool) -> [UInt8] {
        (0..<128).filter { isMember(Character(Unicode.Scalar($0)), $0) }
    }
    let lower = bytes { character, _ in ("a"..."z").contains(character) }
    let upper = bytes { character, _ in ("A"..."Z").contains(character) }
    let digit = bytes { character, _ in ("0"..."9").contains(character) }
    let graph = bytes { _, byte in (0x21...0x7E).contains(byte) }
    return [
        "lower": lower, "upper": upper, "digit": digit, "alpha": lower + upper, "alnum": lower + upper + digit,
        "xdigit": digit + bytes { character, _ in ("a"..."f").contains(character) || ("A"..."F").contains(character) },
        "blank": bytes { _, byte in byte == 0x20 || byte == 0x09 },
        "space": bytes { _, byte in byte == 0x20 || (0x09...0x0D).contains(byte) },
        "cntrl": bytes { _, byte in byte < 0x20 || byte == 0x7F }, "print": graph + [0x20], "graph": graph,
        "punct": graph.filter { !(lower + upper + digit).contains($0) },
    ]
}()
