// The views of the tree take it for granted that a node has what its class can't do without. In a script with errors the
// parser may have found only part of it; such a node becomes an error, so that the views stay right.

/// Turns every node that lacks a mandatory part into an error statement or expression.
func replaceIncompleteNodes(in records: inout [SyntaxTree.Record]) {
    // Children stand behind their parent: backwards, they are judged before it.
    for index in records.indices.reversed() where index > 0 && !isComplete(index, in: records) {
        records[index].kind = isStatement(records[index].kind) ? .errorStatement : .errorExpression
        records[index].form = 0
    }
}

private func isComplete(_ index: Int, in records: [SyntaxTree.Record]) -> Bool {
    let children = ChildRecords(records: records, position: index + 1, end: Int(records[index].subtreeEnd))
    func has(_ role: Role, _ test: (Kind) -> Bool) -> Bool {
        let matching = children.filter { $0.role == role }
        return !matching.isEmpty && matching.allSatisfy { test($0.kind) }
    }
    func hasAny(_ test: (Kind) -> Bool) -> Bool { children.contains { test($0.kind) } }
    func arePairs(_ first: Role, _ firstTest: (Kind) -> Bool, _ second: Role, _ secondTest: (Kind) -> Bool) -> Bool {
        let firsts = children.filter { $0.role == first }
        let seconds = children.filter { $0.role == second }
        return firsts.count == seconds.count && firsts.allSatisfy { firstTest($0.kind) }
            && seconds.allSatisfy { secondTest($0.kind) }
    }
    func isBlock(_ kind: Kind) -> Bool { kind == .statementBlock }
    func isVariable(_ kind: Kind) -> Bool { kind == .variableExpression }
    func isScriptBlock(_ kind: Kind) -> Bool { kind == .scriptBlock }

    switch records[index].kind {
    case .parameter: return has(.variable, isVariable)
    case .functionDefinition: return has(.body, isScriptBlock)
    case .ifStatement:
        return has(.condition, isStatement) && arePairs(.condition, isStatement, .body, isBlock)
    case .switchStatement: return arePairs(.key, isExpression, .body, isBlock)
    case .forEachStatement: return has(.variable, isVariable) && has(.condition, isStatement) && has(.body, isBlock)
    case .forStatement, .tryStatement, .catchClause, .trapStatement, .dataStatement, .blockStatement: return has(.body, isBlock)
    case .whileStatement, .doWhileStatement, .doUntilStatement: return has(.condition, isStatement) && has(.body, isBlock)
    case .assignmentStatement: return has(.left, isExpression) && has(.right, isStatement)
    case .pipelineChain: return has(.left, isStatement) && has(.right, isStatement)
    case .commandExpression, .fileRedirection, .unaryExpression, .usingExpression: return hasAny(isExpression)
    case .binaryExpression: return has(.left, isExpression) && has(.right, isExpression)
    case .ternaryExpression:
        return has(.condition, isExpression) && has(.whenTrue, isExpression) && has(.whenFalse, isExpression)
    case .convertExpression: return hasAny { $0 == .typeConstraint } && hasAny(isExpression)
    case .attributedExpression: return hasAny(isExpression)
    case .memberExpression, .invokeMemberExpression, .baseCtorInvokeMemberExpression:
        return has(.target, isExpression) && has(.member, isExpression)
    case .indexExpression: return has(.target, isExpression) && has(.argument, isExpression)
    case .arrayExpression, .subExpression: return has(.body, isBlock)
    case .parenExpression: return hasAny(isStatement)
    case .scriptBlockExpression: return hasAny(isScriptBlock)
    case .hashtable: return arePairs(.key, isExpression, .value, isStatement)
    default: return true
    }
}

/// Whether ``Statement`` has a case for it.
private func isStatement(_ kind: Kind) -> Bool {
    switch kind {
    case .pipeline, .pipelineChain, .assignmentStatement, .commandExpression, .ifStatement, .switchStatement, .forStatement,
        .forEachStatement, .whileStatement, .doWhileStatement, .doUntilStatement, .tryStatement, .trapStatement,
        .dataStatement, .breakStatement, .continueStatement, .returnStatement, .exitStatement, .throwStatement,
        .functionDefinition, .typeDefinition, .usingStatement, .blockStatement, .errorStatement:
        true
    default: false
    }
}

/// Whether ``Expression`` has a case for it.
private func isExpression(_ kind: Kind) -> Bool {
    switch kind {
    case .binaryExpression, .unaryExpression, .ternaryExpression, .convertExpression, .attributedExpression,
        .typeExpression, .memberExpression, .invokeMemberExpression, .baseCtorInvokeMemberExpression, .indexExpression,
        .arrayExpression, .arrayLiteral, .subExpression, .parenExpression, .scriptBlockExpression, .hashtable,
        .variableExpression, .constantExpression, .stringConstantExpression, .expandableStringExpression,
        .usingExpression, .errorExpression:
        true
    default: false
    }
}

private struct ChildRecords: Sequence, IteratorProtocol {
    let records: [SyntaxTree.Record]
    var position: Int
    let end: Int

    mutating func next() -> SyntaxTree.Record? {
        guard position < end else { return nil }
        let record = records[position]
        position = Int(record.subtreeEnd)
        return record
    }
}
