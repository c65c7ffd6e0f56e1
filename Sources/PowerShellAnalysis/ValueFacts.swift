import PowerShellSyntax

// What can be said of a value without running the script.

extension VariableFacts {
    /// The texts that an expression can have, all of them known; nil where one of them is not.
    ///
    /// A parameter counts with its default only where `assumingDefaults` is set, for its caller may say otherwise.
    public func possibleStrings(_ expression: Expression, assumingDefaults: Bool = false) -> Set<String>? {
        possibleStrings(expression, assumingDefaults: assumingDefaults, seen: [])
    }

    /// The one text that an expression has.
    public func constantString(_ expression: Expression, assumingDefaults: Bool = false) -> String? {
        guard let values = possibleStrings(expression, assumingDefaults: assumingDefaults), values.count == 1 else { return nil }
        return values.first
    }

    private func possibleStrings(_ expression: Expression, assumingDefaults: Bool, seen: Set<String>) -> Set<String>? {
        switch expression.withoutParentheses {
        case .string(let string): return [string.value]
        // Other ways to write a number, `0x10`, have another text as a string.
        case .constant(let number):
            return number.text.allSatisfy(\.isNumber) && (number.text == "0" || !number.text.hasPrefix("0")) ? [number.text] : nil
        case .convert(let convert) where convert.type.typeName.lowercased() == "string":
            return possibleStrings(convert.child, assumingDefaults: assumingDefaults, seen: seen)
        case .expandableString(let string):
            var values: Set<String> = [""]
            for part in string.parts {
                let tails: Set<String>?
                switch part {
                case .text(let text): tails = [text]
                case .expression(let inner): tails = possibleStrings(inner, assumingDefaults: assumingDefaults, seen: seen)
                }
                guard let tails, values.count * tails.count <= 16 else { return nil }
                values = Set(values.flatMap { head in tails.map { head + $0 } })
            }
            return values
        case .binary(let binary) where binary.operator == "+":
            guard let left = possibleStrings(binary.left, assumingDefaults: assumingDefaults, seen: seen),
                let right = possibleStrings(binary.right, assumingDefaults: assumingDefaults, seen: seen),
                isPlainString(binary.left), left.count * right.count <= 16
            else { return nil }
            return Set(left.flatMap { head in right.map { head + $0 } })
        case .sub(let sub) where sub.subExpression.statements.count == 1:
            guard let inner = sub.subExpression.statements[0].soleExpression else { return nil }
            return possibleStrings(inner, assumingDefaults: assumingDefaults, seen: seen)
        case .variable(let variable):
            let name = variable.name.lowercased()
            guard !seen.contains(name), seen.count < mostVariablesInARow, variable.qualifier != "env" else { return nil }
            guard let assignments = knownAssignments(to: variable), assignments.allSatisfy({ $0.type == nil || $0.type == "string" }),
                !isChangedInPlace(variable)
            else { return nil }
            var values: Set<String> = []
            for assignment in assignments {
                if case .parameter = assignment.origin, !assumingDefaults { return nil }
                if case .parameter = assignment.origin, assignment.value == nil, assignments.count > 1 { continue }
                if case .file(let variable) = assignment.origin, let found = variable.values {
                    values.formUnion(found)
                    continue
                }
                guard assignment.operator == "=", let value = assignment.value,
                    let found = possibleStrings(value, assumingDefaults: assumingDefaults, seen: seen.union([name]))
                else { return nil }
                values.formUnion(found)
            }
            return values.isEmpty || values.count > 16 ? nil : values
        default:
            return nil
        }
    }

    /// The texts that a variable can have which no expression of the script names.
    public func possibleStrings(ofVariable name: String) -> Set<String>? {
        var values: Set<String> = []
        for assignment in assignments(to: name) {
            if assignment.node.extent.start < lastHiddenAssignment { return nil }
            if case .file(let variable) = assignment.origin, let found = variable.values {
                values.formUnion(found)
                continue
            }
            guard assignment.operator == "=", let value = assignment.value, let found = possibleStrings(value) else { return nil }
            values.formUnion(found)
        }
        return values.isEmpty ? nil : values
    }

