// Functions and types.

extension Lowering {
    mutating func functionDefinition(_ node: ConcreteNode, _ role: Role) {
        open(.functionDefinition, role, at: node.start, token: child(.name, of: node)?.range)
        parametersAndBody(node, .none)
        close(at: node.end)
    }

    private mutating func parametersAndBody(_ node: ConcreteNode, _ baseCall: BaseCall) {
        let isFilter = child(.kind, of: node).map { text($0).lowercased() == "filter" } ?? false
        for part in children(node) where part.field == .parameters { parameter(part) }
        if let body = child(.body, of: node) { scriptBlock(body, .body, baseCall, isFilter: isFilter) }
    }

    // MARK: Types

    mutating func typeDefinition(_ node: ConcreteNode, _ role: Role) {
        let name = child(.name, of: node)
        open(.typeDefinition, role, form: node.rule == .enumDefinition ? 1 : 0, at: node.start, token: name?.range)
        var parts = children(node)
        var next = parts.next()
        while let part = next {
            next = parts.next()
            switch part.field {
            case .attributes: attribute(part)
            case .base, .bases: typeConstraint(part, .baseType)
            case .members: member(part, of: name, before: next)
            default: break
            }
        }
        close(at: node.end)
    }

    private mutating func member(_ node: ConcreteNode, of type: ConcreteNode?, before next: ConcreteNode?) {
        switch node.rule {
        case .methodMember: method(node, of: type)
        case .propertyMember: property(node)
        case .enumMember:
            // A semicolon is part of what it ends, a new line is not.
            let semicolon = next.flatMap { isToken($0, ";") ? $0 : nil }
            open(.propertyMember, at: node.start, token: child(.name, of: node)?.range)
            if let value = child(.value, of: node) { expression(value, .value) }
            close(at: (semicolon ?? node).end)
        default: break
        }
    }

    private mutating func property(_ node: ConcreteNode) {
        let name = child(.name, of: node).map { withoutFirstCharacter($0.range) }
        open(.propertyMember, at: node.start, token: name)
        for part in children(node) {
            switch part.field {
            case .attributes: attributeOrType(part)
            case .value: expression(part, .value)
            default: break
            }
        }
        close(at: node.end)
    }

    /// A method is a member with a function in it that begins at its name.
    private mutating func method(_ node: ConcreteNode, of type: ConcreteNode?) {
        let name = child(.name, of: node)
        open(.functionMember, at: node.start, token: name?.range)
        for part in children(node) where part.field == .attributes { attributeOrType(part, typeRole: .returnType) }
        open(.functionDefinition, at: name?.start ?? node.start, token: name?.range)
        parametersAndBody(node, baseCall(of: node, of: type))
        close(at: node.end)
        close(at: node.end)
    }

    private func baseCall(of method: ConcreteNode, of type: ConcreteNode?) -> BaseCall {
        guard let type, let name = child(.name, of: method), text(name).lowercased() == text(type).lowercased(),
            !children(method).contains(where: { $0.field == .modifiers && text($0).lowercased() == "static" })
        else { return .none }
        return child(.base, of: method).map { .explicit($0) } ?? .implicit
    }
}
