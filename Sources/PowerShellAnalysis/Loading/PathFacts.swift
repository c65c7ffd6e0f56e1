import PowerShellSyntax

// Which paths an expression can have, without running the script.

extension VariableFacts {
    /// The paths that an expression can have, all of them known; nil where one is not.
    func possiblePaths(_ expression: Expression) -> Set<PathText>? { paths(expression, seen: []) }

    /// More combinations than anybody writes.
    private static let limit = 16

    private func paths(_ expression: Expression, seen: Set<String>) -> Set<PathText>? {
        switch expression.withoutParentheses {
        case .string(let string): return [PathText(text: string.value)]
        case .constant(let number): return number.text.allSatisfy(\.isNumber) ? [PathText(text: number.text)] : nil
        case .expandableString(let string):
            var found: Set<PathText> = [PathText(text: "")]
            for part in string.parts {
                switch part {
                case .text(let text): found = Set(found.compactMap { $0.joined(PathText(text: text)) })
                case .expression(let inner):
                    guard let paths = paths(inner, seen: seen).flatMap({ combined(found, $0) }) else { return nil }
                    found = paths
                }
            }
            return found
        case .binary(let binary) where binary.operator == "+":
            guard let left = paths(binary.left, seen: seen), let right = paths(binary.right, seen: seen) else { return nil }
            return combined(left, right)
        case .sub(let sub):
            let statements = sub.subExpression.statements
            return statements.count == 1 ? paths(statements[0], seen: seen) : nil
        case .paren(let paren): return paths(paren.pipeline, seen: seen)
        case .convert(let convert) where convert.type.typeName.lowercased() == "string": return paths(convert.child, seen: seen)
        case .member(let member): return paths(member, seen: seen)
        case .invokeMember(let call): return paths(call, seen: seen)
        case .variable(let variable): return paths(variable, seen: seen)
        default: return nil
        }
    }

    private func paths(_ statement: Statement, seen: Set<String>) -> Set<PathText>? {
        if let expression = statement.soleExpression { return paths(expression, seen: seen) }
        guard let command = statement.soleCommand, let name = command.name?.withoutModule.lowercased() else { return nil }
        func argument(_ call: BoundCommand, _ parameters: String...) -> Set<PathText>? {
            guard case .expression(let value)? = parameters.lazy.compactMap({ call[$0]?.value }).first else { return nil }
            return paths(value, seen: seen)
        }
        switch name {
        case "get-location", "gl", "pwd": return command.elements.count == 1 ? [PathText(anchor: .currentFolder, text: "")] : nil
        case "join-path":
            guard let call = try? BoundCommand(command, signature: joinPath, facts: self), var found = argument(call, "Path") else {
                return nil
            }
            for parameter in ["ChildPath", "AdditionalChildPath"] where call[parameter] != nil {
                guard let joined = argument(call, parameter).flatMap({ combined(found, $0, by: "/") }) else { return nil }
                found = joined
            }
            return found
        case "split-path":
            guard let call = try? BoundCommand(command, signature: splitPath, facts: self),
                let found = argument(call, "Path", "LiteralPath"),
                ["Leaf", "LeafBase", "Extension", "Qualifier", "NoQualifier", "IsAbsolute"].allSatisfy({ call[$0] == nil })
            else { return nil }
            return Set(found.map(\.parent))
        case "resolve-path", "rvpa", "convert-path", "cvpa", "get-item", "gi":
            guard let call = try? BoundCommand(command, signature: getItem, facts: self) else { return nil }
            return argument(call, "Path", "LiteralPath")
        default: return nil
        }
    }

    /// `$MyInvocation.MyCommand.Path` and members of what `Get-Item` and `Resolve-Path` give.
    private func paths(_ member: MemberExpression, seen: Set<String>) -> Set<PathText>? {
        guard !member.isStatic, let name = member.memberName?.lowercased() else { return nil }
        if case .member(let inner) = member.expression, case .variable(let variable) = inner.expression,
            variable.name.lowercased() == "myinvocation", inner.memberName?.lowercased() == "mycommand"
        {
            // In a function it tells of the function.
            guard ["path", "definition", "source"].contains(name), variable.qualifier == "script" || member.node.enclosingFunction == nil
            else { return nil }
            return [PathText(anchor: .script, text: "")]
        }
        switch name {
        case "fullname", "path", "providerpath": return paths(member.expression, seen: seen)
        case "directoryname", "directory", "parent": return paths(member.expression, seen: seen).map { Set($0.map(\.parent)) }
        default: return nil
        }
    }

