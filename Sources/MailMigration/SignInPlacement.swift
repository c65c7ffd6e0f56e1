import PowerShellAnalysis
import PowerShellSyntax

/// Where a script signs in: before which statement, and whether only if nobody has.
struct SignInPlacement {
    let statement: Statement
    let isGuarded: Bool
    /// A failing sign-in is reported and the script goes on, as it did when a send could not sign in.
    let isReported: Bool
    let cloud: Cloud
}

extension SignInPlacement {
    /// One place for each region that sends: before its first send, on every way to it, outside of its loops.
    ///
    /// - Parameter renews: a session renews itself; a token does not, so a loop that may run for long gets it inside.
    static func places(for sends: [Send], in script: ScriptFacts, renews: Bool) -> [SignInPlacement] {
        let regions = Dictionary(grouping: sends) { Region(of: $0.place.command.node, sharesRunspaces: renews) }
        let first = renews ? otherConnection(in: script, before: sends) : nil
        var places: [SignInPlacement] = []
        for (region, sends) in regions.sorted(by: { $0.value[0].place.replaced < $1.value[0].place.replaced }) {
            if case .isolated = region {} else if first != nil { continue }
            guard let statement = commonStatement(of: sends, in: region, staysInLoops: !renews) else { continue }
            let isCalled = if case .called = region { true } else { false }
            let isShared = region == .script && regions.keys.contains { if case .called = $0 { true } else { false } }
            places.append(
                SignInPlacement(
                    statement: statement, isGuarded: renews && (isCalled || isShared),
                    isReported: sends.contains { $0.errors.isSeen && !$0.errors.stops }, cloud: sends[0].cloud))
        }
        if let first, sends.contains(where: { if case .isolated = Region(of: $0.place.command.node) { false } else { true } }) {
            places.append(SignInPlacement(statement: first, isGuarded: false, isReported: false, cloud: sends[0].cloud))
        }
        return places
    }

    /// The statement before which a region signs in: in the innermost block that holds all of its sends and that runs once,
    /// the one with the first send.
    private static func commonStatement(of sends: [Send], in region: Region, staysInLoops: Bool) -> Statement? {
        var outermost: Statement?
        var node = sends[0].place.command.node
        while let (statement, block) = node.enclosingBlockStatement {
            if let limit = region.node, !block.isDescendant(of: limit), block != limit { break }
            let holdsAll = sends.allSatisfy { $0.place.command.node.isDescendant(of: block) }
            if holdsAll && runsOnce(block, in: region, staysInLoops: staysInLoops) { return statement }
            outermost = statement
            node = block
        }
        return outermost
    }

    /// Whether nothing between a block and its region repeats it, and new lines can be put into it: not into `$( )`, `@( )`
    /// or a block that is an argument.
    private static func runsOnce(_ block: Node, in region: Region, staysInLoops: Bool) -> Bool {
        for ancestor in block.ancestors {
            if ancestor == region.node { return true }
            switch ancestor.kind {
            case .whileStatement, .doWhileStatement, .doUntilStatement: if !staysInLoops { return false }
            case .forStatement where ForStatement(ancestor)?.condition == nil: if !staysInLoops { return false }
            case .forStatement, .forEachStatement, .scriptBlockExpression, .subExpression, .arrayExpression: return false
            default: continue
            }
        }
        return true
    }

    /// A sign-in of another Microsoft module before the sends: its libraries clash with the Graph SDK's unless that comes first
    /// (msgraph-sdk-powershell#3394).
    private static func otherConnection(in script: ScriptFacts, before sends: [Send]) -> Statement? {
        let commands = ["connect-exchangeonline", "connect-azaccount", "connect-pnponline", "add-azaccount"]
        for command in script.tree.all(Command.self) where commands.contains(command.name?.lowercased() ?? "") {
            guard Region(of: command.node) == .script, var (statement, block) = command.node.enclosingBlockStatement else { continue }
            // Out of whatever it stands in, so that the sign-in is on every way to the sends.
            while block.parent?.kind != .scriptBlock || block.parent?.parent != nil, let outer = block.enclosingBlockStatement {
                (statement, block) = outer
            }
            return statement
        }
        return nil
    }
}
