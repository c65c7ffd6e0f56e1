// The tree as Microsoft's parser tells it, to be compared with it node by node.

extension SyntaxTree {
    /// Every node with its depth, parents first, siblings in the order in which Microsoft's visitors come by.
    public var nodesAsVisited: VisitedNodes { VisitedNodes(tree: self) }
}

/// The nodes of a tree with their depths in the order of Microsoft's visitors.
public struct VisitedNodes: Sequence, IteratorProtocol {
    private let tree: SyntaxTree
    /// The nodes ahead, the next one last.
    private var ahead: [(index: Int, depth: Int)] = [(0, 0)]

    init(tree: SyntaxTree) {
        self.tree = tree
    }

    public mutating func next() -> (node: Node, depth: Int)? {
        guard let (index, depth) = ahead.popLast() else { return nil }
        let node = Node(tree: tree, index: index)
        let first = ahead.count
        for child in node.children { ahead.append((child.index, depth + 1)) }
        if let rank = node.rankOfChildren { order(from: first, by: rank) }
        ahead[first...].reverse()
        return (node, depth)
    }

    /// Children of a lower rank first, those of one rank as they stand in the text.
    private mutating func order(from first: Int, by rank: (Node) -> Int) {
        let ranks = ahead[first...].map { rank(Node(tree: tree, index: $0.index)) }
        if zip(ranks, ranks.dropFirst()).allSatisfy({ $0 <= $1 }) { return }
        let sorted = zip(ranks, ahead[first...]).sorted { ($0.0, $0.1.index) < ($1.0, $1.1.index) }
        ahead.replaceSubrange(first..., with: sorted.map(\.1))
    }
}

extension Node {
    /// What the children's order depends on beside the text; nil where nothing.
    fileprivate var rankOfChildren: ((Node) -> Int)? {
        switch kind {
        case .scriptBlock: { Self.orderOfBlocks[$0.role] ?? 0 }
        case .namedBlock, .statementBlock: { $0.kind == .trapStatement ? 0 : 1 }
        case .doWhileStatement, .doUntilStatement: { $0.role == .condition ? 0 : 1 }
        case .switchStatement: { $0.role == .elseClause ? 1 : 0 }
        case .attribute: { $0.kind == .namedAttributeArgument ? 1 : 0 }
        case .command, .commandExpression: { $0.role == .redirection ? 1 : 0 }
        case .propertyMember, .functionMember: { Self.orderOfMembers[$0.kind] ?? 2 }
        default: nil
        }
    }

    private static let orderOfMembers: [Kind: Int] = [.typeConstraint: 0, .attribute: 1]
    private static let orderOfBlocks: [Role: Int] = [
        .dynamicParamBlock: 1, .beginBlock: 2, .processBlock: 3, .endBlock: 4, .cleanBlock: 5,
    ]

    /// The extent as Microsoft's parser has it: where nothing is written, that is nowhere (0 to 0).
    public var engineExtent: Extent {
        let nowhere = Extent(0, 0)
        switch kind {
        case .statementBlock where extent.isEmpty: return nowhere
        case .namedBlock where form == 1 && isBodyOfBraces && isWithoutStatements:
            // It compares columns, also where the braces stand on different lines.
            let braces = parent!.extent
            return tree.source.column(at: braces.start) + 1 == tree.source.column(at: braces.end - 1) ? nowhere : extent
        case .commandExpression, .baseCtorInvokeMemberExpression, .variableExpression, .stringConstantExpression:
            return extent.isEmpty ? nowhere : extent
        default: return extent
        }
    }

    private var isBodyOfBraces: Bool { parent.map { $0.index > 0 && $0.extent.end - $0.extent.start >= 2 } ?? false }

    private var isWithoutStatements: Bool {
        !parent!.children.contains { $0.kind == .paramBlock } && children.allSatisfy { $0.isCallOfBaseConstructor }
    }

    private var isCallOfBaseConstructor: Bool {
        kind == .commandExpression && children.contains { $0.kind == .baseCtorInvokeMemberExpression }
    }
}
