/// A statement, seen as what it is.
public enum Statement: Hashable, Sendable {
    case pipeline(Pipeline)
    case pipelineChain(PipelineChain)
    case assignment(AssignmentStatement)
    /// The right side of an assignment that is an expression alone has no pipeline around it.
    case commandExpression(CommandExpression)
    case `if`(IfStatement)
    case `switch`(SwitchStatement)
    case `for`(ForStatement)
    case forEach(ForEachStatement)
    /// `while`, `do … while` and `do … until`.
    case loop(LoopStatement)
    case `try`(TryStatement)
    case trap(TrapStatement)
    case data(DataStatement)
    /// `break`, `continue`, `return`, `exit`, `throw`.
    case flow(FlowStatement)
    case function(FunctionDefinition)
    case type(TypeDefinition)
    case using(UsingStatement)
    /// `parallel { }` and `sequence { }` of a workflow.
    case block(BlockStatement)
    case error(Node)

    public init?(_ node: Node) {
        switch node.kind {
        case .pipeline: self = .pipeline(Pipeline(node)!)
        case .pipelineChain: self = .pipelineChain(PipelineChain(node)!)
        case .assignmentStatement: self = .assignment(AssignmentStatement(node)!)
        case .commandExpression: self = .commandExpression(CommandExpression(node)!)
        case .ifStatement: self = .if(IfStatement(node)!)
        case .switchStatement: self = .switch(SwitchStatement(node)!)
        case .forStatement: self = .for(ForStatement(node)!)
        case .forEachStatement: self = .forEach(ForEachStatement(node)!)
        case .whileStatement, .doWhileStatement, .doUntilStatement: self = .loop(LoopStatement(node)!)
        case .tryStatement: self = .try(TryStatement(node)!)
        case .trapStatement: self = .trap(TrapStatement(node)!)
        case .dataStatement: self = .data(DataStatement(node)!)
        case .breakStatement, .continueStatement, .returnStatement, .exitStatement, .throwStatement:
            self = .flow(FlowStatement(node)!)
        case .functionDefinition: self = .function(FunctionDefinition(node)!)
        case .typeDefinition: self = .type(TypeDefinition(node)!)
        case .usingStatement: self = .using(UsingStatement(node)!)
        case .blockStatement: self = .block(BlockStatement(node)!)
        case .errorStatement: self = .error(node)
        default: return nil
        }
    }

    public var node: Node {
        switch self {
        case .pipeline(let view): view.node
        case .pipelineChain(let view): view.node
        case .assignment(let view): view.node
        case .commandExpression(let view): view.node
        case .if(let view): view.node
        case .switch(let view): view.node
        case .for(let view): view.node
        case .forEach(let view): view.node
        case .loop(let view): view.node
        case .try(let view): view.node
        case .trap(let view): view.node
        case .data(let view): view.node
        case .flow(let view): view.node
        case .function(let view): view.node
        case .type(let view): view.node
        case .using(let view): view.node
        case .block(let view): view.node
        case .error(let node): node
        }
    }

    public var extent: Extent { node.extent }
    public var text: String { node.text }

    /// The expression of a statement that is nothing else: `1` of `@{ a = 1 }`, `$x` of `($x)`.
    public var soleExpression: Expression? {
        switch self {
        case .commandExpression(let view): view.expression
        case .pipeline(let pipeline):
            pipeline.elements.count == 1 ? CommandExpression(pipeline.elements[0])?.expression : nil
        default: nil
        }
    }

    /// The command of a statement that is nothing else.
    public var soleCommand: Command? {
        guard case .pipeline(let pipeline) = self, pipeline.elements.count == 1 else { return nil }
        return Command(pipeline.elements[0])
    }
}

public struct StatementBlock: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .statementBlock else { return nil }; self.node = node }

    public var statements: [Statement] { node.children.compactMap { Statement($0) } }
    public var traps: [TrapStatement] { node.children(as: TrapStatement.self) }
}

public struct Pipeline: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .pipeline else { return nil }; self.node = node }

    /// Each a `Command` or a `CommandExpression`.
    public var elements: [Node] { Array(node.children) }
    /// Ended by `&`.
    public var isBackground: Bool { node.form == 1 }
}

/// `a && b`, `a || b`; longer chains lean to the left.
public struct PipelineChain: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .pipelineChain else { return nil }; self.node = node }

    public var left: Statement { Statement(node.child(.left)!)! }
    public var right: Statement { Statement(node.child(.right)!)! }
    /// `&&` or `||`.
    public var `operator`: String { node.tokenText }
    public var isBackground: Bool { node.form == 1 }
}

