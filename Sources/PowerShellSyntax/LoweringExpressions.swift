// Expressions: what has a value.

extension Lowering {
    func isExpression(_ node: ConcreteNode) -> Bool {
        switch node.rule {
        case .ternaryExpression, .binaryExpression, .unaryExpression, .postfixExpression, .castExpression,
            .attributedExpression, .arrayLiteral, .parenthesizedExpression, .subExpression, .arrayExpression, .hashtable,
            .scriptBlockExpression, .memberExpression, .invokeMemberExpression, .indexExpression, .variable,
            .splattedVariable, .number, .simpleName, .commandName, .genericToken, .verbatimString, .verbatimHereString,
            .expandableString, .expandableHereString, .typeLiteral:
            true
        default: false
        }
    }

    mutating func lowerExpression(_ node: ConcreteNode, _ role: Role) {
        switch node.rule {
        case .binaryExpression: binary(node, role)
        case .ternaryExpression: ternary(node, role)
        case .unaryExpression, .postfixExpression: unary(node, role)
        case .castExpression: conversion(.convertExpression, node, role)
        case .attributedExpression: conversion(.attributedExpression, node, role)
        case .arrayLiteral: arrayLiteral(node, role)
        case .parenthesizedExpression: parenthesized(node, role)
        case .subExpression: statements(.subExpression, node, role)
        case .arrayExpression: statements(.arrayExpression, node, role)
        case .hashtable: hashtable(node, role)
        case .scriptBlockExpression: scriptBlockExpression(node, role)
        case .memberExpression, .invokeMemberExpression, .indexExpression: chain(node, role)
        case .typeLiteral: leaf(.typeExpression, role, over: node.range, token: typeName(of: node))
        case .number: leaf(.constantExpression, role, over: node.range)
        case .variable, .splattedVariable: variable(node, role)
        case .verbatimString: string(.singleQuoted, node, role)
        case .verbatimHereString: string(.singleQuotedHereString, node, role)
        case .expandableString: string(.doubleQuoted, node, role)
        case .expandableHereString: string(.doubleQuotedHereString, node, role)
        case .genericToken, .commandName, .simpleName: string(.bareWord, node, role)
        default: leaf(.errorExpression, role, over: node.range)
        }
    }

    // MARK: Operators

    private mutating func binary(_ node: ConcreteNode, _ role: Role) {
        open(.binaryExpression, role, at: node.start, token: child(.operator, of: node)?.range)
        for part in children(node) {
            switch part.field {
            case .left: expression(part, .left)
            case .right: expression(part, .right)
            default: break
            }
        }
        close(at: node.end)
    }

    private mutating func ternary(_ node: ConcreteNode, _ role: Role) {
        open(.ternaryExpression, role, at: node.start)
        for part in children(node) {
            switch part.field {
            case .condition: expression(part, .condition)
            case .consequence: expression(part, .whenTrue)
            case .alternative: expression(part, .whenFalse)
            default: break
            }
        }
        close(at: node.end)
    }

    private mutating func unary(_ node: ConcreteNode, _ role: Role) {
        open(.unaryExpression, role, at: node.start, token: child(.operator, of: node)?.range)
        if let operand = child(.operand, of: node) { expression(operand) }
        close(at: node.end)
    }

    private mutating func conversion(_ kind: Kind, _ node: ConcreteNode, _ role: Role) {
        open(kind, role, at: node.start)
        for part in children(node) {
            switch part.field {
            case .type: typeConstraint(part)
            case .attribute: attribute(part)
            case .operand: expression(part)
            default: break
            }
        }
        close(at: node.end)
    }

    private mutating func arrayLiteral(_ node: ConcreteNode, _ role: Role) {
        open(.arrayLiteral, role, at: node.start)
        for part in children(node) where part.rule != .token { expression(part) }
        close(at: node.end)
    }

    // MARK: Brackets