    /// Whether a value is surely a .NET string without PowerShell's additions, not a list and not another object.
    ///
    /// What comes from a pipeline may carry note properties, which `ConvertTo-Json` of Windows PowerShell writes out.
    public func isPlainString(_ expression: Expression) -> Bool {
        isPlainString(expression, seen: [])
    }

    private func isPlainString(_ expression: Expression, seen: Set<String>) -> Bool {
        switch expression.withoutParentheses {
        case .string, .expandableString: return true
        case .binary(let binary):
            switch binary.operator {
            case "+": return isPlainString(binary.left, seen: seen)
            case "-f", "-join": return true
            case "*": return isPlainString(binary.left, seen: seen)
            case "-replace", "-creplace", "-ireplace": return isPlainString(binary.left, seen: seen)
            default: return false
            }
        case .convert(let convert): return convert.type.typeName.lowercased() == "string"
        case .invokeMember(let call):
            switch call.memberName?.lowercased() {
            case "tostring", "tolongdatestring", "toshortdatestring": return true
            // Of a list they make a list.
            case "substring", "trim", "trimend", "trimstart", "toupper", "tolower", "replace", "padleft", "padright":
                return isPlainString(call.expression, seen: seen)
            default: return false
            }
        case .paren(let paren): return paren.pipeline.givesOneString
        case .sub(let sub): return sub.subExpression.statements.count == 1 && sub.subExpression.statements[0].givesOneString
        case .variable(let variable):
            let name = variable.name.lowercased()
            guard let assignments = knownAssignments(to: variable) else { return false }
            guard !seen.contains(name), assignments.contains(where: { $0.operator == "=" }) else { return seen.contains(name) }
            return assignments.allSatisfy { assignment in
                // A type that is bound once holds for every later value in its scope.
                let scope = assignment.node.enclosingScope
                let types = assignments.filter { $0.type != nil && $0.node.enclosingScope == scope }
                if !types.isEmpty { return types.allSatisfy { $0.type == "string" } }
                switch assignment.origin {
                case .file(let variable): return variable.values != nil
                case .parameter, .loop, .other: return false
                case .assignment:
                    guard ["=", "+="].contains(assignment.operator) else { return false }
                    if assignment.operator == "=", let statement = AssignmentStatement(assignment.node), statement.right.givesOneString {
                        return true
                    }
                    // A string that grows stays a string, whatever is added.
                    if assignment.operator == "+=" { return true }
                    return assignment.value.map { isPlainString($0, seen: seen.union([name])) } ?? false
                }
            }
        default: return false
        }
    }
}

extension Expression {
    /// Whether it can be evaluated more than once: it runs no command but those that only put paths together, and calls
    /// nothing but methods of strings.
    public var isRepeatable: Bool {
        ([node] + Array(node.descendants)).allSatisfy { node in
            if let command = Command(node) { return ["join-path", "split-path"].contains(command.name?.lowercased()) }
            if let call = InvokeMemberExpression(node) {
                return ["tostring", "trim", "trimstart", "trimend", "tolower", "toupper", "replace", "substring", "split"].contains(
                    call.memberName?.lowercased())
            }
            return node.kind != .unaryExpression || !["++", "--"].contains(UnaryExpression(node)!.operator)
        }
    }
}

extension Statement {
    /// A pipeline whose last command gives one string and nothing else, whatever goes in.
    public var givesOneString: Bool {
        guard case .pipeline(let pipeline) = self, let command = pipeline.elements.last.flatMap(Command.init) else { return false }
        switch command.name?.lowercased() {
        case "out-string": return !command.hasParameter("Stream")
        case "get-date": return command.hasParameter("Format") || command.hasParameter("UFormat")
        // Of one path they make one; lists of paths are rare, and written as such.
        case "join-path", "split-path": return pipeline.elements.count == 1 && !command.elements.contains { $0.node.kind == .arrayLiteral }
        default: return false
        }
    }
}

extension VariableFacts {
    /// Whether a path may be a pattern.
    public func mayHoldWildcard(_ expression: Expression) -> Bool {
        mayHoldWildcard(expression, seen: [])
    }

