/// Builds a ``SyntaxTree`` from the top: `open` a node, add what is in it, `close` it.
struct SyntaxTreeBuilder {
    private(set) var records: [SyntaxTree.Record] = []
    private var path: [Int] = []
    /// Where nodes first stand deeper than ``nestingLimit``.
    private(set) var tooDeep: Int?

    /// The engine gives up at a few thousand brackets in each other; whoever walks the tree by recursion needs an end too.
    static let nestingLimit = 2_000

    /// Starts a node inside the one that is open.
    mutating func open(_ kind: Kind, role: Role = .none, form: UInt8 = 0, start: Int, token: Range<Int>? = nil) {
        append(kind, role, form, start: start, end: start, token)
        path.append(records.count - 1)
        noteDepth(path.count, at: start)
    }

    private mutating func append(_ kind: Kind, _ role: Role, _ form: UInt8, start: Int, end: Int, _ token: Range<Int>?) {
        records.append(
            SyntaxTree.Record(
                kind: kind, role: role, form: form, start: UInt32(start), end: UInt32(end),
                parent: Int32(path.last ?? 0), subtreeEnd: Int32(records.count + 1),
                tokenStart: UInt32(token?.lowerBound ?? start), tokenEnd: UInt32(token?.upperBound ?? start)))
    }

    private mutating func noteDepth(_ depth: Int, at start: Int) {
        if depth > Self.nestingLimit, tooDeep == nil { tooDeep = start }
    }

    /// Ends the node that was opened last.
    mutating func close(end: Int) {
        let index = path.removeLast()
        records[index].end = UInt32(end)
        records[index].subtreeEnd = Int32(records.count)
    }

    /// A node without children.
    mutating func leaf(_ kind: Kind, role: Role = .none, form: UInt8 = 0, _ extent: Range<Int>, token: Range<Int>? = nil) {
        append(kind, role, form, start: extent.lowerBound, end: extent.upperBound, token)
        noteDepth(path.count + 1, at: extent.lowerBound)
    }
}
