import PowerShellAnalysis
import PowerShellSyntax

/// Where a script signs in: before which statement, and whether only if nobody has.
struct SignInPlacement {
    let statement: Statement
    let isGuarded: Bool
    /// A failing sign-in is reported and the script goes on, as it did when a send could not sign in.
    let isReported: Bool
    let cloud: Cloud
    /// The sends that need it.
    let sends: [Send]
}

extension SignInPlacement {
    /// One place for each region that sends: before its first send, on every way to it, outside of its loops.
    ///
    /// - Parameter renews: a session renews itself; a token does not, so a loop that may run for long gets it inside.
    static func places(for sends: [Send], in script: ScriptFacts, renews: Bool) -> [SignInPlacement] {
        var regions = Dictionary(grouping: sends) { Region(of: $0.place.command.node, sharesRunspaces: renews) }
        let clashing = renews ? otherConnection(in: script) : nil
        let isCalled = regions.keys.contains { if case .called = $0 { true } else { false } }
        // Functions that are called after another module's sign-in need a session from before it.
        if clashing != nil, isCalled, regions[.script] == nil { regions[.script] = [] }
        let called = regions.filter { $0.key.isCalled }.flatMap(\.value)
        var places: [SignInPlacement] = []
        for (region, sends) in regions.sorted(by: { start(of: $0.value) < start(of: $1.value) }) {
            var statement = commonStatement(of: sends, in: region, staysInLoops: !renews)
            if region == .script, let clashing, statement.map({ clashing.extent.start < $0.extent.start }) ?? true { statement = clashing }
            guard let statement else { continue }
            places.append(
                SignInPlacement(
                    statement: withoutSuccessQuestion(statement),
                    isGuarded: renews && (region.isCalled || region == .script && isCalled),
                    isReported: sends.contains { $0.errors.isSeen && !$0.errors.stops },
                    cloud: (sends.first ?? called[0]).cloud,
                    sends: region == .script && clashing != nil ? sends + called : sends))
        }
        return places
    }

    private static func start(of sends: [Send]) -> Int { sends.first?.place.replaced.start ?? 0 }

    /// A statement that asks `$?` asks it of the one before: the sign-in must not come between them.
    private static func withoutSuccessQuestion(_ statement: Statement) -> Statement {
        var statement = statement
        while statement.node.descendants.contains(where: { VariableExpression($0)?.name == "?" }), let block = statement.node.parent {
            if let previous = block.children.prefix(while: { $0 != statement.node }).compactMap({ Statement($0) }).last {
                statement = previous
            } else if let outer = block.enclosingBlockStatement {
                statement = outer.statement
            } else {
                return statement
            }
        }
        return statement
    }

    /// The statement before which a region signs in: in the innermost block that holds all of its sends and that runs once,
    /// the one with the first send.
    private static func commonStatement(of sends: [Send], in region: Region, staysInLoops: Bool) -> Statement? {
        guard let first = sends.first else { return nil }
        var outermost: Statement?
        var node = first.place.command.node
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
            case .switchStatement where SwitchStatement(ancestor)!.isLoop: return false
            case .forStatement, .forEachStatement, .scriptBlockExpression, .subExpression, .arrayExpression: return false
            default: continue
            }
        }
        return true
    }

    /// The first sign-in of another Microsoft module: its libraries clash with the Graph SDK's unless that comes first
    /// (msgraph-sdk-powershell#3394).
    private static func otherConnection(in script: ScriptFacts) -> Statement? {
        let commands = ["connect-exchangeonline", "connect-azaccount", "connect-pnponline", "add-azaccount"]
        let all = script.tree.all(Command.self)
        // A function that connects does so where it is called.
        let functions = all.filter { commands.contains($0.name?.lowercased() ?? "") }
            .compactMap { $0.node.enclosingFunction?.name.unscoped.lowercased() }
        for command in all where (commands + functions).contains(command.name?.lowercased() ?? "") {
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

extension Region {
    fileprivate var isCalled: Bool { if case .called = self { true } else { false } }
}

extension SwitchStatement {
    /// Over the lines of a file, or over what a command or a list gives.
    fileprivate var isLoop: Bool {
        switch condition.flatMap({ Statement($0) })?.soleExpression?.withoutParentheses {
        case .variable, .member, .constant, .string, .expandableString, .index, .invokeMember: text.lowercased().contains("-file")
        default: true
        }
    }
}
