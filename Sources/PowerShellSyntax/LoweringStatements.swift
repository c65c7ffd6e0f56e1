// Statements: what may stand on a line of its own.

extension Lowering {
    /// The statements among a node's children.
    mutating func statements(in node: ConcreteNode) {
        var parts = children(node)
        var next = parts.next()
        while let part = next {
            next = parts.next()
            if isStatement(part) { statement(part, background: next?.rule == .backgroundOperator) }
        }
    }

    /// From the first statement among a node's children to the last; nil where there is none.
    func statementExtent(in node: ConcreteNode) -> Range<Int>? {
        var extent: Range<Int>?
        for part in children(node) where isStatement(part) { extent = (extent?.lowerBound ?? part.start)..<part.end }
        return extent
    }

    func isStatement(_ node: ConcreteNode) -> Bool {
        switch node.rule {
        case .ifStatement, .switchStatement, .foreachStatement, .forStatement, .whileStatement, .doStatement,
            .tryStatement, .trapStatement, .dataStatement, .blockStatement, .functionDefinition, .classDefinition,
            .enumDefinition, .assignmentStatement, .pipeline, .pipelineChain, .returnStatement, .throwStatement,
            .exitStatement, .breakStatement, .continueStatement, .error:
            true
        default: false
        }
    }

    mutating func lowerStatement(_ node: ConcreteNode, _ role: Role, background: Bool) {
        switch node.rule {
        case .pipeline: pipeline(node, role, background: background)
        case .pipelineChain: pipelineChain(node, role, background: background)
        case .assignmentStatement: assignment(node, role, background: background)
        case .ifStatement: ifStatement(node, role)
        case .switchStatement: switchStatement(node, role)
        case .foreachStatement: forEachStatement(node, role)
        case .forStatement: forStatement(node, role)
        case .whileStatement: loop(.whileStatement, node, role)
        case .doStatement: doStatement(node, role)
        case .tryStatement: tryStatement(node, role)
        case .trapStatement: trapStatement(node, role)
        case .dataStatement: block(.dataStatement, node, role)
        case .blockStatement: block(.blockStatement, node, role)
        case .returnStatement: flow(.returnStatement, node, role, background: background)
        case .throwStatement: flow(.throwStatement, node, role, background: background)
        case .exitStatement: flow(.exitStatement, node, role, background: background)
        case .breakStatement: flow(.breakStatement, node, role, background: background)
        case .continueStatement: flow(.continueStatement, node, role, background: background)
        case .functionDefinition: functionDefinition(node, role)
        case .classDefinition, .enumDefinition: typeDefinition(node, role)
        default: error(node, role)
        }
    }

    mutating func statementBlock(_ node: ConcreteNode, _ role: Role) {
        open(.statementBlock, role, at: node.start)
        statements(in: node)
        close(at: node.end)
    }

    private mutating func assignment(_ node: ConcreteNode, _ role: Role, background: Bool) {
        open(.assignmentStatement, role, at: node.start, token: child(.operator, of: node)?.range)
        for part in children(node) {
            switch part.field {
            case .left: expression(part, .left)
            case .right:
                // An expression alone has no pipeline around it here.
                if !background, let expression = soleExpression(of: part) {
                    pipelineElement(expression, .right)
                } else {
                    statement(part, .right, background: background)
                }
            default: break
            }
        }
        close(at: node.end)
    }

    private func soleExpression(of node: ConcreteNode) -> ConcreteNode? {
        guard node.rule == .pipeline else { return nil }
        var parts = children(node)
        guard let first = parts.next(), first.rule != .command, parts.next() == nil else { return nil }
        return first
    }

    // MARK: Branches

    private mutating func ifStatement(_ node: ConcreteNode, _ role: Role) {
        open(.ifStatement, role, at: node.start)
        conditionAndBody(node)
        for clause in children(node) where clause.field == .clauses {
            if clause.rule == .elseClause {
                body(of: clause, .elseClause)
            } else {
                conditionAndBody(clause)
            }
        }
        close(at: node.end)
    }

    private mutating func conditionAndBody(_ node: ConcreteNode) {
        for part in children(node) {
            switch part.field {
            case .condition: statement(part, .condition)
            case .body: statementBlock(part, .body)
            default: break
            }
        }
    }

    private mutating func body(of node: ConcreteNode, _ role: Role = .body) {
        if let body = child(.body, of: node) { statementBlock(body, role) }
    }

