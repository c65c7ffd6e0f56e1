import PowerShellAnalysis
import PowerShellSyntax

/// What the script does when a send fails.
struct ErrorHandling {
    /// `-ErrorAction`, as written.
    var action: ScriptValue?
    /// `-ErrorVariable`, as written.
    var variable: ScriptValue?
    /// The name that it gives, with a `+` where it adds; nil where that is only known when the script runs.
    var variableName: String?
    /// What `$ErrorActionPreference` says where there is no `-ErrorAction`.
    var preference: Preference
    /// A failing send ends the script, or reaches its `catch`: `-ErrorAction Stop`, or the preference says so.
    var stops: Bool
    /// The statement behind the send asks `$?` how it went.
    var successIsRead: Bool
    /// A `try` of the script or a method of a class is around the send: what is thrown there leaves it.
    var isInTry: Bool
    /// What is thrown reaches a `catch` or a `trap` of the same scope.
    var isCaught: Bool
    /// A `try` elsewhere may be around a call of the function or block that sends.
    var mayBeCalledInTry: Bool

    enum Preference: Equatable {
        /// Nothing in the script sets it, or it is `Continue`.
        case none
        /// Surely this: `Stop`, `SilentlyContinue`, …
        case known(String)
        /// One of several.
        case unknown
    }

    init(of command: Command, action: ScriptValue?, variable: ScriptValue?, facts: VariableFacts) {
        self.action = action
        self.variable = variable
        variableName = variable?.expression.flatMap { facts.constantString($0) }
        let said = action.flatMap { $0.expression.flatMap { facts.constantString($0) } ?? $0.enumMember }?.lowercased()
        preference = action == nil ? Preference(at: command.node, facts: facts) : .none
        stops = said == "stop" || preference.stops
        successIsRead = command.node.nextStatementReadsSuccess
        isInTry = command.node.isInTry
        isCaught = command.node.isCaught
        mayBeCalledInTry = command.node.mayBeCalledInTry
    }

    /// What is thrown can be seen by the script.
    var isSeen: Bool { isInTry || mayBeCalledInTry }
}

extension ErrorHandling.Preference {
    var stops: Bool { if case .known(let action) = self { action.lowercased() == "stop" } else { false } }

    /// What `$ErrorActionPreference` is where a node runs, as far as the script tells.
    init(at node: Node, facts: VariableFacts) {
        let scope = node.enclosingScope
        if let function = node.enclosingFunction, function.isCalledWithErrorAction {
            self = .unknown
            return
        }
        var found = Self.none
        for assignment in facts.assignments(to: "ErrorActionPreference") {
            let own = assignment.node.enclosingScope
            let isHere = own == scope
            guard
                isHere || own == node.tree.root || AssignmentStatement(assignment.node)?.left.text.contains(":") == true
                    || assignment.value == nil
            else {
                continue
            }
            // In its own scope the order of the text counts; what a function sees was set before it was called.
            if isHere, assignment.node.extent.start > node.extent.start { continue }
            let value = assignment.value.flatMap { facts.constantString($0) ?? ScriptValue(expression: $0).enumMember }
            let isSure = isHere ? assignment.node.alwaysRuns(before: node) : assignment.node.parent?.parent == node.tree.root.node
            if let value, isSure, isHere || found == .none {
                found = value.lowercased() == "continue" ? .none : .known(value)
            } else if value.map({ .known($0) != found && !(found == .none && $0.lowercased() == "continue") }) ?? true {
                found = .unknown
            }
        }
        self = found
    }
}

extension FunctionDefinition {
    /// Somewhere the script calls it with `-ErrorAction`, which sets the preference inside.
    fileprivate var isCalledWithErrorAction: Bool {
        node.tree.all(Command.self).contains { command in
            command.name?.lowercased() == name.unscoped.lowercased()
                && command.elements.contains {
                    guard case .parameter(let parameter) = $0 else { return false }
                    let given = parameter.parameterName.lowercased()
                    return given == "ea" || given.count >= 6 && "erroraction".hasPrefix(given)
                }
        }
    }
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

    /// What is thrown here ends more than its statement: in any block of a `try`, under a `trap`, in a method.
    fileprivate var isInTry: Bool {
        for ancestor in ancestors {
            switch ancestor.kind {
            case .tryStatement, .functionMember: return true
            case .functionDefinition: return ancestor.parent?.kind == .functionMember
            default: if hasTrap(ancestor) { return true }
            }
        }
        return false
    }

    /// What is thrown here reaches a `catch` or `trap` of the same scope.
    fileprivate var isCaught: Bool {
        var inner = self
        for ancestor in ancestors {
            if let statement = TryStatement(ancestor), statement.body.node == inner, !statement.catchClauses.isEmpty { return true }
            if ancestor.kind == .functionDefinition { return false }
            if hasTrap(ancestor) { return true }
            inner = ancestor
        }
        return false
    }

    private func hasTrap(_ node: Node) -> Bool {
        NamedBlock(node).map { !$0.traps.isEmpty } ?? StatementBlock(node).map { !$0.traps.isEmpty } ?? false
    }

    /// The send is in a function or a kept block, and a `try` is in this file, or whoever loads the file may have one.
    fileprivate var mayBeCalledInTry: Bool {
        guard case .called = Region(of: self) else { return false }
        if tree.nodes.contains(where: { $0.kind == .tryStatement || $0.kind == .trapStatement }) { return true }
        // A file of definitions is there for others to load.
        return tree.root.endBlock?.statements.allSatisfy { statement in
            switch statement {
            case .function, .type, .assignment: true
            default:
                statement.soleCommand?.name?.lowercased() == "export-modulemember"
                    || statement.soleCommand?.name?.lowercased() == "set-strictmode"
            }
        } ?? false
    }
}
