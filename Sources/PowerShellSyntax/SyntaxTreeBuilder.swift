/// Builds a ``SyntaxTree`` from the top: `open` a node, add what is in it, `close` it.
struct SyntaxTreeBuilder {
    private(set) var records: [SyntaxTree.Record] = []
    private var path: [Int] = []
    /// Where nodes first stand deeper than ``nestingLimit``.
    private(set) var tooDeep: Int?

    /// The engine gives up at a few thousand brackets in each other; whoever walks the tree by recursion needs an end too.
    static let nestingLimit = 2_000

    /// Starts a node inside the one that is open; where it ends is not known yet.
    mutating func open(_ record: SyntaxTree.Record) {
        append(record)
        path.append(records.count - 1)
        noteDepth(path.count, at: record)
    }

    /// Ends the node that was opened last.
    mutating func close(end: Int) {
        let index = path.removeLast()
        records[index].end = UInt32(end)
        records[index].subtreeEnd = Int32(records.count)
    }

    /// A node without children.
    mutating func leaf(_ record: SyntaxTree.Record) {
        append(record)
        noteDepth(path.count + 1, at: record)
    }

    private mutating func append(_ record: SyntaxTree.Record) {
        var record = record
        record.parent = Int32(path.last ?? 0)
        record.subtreeEnd = Int32(records.count + 1)
        records.append(record)
    }

    private mutating func noteDepth(_ depth: Int, at record: SyntaxTree.Record) {
        if depth > Self.nestingLimit, tooDeep == nil { tooDeep = Int(record.start) }
    }
}
