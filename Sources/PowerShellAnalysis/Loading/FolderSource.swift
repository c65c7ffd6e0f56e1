import PowerShellSyntax

/// The files of a folder, as `Get-ChildItem` gives them one after the other to what loads each.
public struct FolderSource: Hashable, Sendable {
    /// All of them match.
    let patterns: [NamePatterns]
    public let isRecursive: Bool
    let folder: PathText
    /// Whether only some of the files are loaded, which only a run tells.
    let isFiltered: Bool

    /// Whether a file of this name is among them.
    public func holds(_ name: String) -> Bool { patterns.allSatisfy { $0.match(name) } }
}

/// The loop around a command that loads a file with each turn.
struct LoadingLoop {
    /// The loop as a statement, or the command of a pipeline that repeats a block.
    let node: Node
    /// The block that is repeated.
    let body: Node
    let sources: [FolderSource]

    /// Nil where the file is not one of those that a folder gives.
    /// - Parameter file: What is loaded: `$_.FullName`, `$file`.
    init?(around command: Command, of file: Expression, _ facts: VariableFacts) {
        guard let variable = file.item else { return nil }
        let reader = FolderReader(facts: facts)
        if ["_", "psitem"].contains(variable.name.lowercased()) {
            guard let block = command.node.enclosing(ScriptBlock.self), let loop = block.receivingCommand,
                let pipeline = loop.node.parent.flatMap(Pipeline.init), let end = pipeline.elements.firstIndex(of: loop.node), end > 0
            else { return nil }
            node = loop.node
            body = block.node
            sources = reader.sources(ofPipeline: Array(pipeline.elements[..<end]))
        } else {
            guard let loop = command.node.enclosing(ForEachStatement.self), loop.variable.name.lowercased() == variable.name.lowercased()
            else {
                return nil
            }
            node = loop.node
            body = loop.body.node
            sources = reader.sources(of: loop.condition)
        }
        if sources.isEmpty { return nil }
    }
}

/// Reads which folders the files come from; nothing where only a run tells.
private struct FolderReader {
    let facts: VariableFacts

    func sources(of statement: Statement, depth: Int = 0) -> [FolderSource] {
        if let expression = statement.soleExpression { return sources(of: expression, depth: depth) }
        guard case .pipeline(let pipeline) = statement else { return [] }
        return sources(ofPipeline: pipeline.elements)
    }

    func sources(ofPipeline elements: [Node]) -> [FolderSource] {
        let isFiltered = elements.dropFirst().contains { !["sort-object", "sort"].contains(Command($0)?.name?.lowercased()) }
        let found: [FolderSource]
        if let command = elements.first.flatMap(Command.init) {
            found = source(of: command).map { [$0] } ?? []
        } else {
            found = elements.first.flatMap(CommandExpression.init).map { sources(of: $0.expression, depth: 0) } ?? []
        }
        return found.map {
            FolderSource(patterns: $0.patterns, isRecursive: $0.isRecursive, folder: $0.folder, isFiltered: $0.isFiltered || isFiltered)
        }
    }

    private func sources(of expression: Expression, depth: Int) -> [FolderSource] {
        guard depth < 8 else { return [] }
        switch expression {
        case .paren(let paren): return sources(of: paren.pipeline, depth: depth + 1)
        case .array(let array):
            return all(array.subExpression.statements.map { sources(of: $0, depth: depth + 1) })
        case .binary(let binary) where binary.operator == "+":
            return all([sources(of: binary.left, depth: depth + 1), sources(of: binary.right, depth: depth + 1)])
        case .arrayLiteral(let list): return all(list.elements.map { sources(of: $0, depth: depth + 1) })
        case .variable(let variable):
            let assignments = facts.assignments(to: variable)
            guard assignments.count == 1, assignments[0].operator == "=", let statement = AssignmentStatement(assignments[0].node) else {
                return []
            }
            return sources(of: statement.right, depth: depth + 1)
        default: return []
        }
    }

    /// Where one part is not known, nothing is.
    private func all(_ parts: [[FolderSource]]) -> [FolderSource] { parts.contains(where: \.isEmpty) ? [] : parts.flatMap(\.self) }

    private func source(of command: Command) -> FolderSource? {
        guard ["get-childitem", "gci", "dir", "ls"].contains(command.name?.withoutModule.lowercased()),
            let call = try? BoundCommand(command, signature: getChildItem, facts: facts), call["Name"] == nil, call["Directory"] == nil,
            case .expression(let place)? = (call["Path"] ?? call["LiteralPath"])?.value, let paths = facts.possiblePaths(place),
            paths.count == 1,
            var folder = paths.first
        else { return nil }
        var patterns: [NamePatterns] = []
        let names = folder.text.split(whereSeparator: isSeparator)
        if let last = names.last, last.contains(where: { "*?".contains($0) }) {
            patterns.append(NamePatterns(patterns: [String(last)]))
            folder.text = names.dropLast().map { "/" + $0 }.joined()
        }
        if folder.text.contains(where: { "*?[".contains($0) }) || folder.anchor == nil && !StaticPath.isRooted(folder.text) { return nil }
        let hasWildcard = !patterns.isEmpty
        for parameter in ["Filter", "Include"] where call[parameter] != nil {
            guard case .expression(let value)? = call[parameter]?.value, let texts = facts.possibleElements(value) else { return nil }
            patterns.append(NamePatterns(patterns: texts))
        }
        let isRecursive = call["Recurse"] != nil || call["Depth"] != nil
        // Of a folder as such -Include takes nothing.
        let includesNothing = call["Include"] != nil && !isRecursive && !hasWildcard
        let filters = ["Exclude", "Hidden", "ReadOnly", "System", "Attributes"]
        return FolderSource(
            patterns: patterns, isRecursive: isRecursive, folder: folder,
            isFiltered: includesNothing || filters.contains { call[$0] != nil })
    }
}

extension Expression {
    /// `$file` of `$file`, `$file.FullName` and `"$($file.FullName)"`.
    fileprivate var item: VariableExpression? {
        switch withoutParentheses {
        case .variable(let variable): return variable
        case .member(let member) where ["fullname", "pspath"].contains(member.memberName?.lowercased()): return member.expression.item
        case .expandableString(let string):
            guard string.parts.count == 1, case .expression(let inner) = string.parts[0] else { return nil }
            return inner.item
        case .sub(let sub) where sub.subExpression.statements.count == 1: return sub.subExpression.statements[0].soleExpression?.item
        default: return nil
        }
    }
}

private let getChildItem = CommandSignature([
    .init("Path", position: 0), .init("Filter", position: 1), .init("LiteralPath", aliases: ["PSPath", "LP"]), .init("Include"),
    .init("Exclude"), .init("Recurse", aliases: ["s"], isSwitch: true), .init("Depth"), .init("Force", isSwitch: true),
    .init("Name", isSwitch: true), .init("File", aliases: ["af"], isSwitch: true),
    .init("Directory", aliases: ["ad", "d"], isSwitch: true),
    .init("Hidden", aliases: ["ah", "h"], isSwitch: true), .init("ReadOnly", aliases: ["ar"], isSwitch: true),
    .init("System", aliases: ["as"], isSwitch: true), .init("Attributes"), .init("FollowSymlink", isSwitch: true),
])
