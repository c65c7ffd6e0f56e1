// Types where they can't stand, `using`, `$using:` and `@name`.

extension SemanticChecks {
    func isReference(_ type: TypeConstraint) -> Bool { plainTypeName(type.typeName) == "ref" }

    mutating func checkIsNotVoid(_ type: TypeConstraint) {
        if plainTypeName(type.typeName) == "void" { reportVoid(type) }
    }

    private mutating func reportVoid(_ type: TypeConstraint) {
        report("VoidTypeConstraintNotAllowed", type.extent, "what is [void] can't hold a value")
    }

    mutating func checkTypes(of parameter: Parameter) {
        for type in parameter.typeConstraints {
            switch plainTypeName(type.typeName) {
            case "void": reportVoid(type)
            case "ordered": reportOrdered(type.extent)
            default: break
            }
        }
    }

    private mutating func reportOrdered(_ extent: Extent) {
        report("OrderedAttributeOnlyOnHashLiteralNode", extent, "[ordered] makes sense before a hashtable only")
    }

    mutating func checkCast(_ cast: ConvertExpression) {
        switch plainTypeName(cast.type.typeName) {
        case "ordered":
            if case .hashtable = cast.child { return }
            reportOrdered(cast.extent)
        case "ref": checkReference(cast)
        default: break
        }
    }

    private mutating func checkReference(_ cast: ConvertExpression) {
        if let second = secondReference(below: cast) {
            report("ReferenceNeedsToBeByItselfInTypeSequence", second.extent, "[ref] can't be there twice")
        } else if let outer = cast.node.parent.flatMap(ConvertExpression.init), !isReference(outer.type), !isAssignedTo(outer.node) {
            report("ReferenceNeedsToBeLastTypeInTypeConversion", cast.type.extent, "nothing can be made of a [ref]")
        }
    }

    private func secondReference(below cast: ConvertExpression) -> TypeConstraint? {
        var child = cast.child
        while true {
            switch child {
            case .convert(let inner):
                if isReference(inner.type) { return inner.type }
                child = inner.child
            case .attributed(let attributed): child = attributed.child
            default: return nil
            }
        }
    }

    /// There the assignment has its own word for it.
    private func isAssignedTo(_ node: Node) -> Bool {
        var node = node
        while let parent = node.parent, parent.kind != .commandExpression {
            if parent.kind == .assignmentStatement { return node.role == .left }
            node = parent
        }
        return false
    }

    mutating func checkUsing(_ statement: UsingStatement) {
        guard let name = statement.operands.first else { return }
        if statement.operands.count > 1 {
            report("UsingStatementNotSupported", statement.extent, "'using' gives nothing another name")
        }
        switch name {
        case .string: break
        case .hashtable where statement.usingKind.lowercased() == "module": break
        default: report("InvalidValueForUsingItemName", name.extent, "what 'using' names has to be a constant")
        }
    }

    /// `$using:` is evaluated elsewhere, so there must be nothing to run in it.
    mutating func checkUsing(_ using: UsingExpression) {
        var expression = using.subExpression
        while true {
            switch expression {
            case .variable: return
            case .member(let member):
                guard case .string = member.member else { return reportUsing(expression) }
                expression = member.expression
            case .index(let index):
                guard isConstant(index.index.node, inClass: false) else { return reportUsing(index.index) }
                expression = index.target
            default: return reportUsing(expression)
            }
        }
    }

    private mutating func reportUsing(_ expression: Expression) {
        report("InvalidUsingExpression", expression.extent, "behind '$using:' stand properties and constant indexes only")
    }

    mutating func checkVariable(_ variable: VariableExpression) {
        if variable.isSplatted { checkSplat(variable) }
        let path = variable.variablePath
        if variable.text.hasPrefix("${"), let colon = path.firstIndex(of: ":"), colon == path.indices.last {
            report("InvalidBracedVariableReference", variable.extent, "'\(variable.text)' has no name behind the colon")
        }
    }

    private mutating func checkSplat(_ variable: VariableExpression) {
        guard let parent = variable.node.parent else { return }
        let isArgument = parent.kind == .command || parent.kind == .usingExpression
        if isArgument, !isFollowedByLink(variable) { return }
        let isInList = parent.kind == .arrayLiteral && parent.parent?.kind == .command
        report(
            isInList ? "SplattingNotPermittedInArgumentList" : "SplattingNotPermitted", variable.extent,
            "'\(variable.text)' can only be an argument of its own; '$\(variable.name)' is the value")
    }

    /// Whether a member or an index stands directly behind it. The grammar takes that for the next argument.
    private func isFollowedByLink(_ variable: VariableExpression) -> Bool {
        let next = tree.source.text[variable.extent.end...].prefix(2).map { Character(Unicode.Scalar($0)) }
        guard let first = next.first else { return false }
        if first == "[" || next == [":", ":"] { return true }
        guard first == ".", let second = next.last, next.count == 2 else { return false }
        return second.isASCII && (second.isLetter || second.isNumber || "_$\"'({".contains(second))
    }
}
