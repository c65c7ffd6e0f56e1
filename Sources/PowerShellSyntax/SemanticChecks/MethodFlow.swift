/// What the engine's VariableAnalysis finds out of a method: whether its end can be reached, and which variables nothing sets.
///
/// The nodes are gone through once, in the order of the text, with the statements that are open in a list.
struct MethodFlow {
    private(set) var canReachEnd = true
    /// Those that can be reached and that no statement of the method sets, in the order of the text.
    private(set) var unsetVariables: [VariableExpression] = []
    private var open: [OpenStatement] = []
    private var setNames: Set<CaselessName>
    private let tree: SyntaxTree

    /// A statement or block within which the flow parts.
    private struct OpenStatement {
        let node: Node
        /// Whether it could be reached where the branch began that is open.
        var before: Bool
        /// Whether what follows can be reached by a branch that is over or by a jump.
        var after = false
        /// Of a loop: whether a `continue` or a command leads to its condition.
        var again = false
        /// Of a loop: whether its body is open.
        var isInBody = false
        /// Of a loop: whether a command in it can be reached.
        var hasCommand = false
    }

    init(of function: FunctionDefinition) {
        tree = function.node.tree
        setNames = Set((usualVariables + function.parameters.map(\.variable.name)).map(CaselessName.init))
        let body = function.body.node
        let nodes = Self.ownNodes(of: body)
        let targets = noteAssignments(in: nodes)
        for node in nodes {
            close(upTo: node.index)
            enter(node)
            if let variable = VariableExpression(node), canReachEnd, !targets.contains(node.index), variable.qualifier == nil,
                node.parent?.kind != .baseCtorInvokeMemberExpression, !setNames.contains(CaselessName(variable.name))
            {
                unsetVariables.append(variable)
            }
        }
        close(upTo: Int(body.record.subtreeEnd))
    }

    /// What runs in the method's own scope.
    private static func ownNodes(of body: Node) -> [Node] {
        var nodes: [Node] = []
        var index = body.index + 1
        while index < Int(body.record.subtreeEnd) {
            let node = Node(tree: body.tree, index: index)
            switch node.kind {
            case .scriptBlock, .functionDefinition, .typeDefinition, .trapStatement, .attribute, .paramBlock:
                index = Int(node.record.subtreeEnd)
            default:
                nodes.append(node)
                index += 1
            }
        }
        return nodes
    }

    /// The variables that are set, by index; their names are kept.
    private mutating func noteAssignments(in nodes: [Node]) -> Set<Int> {
        var targets: Set<Int> = []
        for node in nodes {
            var variables: [VariableExpression] = []
            switch node.kind {
            case .assignmentStatement: variables = AssignmentStatement(node)!.targets.compactMap(\.assignedVariable)
            case .forEachStatement:
                variables = [ForEachStatement(node)!.variable]
                setNames.insert(CaselessName("foreach"))
            case .switchStatement: setNames.insert(CaselessName("switch"))
            case .dataStatement:
                // Its variable is no node.
                let words = tree.source.string(node.extent).prefix { $0 != "{" }.split(whereSeparator: \.isWhitespace)
                setNames.formUnion(words.dropFirst().prefix(1).map { CaselessName(String($0)) })
            default: break
            }
            for variable in variables {
                targets.insert(variable.node.index)
                setNames.insert(CaselessName(variable.name))
            }
        }
        return targets
    }

    // MARK: Going in

    private mutating func enter(_ node: Node) {
        if let top = open.indices.last, open[top].node.index == node.parent?.index { enterPart(node, of: top) }
        switch node.kind {
        case .ifStatement:
            // Without an `else` what follows can be reached in any case.
            open.append(OpenStatement(node: node, before: canReachEnd, after: canReachEnd && node.child(.elseClause) == nil))
        case .tryStatement: open.append(OpenStatement(node: node, before: canReachEnd))
        case .whileStatement, .forStatement, .forEachStatement, .switchStatement, .doWhileStatement, .doUntilStatement:
            // A `for` without a condition is left by a jump only; a `do` once its condition is reached.
            let isLeftAtOnce = node.kind != .doWhileStatement && node.kind != .doUntilStatement
            let hasCondition = node.kind != .forStatement || node.child(.condition) != nil
            open.append(OpenStatement(node: node, before: canReachEnd, after: canReachEnd && isLeftAtOnce && hasCondition))
        case .statementBlock, .catchClause, .pipeline, .returnStatement, .throwStatement, .exitStatement, .breakStatement,
            .continueStatement:
            open.append(OpenStatement(node: node, before: canReachEnd))
        default: break
        }
    }