public struct AssignmentStatement: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .assignmentStatement else { return nil }; self.node = node }

    public var left: Expression { Expression(node.child(.left)!)! }
    public var right: Statement { Statement(node.child(.right)!)! }
    /// `=`, `+=`, `-=`, `*=`, `/=`, `%=`, `??=`.
    public var `operator`: String { node.tokenText }
}

public struct IfStatement: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .ifStatement else { return nil }; self.node = node }

    public var clauses: [(condition: Statement, body: StatementBlock)] {
        zip(node.children(.condition), node.children(.body)).map { (Statement($0)!, StatementBlock($1)!) }
    }
    public var elseClause: StatementBlock? { node.child(.elseClause).flatMap(StatementBlock.init) }
}

public struct SwitchStatement: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .switchStatement else { return nil }; self.node = node }

    public var condition: Node? { node.child(.condition) }
    /// `key { body }`; a `default` clause is not among them.
    public var clauses: [(key: Expression, body: StatementBlock)] {
        zip(node.children(.key), node.children(.body)).map { (Expression($0)!, StatementBlock($1)!) }
    }
    public var defaultClause: StatementBlock? { node.child(.elseClause).flatMap(StatementBlock.init) }
}

public struct ForStatement: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .forStatement else { return nil }; self.node = node }

    public var initializer: Statement? { node.child(.initializer).flatMap { Statement($0) } }
    public var condition: Statement? { node.child(.condition).flatMap { Statement($0) } }
    public var iterator: Statement? { node.child(.iterator).flatMap { Statement($0) } }
    public var body: StatementBlock { StatementBlock(node.child(.body)!)! }
}

public struct ForEachStatement: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .forEachStatement else { return nil }; self.node = node }

    public var variable: VariableExpression { VariableExpression(node.child(.variable)!)! }
    public var condition: Statement { Statement(node.child(.condition)!)! }
    public var body: StatementBlock { StatementBlock(node.child(.body)!)! }
}

public struct LoopStatement: Ast {
    public let node: Node
    public init?(_ node: Node) {
        guard [.whileStatement, .doWhileStatement, .doUntilStatement].contains(node.kind) else { return nil }
        self.node = node
    }

    public var condition: Statement? { node.child(.condition).flatMap { Statement($0) } }
    public var body: StatementBlock { StatementBlock(node.child(.body)!)! }
}

public struct TryStatement: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .tryStatement else { return nil }; self.node = node }

    public var body: StatementBlock { StatementBlock(node.child(.body)!)! }
    public var catchClauses: [CatchClause] { node.children(as: CatchClause.self) }
    public var finally: StatementBlock? { node.child(.finallyClause).flatMap(StatementBlock.init) }
}

public struct CatchClause: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .catchClause else { return nil }; self.node = node }

    /// Empty for a `catch` of everything.
    public var types: [TypeConstraint] { node.children(as: TypeConstraint.self) }
    public var body: StatementBlock { StatementBlock(node.child(.body)!)! }
}

public struct TrapStatement: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .trapStatement else { return nil }; self.node = node }

    public var type: TypeConstraint? { node.children(as: TypeConstraint.self).first }
    public var body: StatementBlock { StatementBlock(node.child(.body)!)! }
}

public struct DataStatement: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .dataStatement else { return nil }; self.node = node }

    public var body: StatementBlock { StatementBlock(node.child(.body)!)! }
}

public struct BlockStatement: Ast {
    public let node: Node
    public init?(_ node: Node) { guard node.kind == .blockStatement else { return nil }; self.node = node }

    public var body: StatementBlock { StatementBlock(node.child(.body)!)! }
}

/// `break`, `continue`, `return`, `exit` or `throw`; the node's kind says which.
public struct FlowStatement: Ast {
    public let node: Node
    public init?(_ node: Node) {
        guard [.breakStatement, .continueStatement, .returnStatement, .exitStatement, .throwStatement].contains(node.kind)
        else { return nil }
        self.node = node
    }

    /// What is returned, thrown or given as exit code.
    public var pipeline: Statement? { node.children.compactMap { Statement($0) }.first }
    /// The label of a `break` or `continue`.
    public var label: Expression? { node.children.compactMap { Expression($0) }.first }
}