    /// `[IO.Path]::Combine(…)` and its like.
    private func paths(_ call: InvokeMemberExpression, seen: Set<String>) -> Set<PathText>? {
        guard call.isStatic, case .type(let type) = call.expression, ["io.path", "system.io.path"].contains(type.typeName.lowercased()),
            !call.arguments.isEmpty
        else { return nil }
        let arguments = call.arguments.map { paths($0, seen: seen) }
        switch call.memberName?.lowercased() {
        case "combine", "join":
            return arguments.dropFirst().reduce(arguments[0]) { found, next in
                guard let found, let next else { return nil }
                return combined(found, next, by: "/")
            }
        case "getdirectoryname": return arguments[0].map { Set($0.map(\.parent)) }
        case "getfullpath": return arguments[0]
        default: return nil
        }
    }

    private func paths(_ variable: VariableExpression, seen: Set<String>) -> Set<PathText>? {
        let name = variable.variablePath.unscoped.lowercased()
        switch name {
        case "psscriptroot": return [PathText(anchor: .scriptFolder, text: "")]
        case "pscommandpath": return [PathText(anchor: .script, text: "")]
        case "pwd": return [PathText(anchor: .currentFolder, text: "")]
        default: break
        }
        if variable.qualifier == "env" { return [PathText(anchor: .environment(variable.name), text: "")] }
        // That a file which is loaded between sets it anew is passed over: the next file would not be found where it is named.
        let assignments = assignments(to: variable)
        guard !seen.contains(name), seen.count < mostVariablesInARow, !assignments.isEmpty, !isChangedInPlace(variable) else { return nil }
        var found: Set<PathText> = []
        for assignment in assignments {
            let values: Set<PathText>?
            switch assignment.origin {
            case .parameter:
                values = assignment.value.flatMap { paths($0, seen: seen.union([name])) }.map { Set($0.map { $0.guessed }) }
            case .assignment where assignment.operator == "=":
                values = AssignmentStatement(assignment.node).flatMap { paths($0.right, seen: seen.union([name])) }
            default: values = nil
            }
            guard let values, found.count + values.count <= Self.limit else { return nil }
            found.formUnion(values)
        }
        return found
    }

    private func combined(_ heads: Set<PathText>, _ tails: Set<PathText>, by separator: String = "") -> Set<PathText>? {
        guard heads.count * tails.count <= Self.limit else { return nil }
        let found = heads.flatMap { head in tails.map { head.joined($0, by: separator) } }
        return found.contains(nil) ? nil : Set(found.compactMap(\.self))
    }
}

extension PathText {
    fileprivate var guessed: PathText { PathText(anchor: anchor, text: text, isGuess: true) }
}

private let joinPath = CommandSignature([
    .init("Path", aliases: ["PSPath"], position: 0), .init("ChildPath", position: 1), .init("AdditionalChildPath", position: 2),
    .init("Resolve", isSwitch: true), .init("Credential"),
])

private let splitPath = CommandSignature([
    .init("Path", position: 0), .init("LiteralPath", aliases: ["PSPath", "LP"]), .init("Parent", isSwitch: true),
    .init("Leaf", isSwitch: true), .init("LeafBase", isSwitch: true), .init("Extension", isSwitch: true),
    .init("Qualifier", isSwitch: true), .init("NoQualifier", isSwitch: true), .init("IsAbsolute", isSwitch: true),
    .init("Resolve", isSwitch: true), .init("Credential"),
])

private let getItem = CommandSignature([
    .init("Path", position: 0), .init("LiteralPath", aliases: ["PSPath", "LP"]), .init("Force", isSwitch: true),
    .init("Relative", isSwitch: true), .init("Filter"), .init("Include"), .init("Exclude"), .init("Credential"),
])
