import PowerShellAnalysis
import PowerShellSyntax
import ScriptDiff

/// The sessions that a script has with Graph before it is migrated.
///
/// A second `Connect-MgGraph` would replace the script's session, so where there is one, a send has to use it or is left.
struct GraphSession {
    /// What a send finds.
    enum Use {
        /// Nothing: it signs in for itself.
        case none
        /// The script's session, whose literal list of scopes gets these edits.
        case shared([Edit])
        case obstacle(LeaveReason)
    }

    private let script: ScriptFacts
    private let target: Target
    private let signIn: SignIn
    private let connects: [Command]
    private let disconnects: [Command]

    init(_ script: ScriptFacts, target: Target, signIn: SignIn) {
        self.script = script
        self.target = target
        self.signIn = signIn
        func commands(_ names: String...) -> [Command] {
            script.tree.all(Command.self).filter { names.contains($0.name?.lowercased() ?? "") }
        }
        connects = target.usesSession ? commands("connect-mggraph", "connect-graph") : []
        disconnects = commands("disconnect-mggraph", "disconnect-graph")
    }

    func use(by send: Send) -> Use {
        let (cloud, send) = (send.cloud, send.place.command)
        let region = Region(of: send.node)
        // Another process shares no session with the rest of the script.
        if case .isolated = region, !connects.contains(where: { Region(of: $0.node) == region }) { return .none }
        let relevant = connects.filter { connect in
            if case .isolated = Region(of: connect.node) { Region(of: connect.node) == region } else { true }
        }
        guard let last = relevant.last(where: { Region(of: $0.node) == region && $0.node.alwaysRuns(before: send.node) }) else {
            guard let other = relevant.first else { return .none }
            return .obstacle(reason("the script connects to Graph by itself (\(line(other))), but not surely before this send"))
        }
        let closed = disconnects.contains { last.extent.start < $0.extent.start && $0.node.alwaysRuns(before: send.node) }
        if closed {
            // The script is done with Graph where it says so and does not connect again.
            guard let later = relevant.first(where: { $0.extent.start > last.extent.start }) else { return .none }
            return .obstacle(reason("the script connects to Graph again behind it (\(line(later)))"))
        }
        if disconnects.contains(where: { last.extent.start < $0.extent.start && $0.extent.start < send.extent.start }) {
            return .obstacle(reason("the script may have left Graph before it (Disconnect-MgGraph)"))
        }
        // What an earlier migration of other sends of the script wrote.
        if last.text == signIn.connectCommand(for: target, cloud: cloud) { return .shared([]) }
        return scopes(of: last)
    }

    private func scopes(of connect: Command) -> Use {
        guard let argument = scopesArgument(of: connect) else {
            return .obstacle(
                reason("the script connects to Graph by itself (\(line(connect))), and its application's permissions are not in the script")
            )
        }
        guard let granted = script.variables.possibleElements(argument) else {
            return .obstacle(reason("the script connects to Graph with scopes that are only known when it runs (\(line(connect)))"))
        }
        let missing = target.permissions.filter { permission in !granted.contains { $0.lowercased() == permission.lowercased() } }
        if missing.isEmpty { return .shared([]) }
        guard let end = literalListEnd(argument) else {
            return .obstacle(reason("the script connects to Graph without \(missing.joined(separator: " and ")) (\(line(connect)))"))
        }
        return .shared([Edit(extent: Extent(end, end), replacement: ", " + missing.map(quoted).joined(separator: ", "))])
    }

    private func reason(_ text: String) -> LeaveReason {
        LeaveReason(
            .graphSession, text,
            advice:
                "Give that session \(target.permissions.joined(separator: " and ")) and move the send by hand, or run with --target invoke-restmethod."
        )
    }

    private func line(_ command: Command) -> String { "line \(script.tree.source.line(at: command.extent.start))" }
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
    case .array(let array):
        array.subExpression.statements.count == 1 ? array.subExpression.statements[0].soleExpression.flatMap(literalListEnd) : nil
    case .paren(let paren): paren.pipeline.soleExpression.flatMap(literalListEnd)
    default: nil
    }
}