    private mutating func parenthesized(_ node: ConcreteNode, _ role: Role) {
        open(.parenExpression, role, at: node.start)
        statements(in: node)
        close(at: node.end)
    }

    /// `$( … )` and `@( … )`: their statements form a block without braces.
    private mutating func statements(_ kind: Kind, _ node: ConcreteNode, _ role: Role) {
        let behindBracket = min(node.start + 2, node.end)
        let inner = statementExtent(in: node) ?? behindBracket..<behindBracket
        open(kind, role, at: node.start)
        open(.statementBlock, .body, at: inner.lowerBound)
        statements(in: node)
        close(at: inner.upperBound)
        close(at: node.end)
    }

    private mutating func scriptBlockExpression(_ node: ConcreteNode, _ role: Role) {
        open(.scriptBlockExpression, role, at: node.start)
        scriptBlock(node, .none)
        close(at: node.end)
    }

    private mutating func hashtable(_ node: ConcreteNode, _ role: Role) {
        open(.hashtable, role, at: node.start)
        for entry in children(node) where entry.field == .entries {
            for part in children(entry) {
                switch part.field {
                case .key: expression(part, .key)
                case .value: statement(part, .value)
                default: break
                }
            }
        }
        close(at: node.end)
    }

    // MARK: Member accesses, calls and indexes

    /// `$using:` takes everything that follows into it: `$using:x.Name[0]` is one expression of the caller's.
    private mutating func chain(_ node: ConcreteNode, _ role: Role) {
        var first = node
        while isLink(first), let target = child(.target, of: first) { first = target }
        guard isUsing(first) else { return lowerLink(node, role) }
        open(.usingExpression, role, at: node.start)
        link(node)
        close(at: node.end)
    }

    private func isLink(_ node: ConcreteNode) -> Bool {
        node.rule == .memberExpression || node.rule == .invokeMemberExpression || node.rule == .indexExpression
    }

    mutating func lowerLink(_ node: ConcreteNode, _ role: Role) {
        let kind: Kind
        switch node.rule {
        case .memberExpression: kind = .memberExpression
        case .invokeMemberExpression: kind = .invokeMemberExpression
        case .indexExpression: kind = .indexExpression
        case .variable: return plainVariable(node, role)
        default: return lowerExpression(node, role)
        }
        open(kind, role, at: node.start, token: child(.operator, of: node)?.range)
        for part in children(node) {
            switch part.field {
            case .target: link(part, .target)
            case .member: expression(part, .member)
            case .arguments, .index: expression(part, .argument)
            default: break
            }
        }
        close(at: node.end)
    }

    // MARK: Variables and strings

    private mutating func variable(_ node: ConcreteNode, _ role: Role) {
        guard isUsing(node) else { return plainVariable(node, role) }
        open(.usingExpression, role, at: node.start)
        plainVariable(node)
        close(at: node.end)
    }

    mutating func plainVariable(_ node: ConcreteNode, _ role: Role = .none) {
        leaf(.variableExpression, role, form: node.rule == .splattedVariable ? 1 : 0, over: node.range)
    }

    /// Of the form `$using:x`, `${using:x}` or `@using:x`.
    private func isUsing(_ node: ConcreteNode) -> Bool {
        guard node.rule == .variable || node.rule == .splattedVariable else { return false }
        let name = source.text[withoutFirstCharacter(node.range)].drop { $0 == UInt8(ascii: "{") }
        guard let first = name.first, first | 0x20 == UInt8(ascii: "u") else { return false }
        let qualifier = "using:".utf8
        return name.count > qualifier.count && zip(name, qualifier).allSatisfy { $0 | 0x20 == $1 || $0 == $1 }
    }

    private mutating func string(_ type: StringConstantType, _ node: ConcreteNode, _ role: Role) {
        let expands = children(node).contains(where: isExpression)
        open(expands ? .expandableStringExpression : .stringConstantExpression, role, form: type.rawValue, at: node.start)
        for part in children(node) where isExpression(part) { expression(part) }
        close(at: node.end)
    }
}
