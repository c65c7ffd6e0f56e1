// Pipelines, commands and what stands behind a command's name.

extension Lowering {
    mutating func pipeline(_ node: ConcreteNode, _ role: Role, background: Bool) {
        open(.pipeline, role, form: background ? 1 : 0, at: node.start)
        for part in children(node) where part.rule != .token { pipelineElement(part) }
        close(at: node.end)
    }

    mutating func pipelineChain(_ node: ConcreteNode, _ role: Role, background: Bool) {
        let token = child(.operator, of: node)?.range
        open(.pipelineChain, role, form: background ? 1 : 0, at: node.start, token: token)
        for part in children(node) {
            switch part.field {
            case .left: statement(part, .left)
            case .right: statement(part, .right)
            default: break
            }
        }
        close(at: node.end)
    }

    /// A command, or an expression in the ``CommandExpression`` that makes an element of it.
    mutating func pipelineElement(_ node: ConcreteNode, _ role: Role = .none) {
        switch node.rule {
        case .command: command(node)
        case .error: error(node, role)
        case .commandExpression:
            open(.commandExpression, role, at: node.start)
            for part in children(node) {
                switch part.field {
                case .expression: expression(part)
                case .redirections: redirection(part)
                default: break
                }
            }
            close(at: node.end)
        default:
            open(.commandExpression, role, at: node.start)
            expression(node)
            close(at: node.end)
        }
    }

    private mutating func command(_ node: ConcreteNode) {
        let form: Command.InvocationOperator =
            switch child(.operator, of: node) {
            case nil: .none
            case let sign?: text(sign) == "&" ? .call : .dot
            }
        open(.command, form: form.rawValue, at: node.start)
        for part in children(node) {
            switch part.field {
            case .name: expression(part)
            case .arguments: commandElement(part)
            case .redirections: redirection(part)
            default: break
            }
        }
        close(at: node.end)
    }

    private mutating func commandElement(_ node: ConcreteNode) {
        switch node.rule {
        case .commandParameter: commandParameter(node)
        case .stopParsing: leaf(.stringConstantExpression, over: node.range)
        case .verbatimArgument: leaf(.stringConstantExpression, form: StringConstantExpression.verbatimForm, over: node.range)
        default: expression(node)
        }
    }

    private mutating func commandParameter(_ node: ConcreteNode) {
        guard let name = child(.name, of: node) else {
            leaf(.commandParameter, over: node.range, token: withoutFirstCharacter(node.range))
            return
        }
        let nameWithoutColon = withoutFirstCharacter(name.start..<max(name.start, name.end - 1))
        open(.commandParameter, form: 1, at: node.start, token: nameWithoutColon)
        if let argument = child(.argument, of: node) { expression(argument, .argument) }
        close(at: node.end)
    }

    private mutating func redirection(_ node: ConcreteNode) {
        guard node.rule == .fileRedirection else { return leaf(.mergingRedirection, .redirection, over: node.range) }
        open(.fileRedirection, .redirection, at: node.start, token: child(.operator, of: node)?.range)
        if let file = child(.file, of: node) { expression(file) }
        close(at: node.end)
    }
}
