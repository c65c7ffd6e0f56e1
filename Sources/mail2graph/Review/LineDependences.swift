import MailMigration
import PowerShellSyntax
import ScriptDiff

/// On which sends of a script a changed line depends: two sends can share the sign-in, the TLS line or a hashtable.
struct Dependence: Hashable, Sendable {
    /// The line changes where one of these is accepted; where it is empty, no single one is enough. Places in the list of sends.
    var any: [Int]
    /// And only where none of these is declined.
    var all: [Int]
}

/// The dependences of every changed line of a script.
///
/// They are read off what the migration does where all sends but one are declined, and where only one is: what the page
/// shows of a decision is what ``PlannedScript`` makes of it.
struct LineDependences: Sendable {
    /// Of scripts with more sends it is told from the places alone: nobody waits for thousands of migrations of one script.
    static let limit = 64

    private let count: Int
    private let pieces: [Piece]

    /// One edit, or several at the same place, and which of its lines there are in each of the other migrations.
    private struct Piece {
        var old: Range<Int>
        var new: Range<Int>
        var replacement: [UInt8]
        /// By the send that alone is accepted, by line of the replacement; nil where the piece is not there.
        var accepted: [[Bool]?]
        /// By the send that alone is declined.
        var declined: [[Bool]?]

        /// Whether some of a line of the new text comes from the piece, be it that only its start does: what stood behind the
        /// piece on its line.
        func adds(_ line: Range<Int>) -> Bool {
            new.overlaps(line) || new.upperBound == line.lowerBound && replacement.last == UInt8(ascii: "\n")
        }
    }

    /// - Parameters:
    ///   - edits: Those of the migration in which every send is accepted.
    ///   - sends: Where the commands of its sends start.
    ///   - others: The edits where these sends are declined.
    init(_ edits: [Edit], sends: [Int], others: (Set<Int>) -> [Edit]) {
        count = sends.count
        let all = Set(sends)
        let isTried = sends.count <= Self.limit
        let accepted = isTried && sends.count > 1 ? sends.map { replacements(others(all.subtracting([$0]))) } : []
        let declined = isTried && sends.count > 2 ? sends.map { replacements(others([$0])) } : accepted.reversed()
        var growth = 0
        pieces = replacements(edits).sorted { ($0.key.start, $0.key.end) < ($1.key.start, $1.key.end) }.map { extent, replacement in
            func present(_ replacements: [Extent: [UInt8]]) -> [Bool]? { replacements[extent].map { linesKept(of: replacement, in: $0) } }
            let start = extent.start + growth
            growth += replacement.count - (extent.end - extent.start)
            var piece = Piece(
                old: extent.range, new: start..<start + replacement.count, replacement: replacement, accepted: accepted.map(present),
                declined: declined.map(present))
            if !isTried {
                // What is put in place of a send is its own, all else is shared.
                let owner = sends.first(where: extent.range.contains)
                let whole = linesKept(of: replacement, in: replacement)
                piece.accepted = sends.map { owner == nil || owner == $0 ? whole : nil }
                piece.declined = sends.map { owner == $0 ? nil : whole }
            }
            return piece
        }
    }

    /// - Parameter line: Its range in the old text, with its line end.
    func ofRemoved(_ line: Range<Int>) -> Dependence {
        let touching = pieces.filter { piece in
            piece.old.isEmpty
                ? line.contains(piece.old.lowerBound)
                    && (piece.old.lowerBound > line.lowerBound || piece.replacement.last != UInt8(ascii: "\n"))
                : piece.old.overlaps(line)
        }
        return dependence { other in touching.contains { $0[keyPath: other] != nil } || touching.isEmpty }
    }

    /// - Parameter line: Its range in the new text, with its line end.
    func ofAdded(_ line: Range<Int>) -> Dependence {
        let touching = pieces.filter { $0.adds(line) }.map { piece in
            (piece, piece.replacement.prefix(max(0, line.lowerBound - piece.new.lowerBound)).count { $0 == UInt8(ascii: "\n") })
        }
        return dependence { other in touching.allSatisfy { piece, number in piece[keyPath: other].map { $0[number] } ?? false } }
    }

    /// Where what an added line is part of ends in the old text; nil where it is part of nothing.
    func end(ofAdded line: Range<Int>) -> Int? { pieces.last { $0.adds(line) }?.old.upperBound }

    private func dependence(_ isPresent: (KeyPath<Piece, [Bool]?>) -> Bool) -> Dependence {
        if count < 2 { return Dependence(any: Array(0..<count), all: []) }
        return Dependence(
            any: (0..<count).filter { isPresent(\Piece.accepted[$0]) }, all: (0..<count).filter { !isPresent(\Piece.declined[$0]) })
    }
}

/// What edits put in place of each extent.
private func replacements(_ edits: [Edit]) -> [Extent: [UInt8]] {
    edits.reduce(into: [:]) { replacements, edit in replacements[edit.extent, default: []] += edit.replacement.utf8 }
}

/// Of each line of a text, whether another text has it too.
private func linesKept(of text: [UInt8], in other: [UInt8]) -> [Bool] {
    func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] { text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) }
    let own = lines(text)
    var kept = [Bool](repeating: true, count: own.count)
    if text == other { return kept }
    for case .remove(let offset, _, _) in lines(other).difference(from: own) { kept[offset] = false }
    return kept
}