    private mutating func enterPart(_ part: Node, of statement: Int) {
        switch (open[statement].node.kind, part.role) {
        case (.ifStatement, .body), (.ifStatement, .elseClause): open[statement].before = canReachEnd
        case (.tryStatement, .finallyClause): canReachEnd = open[statement].after
        case (.tryStatement, _) where part.kind == .catchClause: canReachEnd = open[statement].before
        case (.forStatement, .body), (.whileStatement, .body), (.forEachStatement, .body), (.doWhileStatement, .body),
            (.doUntilStatement, .body), (.switchStatement, .body), (.switchStatement, .elseClause):
            open[statement].isInBody = true
        default: break
        }
    }

    // MARK: Going out

    private mutating func close(upTo index: Int) {
        while let statement = open.last, Int(statement.node.record.subtreeEnd) <= index {
            open.removeLast()
            leave(statement)
            if let top = open.indices.last, open[top].node.index == statement.node.parent?.index { leavePart(statement.node, of: top) }
        }
    }

    private mutating func leave(_ statement: OpenStatement) {
        switch statement.node.kind {
        case .returnStatement, .throwStatement, .exitStatement: canReachEnd = false
        case .breakStatement, .continueStatement: jump(FlowStatement(statement.node)!)
        case .pipeline where statement.node.children.contains { $0.kind == .command }:
            // The engine takes it that any command may break or continue any loop.
            guard canReachEnd else { break }
            for loop in open.indices.reversed() where open[loop].isInBody {
                // Those around one that had a command before had it, too.
                if open[loop].hasCommand { break }
                open[loop].hasCommand = true
                open[loop].after = true
                open[loop].again = true
            }
        case .ifStatement, .tryStatement, .whileStatement, .forStatement, .forEachStatement, .switchStatement:
            canReachEnd = statement.after
        case .doWhileStatement, .doUntilStatement: canReachEnd = canReachEnd || statement.after
        default: break
        }
    }

    private mutating func leavePart(_ part: Node, of statement: Int) {
        switch (open[statement].node.kind, part.role) {
        case (.ifStatement, .body):
            open[statement].after = open[statement].after || canReachEnd
            canReachEnd = open[statement].before
        case (.ifStatement, .elseClause): open[statement].after = open[statement].after || canReachEnd
        case (.tryStatement, .finallyClause): open[statement].after = canReachEnd
        case (.tryStatement, _) where part.kind == .statementBlock || part.kind == .catchClause:
            open[statement].after = open[statement].after || canReachEnd
        case (.switchStatement, .body): canReachEnd = open[statement].before
        case (.doWhileStatement, .body), (.doUntilStatement, .body):
            open[statement].isInBody = false
            canReachEnd = canReachEnd || open[statement].again
        default: break
        }
    }

    private mutating func jump(_ statement: FlowStatement) {
        let loop = open.indices.last {
            guard open[$0].isInBody else { return false }
            switch statement.label {
            case nil: return true
            case .string(let name): return label(before: open[$0].node) == name.value.lowercased()
            default: return false
            }
        }
        if let loop, statement.node.kind == .breakStatement { open[loop].after = open[loop].after || canReachEnd }
        if let loop, statement.node.kind == .continueStatement { open[loop].again = open[loop].again || canReachEnd }
        canReachEnd = false
    }

    private func label(before loop: Node) -> String { SemanticChecks(tree: tree).label(before: loop) }
}

extension AssignmentStatement {
    /// Each thing that gets a value, out of lists and parentheses.
    fileprivate var targets: [Expression] {
        var targets: [Expression] = []
        var ahead = [left]
        while let target = ahead.popLast() {
            switch target {
            case .paren(let paren): ahead += paren.pipeline.soleExpression.map { [$0] } ?? []
            case .arrayLiteral(let list): ahead += list.elements.reversed()
            default: targets.append(target)
            }
        }
        return targets
    }
}

extension Expression {
    /// The variable behind types and attributes, where there is nothing else.
    fileprivate var assignedVariable: VariableExpression? {
        var target = self
        while true {
            switch target {
            case .convert(let cast): target = cast.child
            case .attributed(let attributed): target = attributed.child
            case .variable(let variable): return variable
            default: return nil
            }
        }
    }
}

/// The engine sets them in every scope, or lets methods read them.
private let usualVariables = [
    "_", "psitem", "args", "this", "input", "pscmdlet", "psboundparameters", "myinvocation", "psscriptroot", "pscommandpath", "?",
    "true", "false", "null", "lastexitcode", "error", "stacktrace", "outputencoding", "nestedpromptlevel", "pwd", "matches",
    "psapplicationoutputencoding",
]