    private func mayHoldWildcard(_ expression: Expression, seen: Set<String>) -> Bool {
        func isPattern(_ text: String) -> Bool { text.contains { "*?[".contains($0) } }
        switch expression.withoutParentheses {
        case .string(let string): return isPattern(string.value)
        case .expandableString(let string):
            return string.parts.contains { if case .text(let text) = $0 { isPattern(text) } else { false } }
        case .binary(let binary): return mayHoldWildcard(binary.left, seen: seen) || mayHoldWildcard(binary.right, seen: seen)
        case .paren(let paren): return isPattern(paren.text)
        case .variable(let variable):
            let assignments = assignments(to: variable)
            guard !assignments.isEmpty, !seen.contains(variable.name.lowercased()) else { return true }
            return assignments.contains { assignment in
                if let value = assignment.value, case .assignment = assignment.origin {
                    return mayHoldWildcard(value, seen: seen.union([variable.name.lowercased()]))
                }
                guard let statement = AssignmentStatement(assignment.node), statement.right.givesOneString else { return true }
                return isPattern(statement.right.text)
            }
        default: return true
        }
    }

    /// The assignments whose value a place can see: the last that always runs before it, and what may run between.
    public func reachingAssignments(to variable: VariableExpression) -> [Assignment] {
        let scope = variable.node.enclosingScope
        var reaching: [Assignment] = []
        for assignment in assignments(to: variable) where assignment.node.enclosingScope == scope {
            let isBefore = assignment.node.extent.end <= variable.extent.start
            if isBefore, assignment.operator == "=", assignment.node.alwaysRuns(before: variable.node) { reaching = [] }
            if isBefore || assignment.node.ancestors.contains(where: { $0.isLoop && variable.node.isDescendant(of: $0) }) {
                reaching.append(assignment)
            }
        }
        return reaching
    }

    /// Whether a value is several on some way through the script, so that what takes one string refuses it there.
    public func isListSomewhere(_ expression: Expression) -> Bool {
        switch expression.withoutParentheses {
        case .arrayLiteral(let list): return list.elements.count > 1
        case .array: return true
        case .binary(let binary): return ["..", "-split", "-isplit", "-csplit"].contains(binary.operator)
        case .paren(let paren): return paren.pipeline.givesLines
        case .variable(let variable):
            return reachingAssignments(to: variable).contains { assignment in
                guard assignment.operator == "=", assignment.type == nil, let statement = AssignmentStatement(assignment.node) else {
                    return false
                }
                switch assignment.value?.withoutParentheses {
                case .array, .arrayLiteral: return true
                default: return statement.right.givesLines
                }
            }
        default: return false
        }
    }

    /// Whether a value is surely `$null`, an empty string or an empty list.
    public func isSurelyEmpty(_ expression: Expression) -> Bool {
        isSurelyEmpty(expression, depth: 0)
    }

    private func isSurelyEmpty(_ expression: Expression, depth: Int) -> Bool {
        switch expression.withoutParentheses {
        case .string(let string): return string.value.isEmpty
        case .array(let array): return array.subExpression.statements.isEmpty
        case .variable(let variable):
            if variable.variablePath.lowercased() == "null" { return true }
            guard let assignments = knownAssignments(to: variable), !isChangedInPlace(variable) else { return false }
            return depth < 8
                && assignments.allSatisfy { assignment in
                    guard case .assignment = assignment.origin, assignment.operator == "=", let value = assignment.value else {
                        return false
                    }
                    return isSurelyEmpty(value, depth: depth + 1)
                }
        default: return false
        }
    }
}

extension Statement {
    /// A pipeline whose last command gives a list of lines.
    fileprivate var givesLines: Bool {
        guard case .pipeline(let pipeline) = self, let command = pipeline.elements.last.flatMap(Command.init) else { return false }
        return command.name?.lowercased() == "convertto-html"
    }
}

/// How far a value is followed from one variable to the next. What takes each several times, `$c = "$b$b"`, doubles the work with
/// every step.
let mostVariablesInARow = 8
