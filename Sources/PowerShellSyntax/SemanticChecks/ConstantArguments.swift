// Arguments of attributes: they are fixed before anything runs.

extension SemanticChecks {
    mutating func checkArguments(_ attribute: Attribute) {
        checkNames(ofArgumentsOf: attribute)
        let inClass = isOfClass(attribute)
        for argument in attribute.positionalArguments + attribute.namedArguments.compactMap(\.argument)
        where !isConstant(argument.node, inClass: inClass) {
            let id = "ParameterAttributeArgumentNeedsToBeConstant"
            report(
                inClass ? id : id + "OrScriptBlock", argument.extent,
                "an attribute's argument has to be a constant" + (inClass ? "" : " or a script block"))
        }
    }

    private func isOfClass(_ attribute: Attribute) -> Bool {
        guard let owner = attribute.node.parent else { return false }
        switch owner.kind {
        case .typeDefinition, .propertyMember, .functionMember: return true
        case .parameter: return owner.parent?.parent?.kind == .functionMember
        default: return false
        }
    }

    /// Whether the engine can tell the value from the text.
    func isConstant(_ expression: Node, inClass: Bool) -> Bool {
        var index = expression.index
        let end = Int(expression.record.subtreeEnd)
        while index < end {
            let node = Node(tree: tree, index: index)
            switch constancy(of: node, inClass: inClass) {
            case .changing: return false
            case .constant: index = Int(node.record.subtreeEnd)
            case .asItsParts: index += 1
            }
        }
        return true
    }

    private enum Constancy {
        case constant, asItsParts, changing
    }

    private func constancy(of node: Node, inClass: Bool) -> Constancy {
        func parts(if isWhole: Bool) -> Constancy { isWhole ? .asItsParts : .changing }
        func constant(if isFixed: Bool) -> Constancy { isFixed ? .constant : .changing }
        switch node.kind {
        case .constantExpression, .stringConstantExpression, .typeExpression: return .constant
        case .scriptBlockExpression: return constant(if: !inClass)
        case .variableExpression: return constant(if: isConstant(VariableExpression(node)!) && !isDivisorOfNothing(node))
        case .memberExpression: return constant(if: mayBeLiteral(MemberExpression(node)!))
        case .typeConstraint: return constant(if: primitiveTypes.contains(plainTypeName(node.tokenText)))
        case .arrayLiteral, .parenExpression, .ternaryExpression, .convertExpression, .usingExpression, .subExpression:
            return .asItsParts
        // With one statement, one element, no redirection.
        case .statementBlock, .pipeline, .commandExpression: return parts(if: node.children.count { _ in true } == 1)
        case .unaryExpression: return parts(if: ["-", "+", "!", "-not", "-bnot"].contains(UnaryExpression(node)!.operator))
        case .binaryExpression: return parts(if: foldedOperators.contains(BinaryExpression(node)!.operator))
        default: return .changing
        }
    }

    private func isConstant(_ variable: VariableExpression) -> Bool {
        [nil, "global", "local", "script", "private", "using"].contains(variable.qualifier)
            && ["true", "false", "null"].contains(variable.name.lowercased())
    }

    private func isDivisorOfNothing(_ variable: Node) -> Bool {
        guard variable.role == .right, let division = variable.parent.flatMap(BinaryExpression.init) else { return false }
        return ["/", "%"].contains(division.operator) && VariableExpression(variable)!.name.lowercased() != "true"
    }

    /// Whether it is the field of a type, and not known to be one that is read when the script runs.
    private func mayBeLiteral(_ member: MemberExpression) -> Bool {
        guard member.isStatic, case .type(let type) = member.expression, let name = member.memberName?.lowercased() else { return false }
        let typeName = plainTypeName(type.typeName)
        let bounds = ["maxvalue", "minvalue"]
        switch typeName {
        case "double", "single", "float": return true
        case "decimal": return !(bounds + ["one", "zero", "minusone"]).contains(name)
        case "timespan": return !(bounds + ["zero"]).contains(name)
        case "string", "environment", "datetime", "guid", "bool", "boolean": return false
        default: return !primitiveTypes.contains(typeName) || bounds.contains(name)
        }
    }
}

/// The engine reckons with these before it runs, and with no others.
private let foldedOperators: Set<String> = [
    "+", "-", "*", "/", "%", "-and", "-or", "-xor", "-band", "-bor", "-bxor", "-shl", "-shr",
]

/// Less `System.`
private let primitiveTypes: Set<String> = [
    "bool", "boolean", "char", "byte", "sbyte", "short", "int16", "ushort", "uint16", "int", "int32", "uint", "uint32", "long",
    "int64", "ulong", "uint64", "float", "single", "double",
]
