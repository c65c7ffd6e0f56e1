import PowerShellAnalysis
import PowerShellSyntax

/// What the script does when a send fails.
struct ErrorHandling {
    /// `-ErrorAction`, as written.
    var action: ScriptValue?
    /// `-ErrorVariable`, as written.
    var variable: ScriptValue?
    /// A failing send ends the script, or reaches its `catch`: `-ErrorAction Stop`, or `$ErrorActionPreference` says so.
    var stops: Bool
    /// The stop comes from the preference, which a module's functions do not see.
    var stopsByPreference: Bool
    /// A `try` of the script is around the send: what is thrown there leaves it.
    var isInTry: Bool
    /// What is thrown reaches a `catch` or a `trap` of the same scope.
    var isCaught: Bool
    /// The statement behind the send asks `$?` how it went.
    var successIsRead: Bool
    /// A `try` elsewhere in the script may be around a call of the function that sends.
    var mayBeCalledInTry: Bool

    init(of command: Command, action: ScriptValue?, variable: ScriptValue?, facts: VariableFacts) {
        self.action = action
        self.variable = variable
        let said = action.flatMap { $0.expression.flatMap { facts.constantString($0) } ?? $0.enumMember }?.lowercased()
        let preference = preferredAction(at: command.node, facts: facts)
        stopsByPreference = action == nil && preference == "stop"
        stops = said == "stop" || stopsByPreference
        successIsRead = command.node.nextStatementReadsSuccess
        isInTry = command.node.isInTry { _ in true }
        isCaught = command.node.isInTry { !$0.catchClauses.isEmpty }
        mayBeCalledInTry =
            command.node.enclosingFunction != nil && command.node.tree.nodes.contains { $0.kind == .tryStatement || $0.kind == .trapStatement }
    }

    /// What is thrown can be seen by the script.
    var isSeen: Bool { isInTry || mayBeCalledInTry }
}

extension ScriptValue {
    /// The name of a value like `[System.Net.Mail.MailPriority]::High`.
    var enumMember: String? {
        guard case .member(let member)? = expression?.withoutParentheses, member.isStatic else { return nil }
        return member.memberName
    }
}

extension Node {
    /// The statement that follows the one of this node names `$?`.
    fileprivate var nextStatementReadsSuccess: Bool {
        guard let (statement, block) = enclosingBlockStatement else { return false }
        let next = block.children.first { $0.extent.start >= statement.extent.end }
        return next?.descendants.contains { VariableExpression($0)?.name == "?" } ?? false
    }

    /// What is thrown here reaches a `trap` of the same scope, or leaves a `try` of a sort.
    fileprivate func isInTry(_ counts: (TryStatement) -> Bool) -> Bool {
        var inner = self
        for ancestor in ancestors {
            if let statement = TryStatement(ancestor), statement.body.node == inner, counts(statement) { return true }
            if let block = NamedBlock(ancestor), !block.traps.isEmpty { return true }
            if let block = StatementBlock(ancestor), !block.traps.isEmpty { return true }
            if ancestor.kind == .functionDefinition { return false }
            inner = ancestor
        }
        return false
    }
}

/// What `$ErrorActionPreference` was last set to before a node, in its scope or the script's; in lower case.
private func preferredAction(at node: Node, facts: VariableFacts) -> String? {
    let scope = node.enclosingScope
    let root = node.tree.root
    let assignments = facts.assignments(to: "ErrorActionPreference").filter { assignment in
        let own = assignment.node.enclosingScope
        if own == scope { return assignment.node.extent.start < node.extent.start }
        // Functions run after the script has set its preference, wherever that stands.
        return own == root && assignment.node.enclosingBlockStatement?.block.parent?.kind == .scriptBlock
    }
    guard let last = assignments.last(where: { $0.node.enclosingScope == scope }) ?? assignments.last, let value = last.value else { return nil }
    return (facts.constantString(value) ?? ScriptValue(expression: value).enumMember)?.lowercased()
}