    private mutating func switchStatement(_ node: ConcreteNode, _ role: Role) {
        let readsFile = children(node).contains { $0.field == .flags && isFlag($0, "-file") }
        open(.switchStatement, role, at: node.start)
        for part in children(node) {
            switch part.field {
            case .condition: switchCondition(part, isFile: readsFile)
            case .clauses: switchClause(part)
            default: break
            }
        }
        close(at: node.end)
    }

    /// Flags can be abbreviated as far as one likes.
    private func isFlag(_ node: ConcreteNode, _ name: String) -> Bool {
        node.end > node.start + 1 && name.hasPrefix(text(node).lowercased())
    }

    /// What is switched on stands in the statement's own parentheses, the name of a file does not.
    private mutating func switchCondition(_ node: ConcreteNode, isFile: Bool) {
        if !isFile, node.rule == .parenthesizedExpression {
            if let inner = children(node).first(where: isStatement) { statement(inner, .condition) }
        } else {
            open(.pipeline, .condition, at: node.start)
            pipelineElement(node)
            close(at: node.end)
        }
    }

    private mutating func switchClause(_ node: ConcreteNode) {
        guard let key = child(.condition, of: node) else { return }
        if key.rule == .default {
            body(of: node, .elseClause)
        } else {
            expression(key, .key)
            body(of: node)
        }
    }

    // MARK: Loops

    private mutating func loop(_ kind: Kind, _ node: ConcreteNode, _ role: Role) {
        open(kind, role, at: node.start)
        conditionAndBody(node)
        close(at: node.end)
    }

    private mutating func doStatement(_ node: ConcreteNode, _ role: Role) {
        let isUntil = children(node).contains { isToken($0, "until") }
        loop(isUntil ? .doUntilStatement : .doWhileStatement, node, role)
    }

    private mutating func forEachStatement(_ node: ConcreteNode, _ role: Role) {
        open(.forEachStatement, role, at: node.start)
        for part in children(node) {
            switch part.field {
            case .variable: plainVariable(part, .variable)
            case .collection: statement(part, .condition)
            case .body: statementBlock(part, .body)
            default: break
            }
        }
        close(at: node.end)
    }

    private mutating func forStatement(_ node: ConcreteNode, _ role: Role) {
        open(.forStatement, role, at: node.start)
        for part in children(node) {
            switch part.field {
            case .initializer: statement(part, .initializer)
            case .condition: statement(part, .condition)
            case .iterator: statement(part, .iterator)
            case .body: statementBlock(part, .body)
            default: break
            }
        }
        close(at: node.end)
    }

    // MARK: Errors and blocks

    private mutating func tryStatement(_ node: ConcreteNode, _ role: Role) {
        open(.tryStatement, role, at: node.start)
        for part in children(node) {
            switch part.field {
            case .body: statementBlock(part, .body)
            case .clauses: catchClause(part)
            case .finally: body(of: part, .finallyClause)
            default: break
            }
        }
        close(at: node.end)
    }

    private mutating func catchClause(_ node: ConcreteNode) {
        open(.catchClause, at: node.start)
        for type in children(node) where type.field == .types { typeConstraint(type, .catchType) }
        body(of: node)
        close(at: node.end)
    }

    private mutating func trapStatement(_ node: ConcreteNode, _ role: Role) {
        open(.trapStatement, role, at: node.start)
        if let type = child(.type, of: node) { typeConstraint(type) }
        body(of: node)
        close(at: node.end)
    }

    private mutating func block(_ kind: Kind, _ node: ConcreteNode, _ role: Role) {
        open(kind, role, at: node.start)
        body(of: node)
        close(at: node.end)
    }

    private mutating func flow(_ kind: Kind, _ node: ConcreteNode, _ role: Role, background: Bool) {
        open(kind, role, at: node.start)
        for part in children(node) {
            switch part.field {
            case .value: statement(part, .value, background: background)
            case .label: expression(part, .label)
            default: break
            }
        }
        close(at: node.end)
    }

    // MARK: What could not be read

    /// Keeps of a broken construct what is whole.
    mutating func error(_ node: ConcreteNode, _ role: Role) {
        open(.errorStatement, role, at: node.start)
        for part in children(node) {
            if part.rule == .error, part.isLeaf {
                continue
            } else if isStatement(part) {
                statement(part)
            } else if isExpression(part) {
                expression(part)
            } else if part.rule == .statementBlock {
                statementBlock(part, .none)
            } else if part.rule == .command {
                pipelineElement(part)
            }
        }
        close(at: node.end)
    }
}
