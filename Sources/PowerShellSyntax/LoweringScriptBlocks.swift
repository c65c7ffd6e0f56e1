// Script blocks, their parts and their parameters.

extension Lowering {
    /// What the constructor of a class does before its body.
    enum BaseCall {
        case none
        /// Calls the base class without arguments, although the script does not say so.
        case implicit
        case explicit(ConcreteNode)
    }

    /// A script, the body of a function or the value `{ … }`.
    mutating func scriptBlock(_ node: ConcreteNode, _ role: Role, _ baseCall: BaseCall = .none, isFilter: Bool = false) {
        // The script itself also has the blanks and comments around it.
        let extent = node.index == 0 ? 0..<source.text.count : node.range
        open(.scriptBlock, role, at: extent.lowerBound)
        var parameters: ConcreteNode?
        var hasNamedBlocks = false
        for part in children(node) {
            switch part.rule {
            case .usingStatement: usingStatement(part)
            case .paramBlock:
                parameters = part
                paramBlock(part)
            case .namedBlock:
                hasNamedBlocks = true
                namedBlock(part)
            default: break
            }
        }
        if !hasNamedBlocks { unnamedBlock(node, isFilter ? .processBlock : .endBlock, behind: parameters, baseCall) }
        close(at: extent.upperBound)
    }

    private mutating func usingStatement(_ node: ConcreteNode) {
        open(.usingStatement, at: node.start, token: child(.kind, of: node)?.range)
        for part in children(node) where part.field == .name || part.field == .value { expression(part) }
        close(at: node.end)
    }

    // MARK: Blocks

    private mutating func namedBlock(_ node: ConcreteNode) {
        let role: Role =
            switch child(.name, of: node).map({ text($0).lowercased() }) {
            case "begin": .beginBlock
            case "process": .processBlock
            case "clean": .cleanBlock
            case "dynamicparam": .dynamicParamBlock
            default: .endBlock
            }
        open(.namedBlock, role, at: node.start)
        if let body = child(.body, of: node) { statements(in: body) }
        close(at: node.end)
    }

    /// Statements in no named block are the end block, a filter's the process block; with parameters before them, the
    /// extent begins there.
    private mutating func unnamedBlock(
        _ node: ConcreteNode, _ role: Role, behind parameters: ConcreteNode?, _ baseCall: BaseCall
    ) {
        let parts = [parameters.map(paramExtent), statementExtent(in: node)].compactMap { $0 }
        let start = parts.map(\.lowerBound).min()
        let extent = start.map { $0..<parts.map(\.upperBound).max()! } ?? emptyBlockExtent(in: node)

        open(.namedBlock, role, form: 1, at: extent.lowerBound)
        switch baseCall {
        case .none: break
        case .implicit: self.baseCall(nil, extent.lowerBound..<extent.lowerBound)
        case .explicit(let call): self.baseCall(call, call.range)
        }
        statements(in: node)
        close(at: extent.upperBound)
    }

    /// From behind the one brace to the character before the other, without that: as the engine has it.
    private func emptyBlockExtent(in node: ConcreteNode) -> Range<Int> {
        guard node.index > 0 else { return 0..<0 }
        let start = min(node.start + 1, node.end)
        var end = max(start, node.end - 2)
        while end > start, source.text[end] & 0xC0 == 0x80 { end -= 1 }
        return start..<end
    }

    private mutating func baseCall(_ node: ConcreteNode?, _ extent: Range<Int>) {
        let name = node.flatMap { child(.name, of: $0) }?.range ?? extent
        open(.commandExpression, at: extent.lowerBound)
        open(.baseCtorInvokeMemberExpression, at: extent.lowerBound)
        leaf(.variableExpression, .target, over: name)
        leaf(.stringConstantExpression, .member, over: name)
        if let node {
            for argument in children(node) where argument.field == .arguments { expression(argument, .argument) }
        }
        close(at: extent.upperBound)
        close(at: extent.upperBound)
    }

    // MARK: Parameters

    private mutating func paramBlock(_ node: ConcreteNode) {
        let extent = paramExtent(node)
        open(.paramBlock, at: extent.lowerBound)
        for part in children(node) {
            switch part.field {
            case .attributes: attribute(part)
            case .parameters: parameter(part)
            default: break
            }
        }
        close(at: extent.upperBound)
    }

    /// From the keyword to the parenthesis: the attributes before it are the block's, but not within its extent.
    private func paramExtent(_ node: ConcreteNode) -> Range<Int> {
        let tokens = children(node).filter { $0.rule == .token }
        let end = tokens.last { isToken($0, ")") }?.end ?? node.end
        return (tokens.first?.start ?? node.start)..<end
    }

    mutating func parameter(_ node: ConcreteNode) {
        open(.parameter, .parameter, at: node.start)
        for part in children(node) {
            switch part.field {
            case .attributes: attributeOrType(part)
            case .name: plainVariable(part, .variable)
            case .default: expression(part, .value)
            default: break
            }
        }
        close(at: node.end)
    }

    // MARK: Attributes and types

    mutating func attributeOrType(_ node: ConcreteNode, typeRole: Role = .none) {
        if node.rule == .attribute {
            attribute(node)
        } else {
            typeConstraint(node, typeRole)
        }
    }

    mutating func attribute(_ node: ConcreteNode) {
        open(.attribute, .attribute, at: node.start, token: child(.name, of: node)?.range)
        for part in children(node) where part.field == .arguments {
            if part.rule == .namedAttributeArgument {
                namedArgument(part)
            } else {
                expression(part, .argument)
            }
        }
        close(at: node.end)
    }

    private mutating func namedArgument(_ node: ConcreteNode) {
        let name = child(.name, of: node)?.range ?? node.range
        open(.namedAttributeArgument, at: node.start, token: name)
        if let value = child(.value, of: node) {
            expression(value, .value)
        } else {
            // A name alone means `$true`, and the engine says so.
            leaf(.constantExpression, over: name)
        }
        close(at: node.end)
    }

    mutating func typeConstraint(_ node: ConcreteNode, _ role: Role = .none) {
        leaf(.typeConstraint, role, over: node.range, token: typeName(of: node))
    }

    /// What stands between the brackets; all of it where there are none.
    func typeName(of node: ConcreteNode) -> Range<Int> {
        guard node.rule == .typeLiteral, let type = child(.type, of: node) else { return node.range }
        return type.start..<(child(.assembly, of: node) ?? type).end
    }
}
