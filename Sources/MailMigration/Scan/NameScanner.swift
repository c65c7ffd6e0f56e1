/// Looks for any of some names in one pass over the bytes: the automaton of Aho and Corasick, as a table.
///
/// Case does not count, nor does what a script may put into a word without changing what it means: backticks and quotes.
/// Bytes beyond ASCII are passed over too, for quotes come in curved forms; and so are NUL bytes, so that UTF-16 without a
/// mark is seen for what it is.
///
/// Source: A. V. Aho, M. J. Corasick, Efficient string matching, CACM 18 (1975).
struct NameScanner: Sendable {
    /// For each state and byte the next state; ``found`` where a name is complete.
    private let next: [UInt16]
    private static let found = UInt16.max

    /// What gives a sender away: its name, or a character that is written as its number and may be part of one.
    static let senders = NameScanner(SenderNames.all + "0123456789abcdef".map { "u{\($0)" })

    init(_ names: [String]) {
        var tree = NameTree()
        for name in names { tree.add(name.lowercased().utf8.filter { !isPassedOver($0) }) }
        next = tree.table(found: Self.found)
    }

    func finds(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        next.withUnsafeBufferPointer { next in
            var row = 0
            for byte in bytes {
                let state = next[row | Int(byte)]
                if state == Self.found { return true }
                row = Int(state) << 8
            }
            return false
        }
    }
}

/// The names as a tree of their beginnings, from which the table is made.
private struct NameTree {
    private struct Node {
        var children: [UInt8: Int] = [:]
        /// The longest end of this beginning that is a beginning too.
        var fallback = 0
        var isName = false
    }

    private var nodes = [Node()]

    mutating func add(_ name: [UInt8]) {
        var node = 0
        for byte in name {
            if let child = nodes[node].children[byte] {
                node = child
            } else {
                nodes.append(Node())
                nodes[node].children[byte] = nodes.count - 1
                node = nodes.count - 1
            }
        }
        nodes[node].isName = true
    }

    /// 256 entries for each node.
    func table(found: UInt16) -> [UInt16] {
        var nodes = nodes
        var table = [UInt16](repeating: 0, count: nodes.count * 256)
        // Breadth first: what a node falls back to comes before it.
        var queue = [0]
        var position = 0
        while position < queue.count {
            let node = queue[position]
            position += 1
            func entry(_ byte: UInt8) -> Int { node << 8 | Int(byte) }
            for byte in UInt8.min...UInt8.max where byte == lowercased(byte) {
                // The root falls back to nothing, what is below it to a node whose row is there.
                let fallback = node == 0 ? 0 : table[nodes[node].fallback << 8 | Int(byte)]
                if isPassedOver(byte) {
                    table[entry(byte)] = UInt16(node)
                } else if let child = nodes[node].children[byte] {
                    // It may end with a shorter name.
                    if fallback == found { nodes[child].isName = true } else { nodes[child].fallback = Int(fallback) }
                    table[entry(byte)] = nodes[child].isName ? found : UInt16(child)
                    queue.append(child)
                } else {
                    table[entry(byte)] = fallback
                }
            }
            for byte in UInt8.min...UInt8.max { table[entry(byte)] = table[entry(lowercased(byte))] }
        }
        return table
    }
}

/// Whether a byte counts for nothing when names are compared. Names do without K too, for it has a second form, the sign of the
/// kelvin, which is not ASCII.
func isPassedOver(_ byte: UInt8) -> Bool {
    byte == 0 || byte >= 0x80 || "`'\"kK".utf8.contains(byte)
}

func lowercased(_ byte: UInt8) -> UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte }
