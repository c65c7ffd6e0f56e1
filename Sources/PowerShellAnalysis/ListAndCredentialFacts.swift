import PowerShellSyntax

// What can be said of lists and credentials without running the script.

extension VariableFacts {
    /// Every text that a value, one string or a list of them, can hold; nil where one is not known.
    public func possibleElements(_ expression: Expression) -> [String]? {
        possibleElements(expression, seen: [])
    }

    private func possibleElements(_ expression: Expression, seen: Set<String>) -> [String]? {
        let expression = expression.withoutParentheses
        if let strings = possibleStrings(expression) { return strings.sorted() }
        switch expression {
        case .arrayLiteral(let list):
            return collect(list.elements, seen: seen)
        case .array(let array):
            let values = array.subExpression.statements.map(\.soleExpression)
            guard values.allSatisfy({ $0 != nil }) else { return nil }
            return collect(values.compactMap { $0 }, seen: seen)
        case .convert(let convert) where ["string[]", "array", "object[]"].contains(convert.type.typeName.lowercased()):
            return possibleElements(convert.child, seen: seen)
        case .variable(let variable):
            let name = variable.name.lowercased()
            guard let assignments = knownAssignments(to: variable), !seen.contains(name), variable.qualifier != "env",
                !isChangedInPlace(variable),
                assignments.allSatisfy({ $0.type == nil || ["string[]", "array", "object[]"].contains($0.type) })
            else { return nil }
            var found: [String] = []
            for assignment in assignments {
                // Text added to a string makes another text, an element added to a list does not.
                guard case .assignment = assignment.origin, assignment.operator == "=", let value = assignment.value,
                    let elements = possibleElements(value, seen: seen.union([name]))
                else { return nil }
                found += elements
            }
            // A list that is empty so far says nothing of what it will hold.
            return found.isEmpty ? nil : found
        default:
            return nil
        }
    }

    private func collect(_ expressions: [Expression], seen: Set<String>) -> [String]? {
        var found: [String] = []
        for expression in expressions {
            guard let elements = possibleElements(expression, seen: seen) else { return nil }
            found += elements
        }
        return found
    }

    /// Whether a value is surely one string and no list of them.
    public func isSingle(_ expression: Expression) -> Bool {
        isPlainString(expression) || possibleStrings(expression) != nil
    }

    /// The user name of a credential: of `Get-Credential user`, `New-Object PSCredential(user, …)`,
    /// `[Net.NetworkCredential]::new(user, …)`.
    public func credentialUser(_ expression: Expression) -> Expression? {
        credentialUser(expression, depth: 0)
    }

    private func credentialUser(_ expression: Expression, depth: Int) -> Expression? {
        guard depth < 8 else { return nil }
        switch expression.withoutParentheses {
        case .variable(let variable):
            let assignments = assignments(to: variable)
            guard assignments.count == 1, case .assignment = assignments[0].origin,
                let statement = AssignmentStatement(assignments[0].node)
            else { return nil }
            if let value = assignments[0].value { return credentialUser(value, depth: depth + 1) }
            return statement.right.soleCommand.flatMap { userGiven(to: $0.node) }
        case .paren(let paren):
            return paren.pipeline.soleCommand.flatMap { userGiven(to: $0.node) }
        case .invokeMember(let call): return userGiven(to: call.node)
        case .convert(let convert) where convert.type.typeName.lowercased().hasSuffix("pscredential"):
            return credentialUser(convert.child, depth: depth + 1)
        default:
            return nil
        }
    }

    private func userGiven(to node: Node) -> Expression? {
        if let creation = ObjectCreation(node) {
            // One argument is an object that holds both.
            return creation.typeName.lowercased().hasSuffix("credential") && creation.arguments.count > 1 ? creation.arguments[0] : nil
        }
        guard let command = Command(node), command.name?.lowercased() == "get-credential" else { return nil }
        let signature = CommandSignature([.init("Credential", position: 0), .init("UserName"), .init("Message"), .init("Title")])
        guard let call = try? BoundCommand(command, signature: signature, facts: self) else { return nil }
        if case .expression(let user)? = (call["UserName"] ?? call["Credential"])?.value { return user }
        return nil
    }
}
