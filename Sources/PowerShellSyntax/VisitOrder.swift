// The tree as Microsoft's parser tells it, to be compared with it node by node.

extension SyntaxTree {
    /// Every node with its depth, parents first, siblings in the order in which Microsoft's visitors come by.
    public var nodesAsVisited: [(node: Node, depth: Int)] {
        var result: [(node: Node, depth: Int)] = []
        result.reserveCapacity(records.count)
        var ahead = [(node: root.node, depth: 0)]
        while let next = ahead.popLast() {
            result.append(next)
            ahead.append(contentsOf: next.node.childrenAsVisited.reversed().map { ($0, next.depth + 1) })
        }
        return result
    }
}

extension Node {
    fileprivate var childrenAsVisited: [Node] {
        let children = Array(self.children)
        let order: (Node) -> Int
        switch kind {
        case .scriptBlock: order = { Self.orderOfBlocks[$0.role] ?? 0 }
        case .namedBlock, .statementBlock: order = { $0.kind == .trapStatement ? 0 : 1 }
        case .doWhileStatement, .doUntilStatement: order = { $0.role == .condition ? 0 : 1 }
        case .switchStatement: order = { $0.role == .elseClause ? 1 : 0 }
        case .attribute: order = { $0.kind == .namedAttributeArgument ? 1 : 0 }
        case .command, .commandExpression: order = { $0.role == .redirection ? 1 : 0 }
        case .propertyMember, .functionMember: order = { Self.orderOfMembers[$0.kind] ?? 2 }
        default: return children
        }
        // Sorting keeps the order of equals only if told so.
        return children.enumerated()
            .sorted { (order($0.element), $0.offset) < (order($1.element), $1.offset) }
            .map(\.element)
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
