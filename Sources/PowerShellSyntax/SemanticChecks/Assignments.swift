// What can be assigned to.

extension SemanticChecks {
    mutating func checkTarget(of assignment: AssignmentStatement) {
        checkTarget(assignment.left, id: "InvalidLeftHandSide", allowsList: assignment.operator == "=", "nothing can be assigned to this")
    }

    mutating func checkIncrement(_ operation: UnaryExpression) {
        let sign = operation.operator
        guard ["++", "--"].contains(sign) else { return }
        checkTarget(operation.child, id: "OperatorRequiresVariableOrProperty", allowsList: false, "'\(sign)' needs a variable or property")
    }

    private mutating func checkTarget(_ target: Expression, id: String, allowsList: Bool, _ message: String) {
        var targets = [(target, allowsList)]
        while let (target, allowsList) = targets.popLast() {
            let isPlace: Bool
            switch target {
            case .variable: isPlace = true
            case .member(let member): isPlace = !member.isNullConditional
            case .invokeMember(let call): isPlace = !call.isNullConditional
            case .index(let index): isPlace = !index.node.tokenText.hasPrefix("?")
            case .arrayLiteral(let list):
                isPlace = allowsList
                if allowsList { targets += list.elements.reversed().map { ($0, true) } }
            case .paren(let paren):
                let inner = paren.pipeline.soleExpression
                isPlace = inner != nil
                if let inner { targets.append((inner, allowsList)) }
            case .convert, .attributed:
                isPlace = true
                if let inner = checkTypes(before: target) { targets.append((inner, allowsList)) }
            default: isPlace = false
            }
            if !isPlace { report(id, target.extent, message) }
        }
    }

    /// What the types and attributes stand before; nil where they can't stand together.
    private mutating func checkTypes(before target: Expression) -> Expression? {
        var types: [TypeConstraint] = []
        var inner = target
        loop: while true {
            switch inner {
            case .convert(let cast):
                types.append(cast.type)
                inner = cast.child
            case .attributed(let attributed): inner = attributed.child
            default: break loop
            }
        }
        types.forEach { checkIsNotVoid($0) }
        if types.count > 1, let reference = types.first(where: isReference) {
            report("ReferenceNeedsToBeByItselfInTypeConstraint", reference.extent, "[ref] can't have another type beside it")
            return nil
        }
        if case .variable(let variable) = inner, let expected = typeOfAutomaticVariable(variable),
            types.last.map({ plainTypeName($0.typeName) }) != expected
        {
            report(
                "AssignmentStatementToAutomaticNotSupported", target.extent,
                "\(variable.text) belongs to PowerShell and can't be given another type")
        }
        return inner
    }

    /// Of those that the engine sets in every scope; empty where the type has no name that a script could write.
    private func typeOfAutomaticVariable(_ variable: VariableExpression) -> String? {
        guard [nil, "local", "private"].contains(variable.qualifier) else { return nil }
        switch variable.name.lowercased() {
        case "_", "this", "input": return "object"
        case "args": return "object[]"
        case "myinvocation": return "management.automation.invocationinfo"
        case "psscriptroot", "pscommandpath": return "string"
        case "pscmdlet", "psboundparameters": return ""
        default: return nil
        }
    }
}
