import PowerShellAnalysis
import PowerShellSyntax
import ScriptDiff

/// Makes sure that TLS 1.2 is on before a script sends: Windows PowerShell on older systems starts without it, and Graph
/// and SMTP AUTH take nothing less.
struct TransportLayerSecurity {
    static let line = "[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12"

    let script: ScriptFacts

    /// What has to be done for one send.
    enum Need {
        /// It is set on this line.
        case met(line: Int)
        /// It is set to something older: the right side has to change.
        case raise(Statement)
        /// It is not set.
        case add
        /// It is not set, or set on this line to what is only known when the script runs.
        case addUnclear(line: Int)
    }

    func need(of command: Command) -> Need {
        // The last one before the send counts.
        var need = Need.add
        for (assignment, setting) in found where reaches(assignment.node, command.node) {
            switch setting.level {
            case .current: need = .met(line: setting.line)
            case .old: need = .raise(assignment.right)
            case .unclear: need = .addUnclear(line: setting.line)
            }
        }
        return need
    }

    /// Where the script says which versions it uses.
    var settings: [ProtocolSetting] { found.map(\.setting) }

    private var found: [(assignment: AssignmentStatement, setting: ProtocolSetting)] {
        script.tree.all(AssignmentStatement.self).filter(setsProtocol).map { assignment in
            let line = script.tree.source.line(at: assignment.extent.start)
            return (assignment, ProtocolSetting(extent: assignment.extent, line: line, level: level(of: assignment.right)))
        }
    }

    private func setsProtocol(_ assignment: AssignmentStatement) -> Bool {
        guard case .member(let member) = assignment.left, member.memberName?.lowercased() == "securityprotocol",
            case .type(let type) = member.expression
        else { return false }
        return type.typeName.lowercased().hasSuffix("net." + SenderNames.servicePointManager)
    }

    /// It runs before the send, as far as the text tells: earlier in the script, or in the same function or block.
    private func reaches(_ assignment: Node, _ command: Node) -> Bool {
        let region = Region(of: command)
        if Region(of: assignment) == region { return assignment.extent.start < command.extent.start }
        if case .isolated = region { return false }
        guard Region(of: assignment) == .script else { return false }
        // A function is called by what follows it at the latest.
        if case .called = region { return true }
        return assignment.extent.start < command.extent.start
    }

    private func level(of value: Statement) -> ProtocolSetting.Level {
        var text = value.text.lowercased()
        if let expression = value.soleExpression, let known = script.variables.possibleStrings(expression) {
            text += " " + known.joined(separator: " ").lowercased()
        }
        if ["tls12", "tls13", "3072", "12288", "15360", "4032", "systemdefault", "0x00000c00", "0xc00"].contains(where: text.contains) {
            return .current
        }
        return ["ssl3", "tls", "tls11"].contains(where: text.contains) ? .old : .unclear
    }

    // MARK: Where the line goes

    /// The edit that adds the line for a region.
    func insertion(for region: Region, unit: String) -> Edit {
        let source = script.tree.source
        let ending = source.lineEnding
        if case .isolated(let block) = region { return insertion(into: block, unit: unit) }
        let root = script.tree.root
        if let block = root.namedBlocks.first(where: { !$0.isUnnamed && $0.node.role == .beginBlock })
            ?? root.namedBlocks.first(where: { !$0.isUnnamed && $0.node.role != .dynamicParamBlock })
        {
            return insertion(intoBraces: Extent(openingBrace(of: block), block.extent.end), at: block.extent.start, unit: unit)
        }
        let head = (root.usingStatements.map(\.extent.end) + [root.paramBlock?.extent.end ?? 0]).max() ?? 0
        if head > 0 {
            var code = head
            while code < source.text.count, source.text[code] == UInt8(ascii: " ") || source.text[code] == UInt8(ascii: ";") { code += 1 }
            let isFollowed = code < source.lineEnd(at: head) && source.text[code] != UInt8(ascii: "#")
            if isFollowed { return Edit(extent: Extent(head, code), replacement: ending + ending + Self.line + ending + ending) }
            let next = source.nextLineStart(at: head)
            let hasLineEnd = next > source.lineEnd(at: head)
            let isBlank = next < source.text.count && source.lineEnd(at: next) == next
            return Edit(
                extent: Extent(next, next),
                replacement: (hasLineEnd ? "" : ending) + ending + Self.line + (isBlank || next == source.text.count ? "" : ending)
                    + (hasLineEnd ? ending : ""))
        }
        let place = startOfCode
        let isBelowText = place > 0 && source.lineEnd(at: place - 1) != source.lineStart(at: place - 1)
        return Edit(extent: Extent(place, place), replacement: (isBelowText ? ending : "") + Self.line + ending + ending)
    }

