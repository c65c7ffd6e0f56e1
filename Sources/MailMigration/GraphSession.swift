import PowerShellAnalysis
import PowerShellSyntax
import ScriptDiff

/// The session that a script has with Graph before it is migrated.
struct GraphSession {
    /// The script connects by itself.
    let isOpen: Bool
    /// What its sign-in lacks is added to a literal list of scopes.
    let scopeEdits: [Edit]
    /// Why sends can't use the session; nil where they can.
    let obstacle: LeaveReason?

    init(_ script: ScriptFacts, target: Target) {
        let connects = script.tree.all(Command.self).filter { $0.name?.lowercased() == "connect-mggraph" || $0.name?.lowercased() == "connect-graph" }
        guard target.usesSession, !connects.isEmpty else {
            (isOpen, scopeEdits, obstacle) = (false, [], nil)
            return
        }
        var edits: [Edit] = []
        var obstacle: LeaveReason?
        for connect in connects {
            guard let scopes = scopesArgument(of: connect) else {
                // A sign-in of this tool is there when a migrated script is read again.
                obstacle = LeaveReason(
                    .graphSession,
                    "the script connects to Graph by itself (line \(script.tree.source.line(at: connect.extent.start))), and its application's permissions are not in the script",
                    advice: "Give the application \(target.permissions.joined(separator: " and ")), and move the send by hand or with --target invoke-restmethod.")
                continue
            }
            guard let granted = script.variables.possibleElements(scopes) else {
                obstacle = LeaveReason(
                    .graphSession,
                    "the script connects to Graph with scopes that are only known when it runs (line \(script.tree.source.line(at: connect.extent.start)))",
                    advice: "Add \(target.permissions.joined(separator: " and ")) to them, and move the send by hand or with --target invoke-restmethod.")
                continue
            }
            let missing = target.permissions.filter { permission in !granted.contains { $0.lowercased() == permission.lowercased() } }
            guard !missing.isEmpty else { continue }
            if let end = literalListEnd(scopes) {
                edits.append(Edit(extent: Extent(end, end), replacement: ", " + missing.map(quoted).joined(separator: ", ")))
            } else {
                obstacle = LeaveReason(
                    .graphSession,
                    "the script connects to Graph without \(missing.joined(separator: " and ")) (line \(script.tree.source.line(at: connect.extent.start)))",
                    advice: "Add what is missing to its scopes and run again.")
            }
        }
        isOpen = true
        scopeEdits = edits
        self.obstacle = obstacle
    }
}

private func scopesArgument(of connect: Command) -> Expression? {
    let elements = connect.elements
    for (index, element) in elements.enumerated() {
        guard case .parameter(let parameter) = element, "scopes".hasPrefix(parameter.parameterName.lowercased()) else { continue }
        if let argument = parameter.argument { return argument }
        if index + 1 < elements.count, case .expression(let argument) = elements[index + 1] { return argument }
    }
    return nil
}

/// Where another element can be added to a list of strings.
private func literalListEnd(_ expression: Expression) -> Int? {
    switch expression {
    case .string, .arrayLiteral: expression.extent.end
    case .array(let array): array.subExpression.statements.count == 1 ? array.subExpression.statements[0].soleExpression.flatMap(literalListEnd) : nil
    case .paren(let paren): paren.pipeline.soleExpression.flatMap(literalListEnd)
    default: nil
    }
}
