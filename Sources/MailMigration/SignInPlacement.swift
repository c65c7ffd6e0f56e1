import PowerShellAnalysis
import PowerShellSyntax

/// Where a script signs in: before which statement, and whether only if nobody has.
struct SignInPlacement {
    let statement: Statement
    let isGuarded: Bool
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
            places.append(SignInPlacement(statement: statement, isGuarded: renews && (isCalled || isShared), cloud: sends[0].cloud))
        }
        if let first, sends.contains(where: { if case .isolated = Region(of: $0.place.command.node) { false } else { true } }) {
            places.append(SignInPlacement(statement: first, isGuarded: false, cloud: sends[0].cloud))
        }
        return places
    }

    /// The statement of a block around all sends of a region that holds the first of them.
    private static func commonStatement(of sends: [Send], in region: Region, staysInLoops: Bool) -> Statement? {
        let first = sends[0].place.command.node
        var place: Statement?
        var node = first
        while let (statement, block) = node.enclosingBlockStatement {
            if let limit = region.node, !block.isDescendant(of: limit), block != limit { break }
            let isSettled = place != nil
            let holdsAll = sends.allSatisfy { $0.place.command.node.isDescendant(of: block) }
            if !isSettled || !holds(place!, all: sends) || isInLoopOrExpression(place!, below: block, staysInLoops: staysInLoops) {
                if holdsAll || place == nil { place = statement }
                if !holdsAll && !canStand(in: block) { place = statement }
            }
            node = block
        }
        return place
    }

    private static func holds(_ statement: Statement, all sends: [Send]) -> Bool {
        guard let block = statement.node.parent else { return true }
        return sends.allSatisfy { $0.place.command.node.isDescendant(of: block) } && canStand(in: block)
    }

    /// New statements can be put into a block that has lines of its own, not into `$( )` or `@( )`.
    private static func canStand(in block: Node) -> Bool {
        block.parent?.kind != .subExpression && block.parent?.kind != .arrayExpression
    }

    /// A loop, or a block that is an argument, lies between a statement and an outer block.
    private static func isInLoopOrExpression(_ statement: Statement, below block: Node, staysInLoops: Bool) -> Bool {
        for ancestor in statement.node.ancestors {
            if ancestor == block { return false }
            switch ancestor.kind {
            case .whileStatement, .doWhileStatement, .doUntilStatement: if !staysInLoops { return true }
            case .forStatement where ForStatement(ancestor)?.condition == nil: if !staysInLoops { return true }
            case .forStatement, .forEachStatement, .scriptBlockExpression, .subExpression, .arrayExpression: return true
            default: continue
            }
        }
        return false
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