    /// The start of the line before which the first statement begins, with the comment that belongs to it.
    private var startOfCode: Int {
        let source = script.tree.source
        let root = script.tree.root
        guard let first = root.endBlock?.node.children.first(where: { _ in true })?.extent.start else { return 0 }
        let statement = source.lineStart(at: first)
        // Comments right above the statement go with it.
        var place = statement
        for comment in script.tree.comments.reversed() where comment.end <= place {
            let isAbove = source.nextLineStart(at: comment.end) == place
            guard isAbove, source.lineStart(at: comment.start) + source.indentation(at: comment.start).utf8.count == comment.start else {
                break
            }
            place = source.lineStart(at: comment.start)
            // The script's own head stays in front: its requirements, its help, whatever the file begins with.
            let text = source.string(comment).lowercased()
            if text.hasPrefix("#requires") || place == 0 && !belongsToFunction(root, text) { return statement }
        }
        return place
    }

    private func belongsToFunction(_ root: ScriptBlock, _ comment: String) -> Bool {
        guard comment.contains(".synopsis") || comment.contains(".description") else { return false }
        return root.endBlock?.statements.first?.node.kind == .functionDefinition
    }

    private func insertion(into block: ScriptBlock, unit: String) -> Edit {
        if let parameters = block.paramBlock {
            let place = parameters.extent.end
            let source = script.tree.source
            let indentation = source.indentation(at: parameters.extent.start)
            return Edit(
                extent: Extent(place, place),
                replacement: isFollowedByCode(place) ? " " + Self.line + ";" : source.lineEnding + indentation + Self.line)
        }
        return insertion(intoBraces: block.extent, at: block.node.parent?.extent.start ?? block.extent.start, unit: unit)
    }

    /// - Parameters:
    ///   - braces: from the opening brace on.
    ///   - start: on the line whose indentation the block has.
    private func insertion(intoBraces braces: Extent, at start: Int, unit: String) -> Edit {
        let source = script.tree.source
        let place = braces.start + 1
        if isFollowedByCode(place) { return Edit(extent: Extent(place, place), replacement: " " + Self.line + ";") }
        return Edit(extent: Extent(place, place), replacement: source.lineEnding + source.indentation(at: start) + unit + Self.line)
    }

    /// Whether something stands behind a place on its line, be it only a brace: a line of its own would run into it.
    private func isFollowedByCode(_ place: Int) -> Bool {
        let source = script.tree.source
        let rest = source.text[place..<source.lineEnd(at: place)].first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        return rest.map { $0 != UInt8(ascii: "#") } ?? false
    }

    private func openingBrace(of block: NamedBlock) -> Int {
        let text = script.tree.source.text
        return text[block.extent.range].firstIndex(of: UInt8(ascii: "{")) ?? block.extent.start
    }
}

extension TransportLayerSecurity.Need {
    /// The line has to be put in.
    var adds: Bool {
        switch self {
        case .add, .addUnclear: true
        case .met, .raise: false
        }
    }
}

/// A place where a script says which versions of TLS it uses.
public struct ProtocolSetting: Hashable, Sendable {
    /// The raw value is the name in reports.
    public enum Level: String, Sendable, CaseIterable {
        /// TLS 1.2 or newer is among them.
        case current
        /// None of them is newer than TLS 1.1.
        case old
        /// Only known when the script runs.
        case unclear
    }

    public let extent: Extent
    /// Counted from 1.
    public let line: Int
    public let level: Level
}
