/// The AST of one script, in one flat array in the order of the text, parents before their children.
///
/// A node is an index. Children follow their parent directly and a node knows where its descendants end, so walking,
/// searching and asking for a parent cost no allocation, and nesting of any depth needs no recursion.
/// Read it through the typed views (``Command``, ``IfStatement``, …).
public final class SyntaxTree: Sendable {
    struct Record {
        var kind: Kind
        var role: Role
        /// Which of a few forms the node has (the view of its kind says of what).
        var form: UInt8
        var start: UInt32
        var end: UInt32
        /// Index of the parent; the root is its own.
        var parent: Int32
        /// Index just past the last descendant.
        var subtreeEnd: Int32
        /// The token that the kind's view reads beside its children: an operator, a name.
        var tokenStart: UInt32
        var tokenEnd: UInt32

        /// Of a node whose place in a tree is not known yet.
        init(_ kind: Kind, _ role: Role, form: UInt8, _ extent: Range<Int>, token: Range<Int>?) {
            self.kind = kind
            self.role = role
            self.form = form
            start = UInt32(extent.lowerBound)
            end = UInt32(extent.upperBound)
            parent = 0
            subtreeEnd = 0
            tokenStart = UInt32(token?.lowerBound ?? extent.lowerBound)
            tokenEnd = UInt32(token?.upperBound ?? extent.lowerBound)
        }
    }

    public let source: SourceText
    /// What could not be parsed, as the parser came upon it: the first is the one to mend. Empty when the whole script
    /// was understood.
    public let errors: [SyntaxError]
    /// Comments, in the order of the text: `# …` without its line end, `<# … #>` whole.
    public let comments: [Extent]
    let records: [Record]

    init(source: SourceText, records: [Record], comments: [Extent], errors: [SyntaxError]) {
        self.source = source
        self.records = records
        self.comments = comments
        self.errors = errors
    }

    public var root: ScriptBlock { ScriptBlock(Node(tree: self, index: 0))! }

    /// Every node, parents first.
    public var nodes: NodeSequence { NodeSequence(tree: self, position: 0, end: records.count) }

    /// Every node of one class, in the order of the text.
    public func all<View: Ast>(_ type: View.Type) -> [View] {
        nodes.compactMap { View($0) }
    }

    /// The innermost node that covers the extent.
    public func innermostNode(covering extent: Extent) -> Node {
        var node = root.node
        while let inner = node.children.first(where: { $0.extent.contains(extent) }) { node = inner }
        return node
    }
}

/// A place in a ``SyntaxTree``.
public struct Node: Hashable, Sendable {
    public let tree: SyntaxTree
    public let index: Int

    init(tree: SyntaxTree, index: Int) {
        self.tree = tree
        self.index = index
    }

    var record: SyntaxTree.Record { tree.records[index] }

    public var kind: Kind { record.kind }
    public var role: Role { record.role }
    public var extent: Extent { Extent(Int(record.start), Int(record.end)) }
    /// The text as it stands in the script.
    public var text: String { tree.source.string(extent) }
    /// The token beside the children that the kind's view reads; empty where there is none.
    var token: Extent { Extent(Int(record.tokenStart), Int(record.tokenEnd)) }
    var tokenText: String { tree.source.string(token) }
    var form: UInt8 { record.form }

    public var parent: Node? { index == 0 ? nil : Node(tree: tree, index: Int(record.parent)) }

    /// How many ancestors the node has.
    public var depth: Int { ancestors.reduce(0) { count, _ in count + 1 } }

    /// The parent, its parent and so on up to the root.
    public var ancestors: some Sequence<Node> { sequence(first: self, next: \.parent).dropFirst() }

    public var children: ChildSequence { ChildSequence(tree: tree, position: index + 1, end: Int(record.subtreeEnd)) }

    /// Everything below the node, parents first, without the node.
    public var descendants: NodeSequence { NodeSequence(tree: tree, position: index + 1, end: Int(record.subtreeEnd)) }

    public func isDescendant(of other: Node) -> Bool {
        other.index < index && index < Int(other.record.subtreeEnd)
    }

    func child(_ role: Role) -> Node? { children.first { $0.role == role } }
    func children(_ role: Role) -> [Node] { children.filter { $0.role == role } }
    func children<View: Ast>(as type: View.Type) -> [View] { children.compactMap { View($0) } }

    /// The nearest ancestor of a class.
    public func enclosing<View: Ast>(_ type: View.Type) -> View? {
        for ancestor in ancestors { if let view = View(ancestor) { return view } }
        return nil
    }

    public static func == (a: Node, b: Node) -> Bool { a.index == b.index && a.tree === b.tree }
    public func hash(into hasher: inout Hasher) { hasher.combine(index) }
}

/// Nodes in the order of the text, parents first.
public struct NodeSequence: Sequence, IteratorProtocol, Sendable {
    let tree: SyntaxTree
    var position: Int
    let end: Int

    public mutating func next() -> Node? {
        guard position < end else { return nil }
        defer { position += 1 }
        return Node(tree: tree, index: position)
    }
}

/// The direct children of a node, in the order of the text.
public struct ChildSequence: Sequence, IteratorProtocol, Sendable {
    let tree: SyntaxTree
    var position: Int
    let end: Int

    public mutating func next() -> Node? {
        guard position < end else { return nil }
        defer { position = Int(tree.records[position].subtreeEnd) }
        return Node(tree: tree, index: position)
    }
}

/// A node seen as one class of Microsoft's AST.
public protocol Ast: Hashable, Sendable {
    var node: Node { get }
    /// Nil where the node is of another class.
    init?(_ node: Node)
}

extension Ast {
    public var extent: Extent { node.extent }
    public var text: String { node.text }
}

/// What the parser could not read.
public struct SyntaxError: Hashable, Sendable {
    public var extent: Extent
    /// Counted from 1.
    public var line: Int
    /// A sentence: what is wrong there.
    public var message: String
    /// What Microsoft's parser calls an error of this kind.
    public var id: String

    public init(extent: Extent, line: Int, message: String, id: String = "UnexpectedToken") {
        self.extent = extent
        self.line = line
        self.message = message
        self.id = id
    }
}
