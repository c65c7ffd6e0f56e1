import MailMigration
import ScriptDiff

/// What a reviewer is shown of a script, and what a plan says of it.
struct ReviewedScript: Sendable {
    /// Everything about each line, in JSON as the page reads it.
    let rows: [UInt8]
    /// Nil where there is nothing to decide.
    let planned: PlannedFile?

    /// - Parameters:
    ///   - root: The folder of the plan.
    ///   - options: Those that the result came about with, in which nothing is rejected.
    ///   - common: Those of the plan.
    init?(_ result: ScriptResult, in root: FilePath, options: MigrationOptions, common: PlanOptions) {
        guard let migration = result.migration, let content = result.content, migration.errors.isEmpty else { return nil }
        let sends = result.rewrite == nil ? [] : migration.findings.filter(\.changes)
        let rows = ReviewRows(migration.source, result.rewrite, migration.possibleEdits, migration.findings)
        self.rows = rows.json(sends: sends.map(\.extent.start)).compact
        planned = result.rewrite.map { rewrite in
            let own = PlanOptions(options)
            return PlannedFile(
                path: result.file.location.relative(to: root) ?? result.file.location,
                sha256: SHA256(content.bytes).description, resultSHA256: SHA256(rewrite.new.bytes).description,
                options: own == common ? nil : own,
                sends: sends.map {
                    PlannedSend(line: $0.line, offset: $0.extent.start, change: $0.message, decision: .undecided)
                })
        }
    }
}

extension ReviewRows {
    /// As short as it can be said: a report holds a hundred thousand lines.
    /// - Parameter sends: Where the commands of the script's sends start: the page tells them by their places in this list.
    fileprivate func json(sends: [Int]) -> JSONValue {
        let places = Dictionary(uniqueKeysWithValues: zip(sends, 0...))
        func numbers(_ sends: Set<Int>) -> JSONValue { .array(sends.compactMap { places[$0] }.sorted().map { .integer($0) }) }
        func lines(_ lines: [HighlightedLine]) -> JSONValue { .array(lines.map(\.json)) }
        return .object([
            "rows": .array(rows.map(\.json)),
            "places": .array(self.places.map { .integer($0) }),
            "blocks": .array(
                blocks.map { block in
                    let parts = block.parts.map { part -> JSONValue in
                        switch part {
                        case .kept(let kept): .array([lines(kept)])
                        case .edit(let sends, let old, let new): .array([lines(old), lines(new), numbers(sends)])
                        }
                    }
                    return .array([
                        .integer(block.rows.lowerBound), .integer(block.rows.upperBound), block.sends.map(numbers) ?? .null, .array(parts),
                    ])
                }),
        ])
    }
}

extension ReviewRows.Row {
    fileprivate var json: JSONValue {
        switch self {
        case .unchanged(let line, let isNear): .array([.integer(isNear ? 0 : 1), line.json])
        case .removed(let line): .array([.integer(2), line.json])
        case .added(let line): .array([.integer(3), line.json])
        case .gap(let count): .array([.integer(4), .integer(count)])
        case .noNewline: .array([.integer(5)])
        }
    }
}

extension HighlightedLine {
    /// The text alone where all of it is plain, else class and text in turn.
    fileprivate var json: JSONValue {
        if pieces.allSatisfy({ $0.kind.pageClass.isEmpty && !$0.isMarked }) { return .string(pieces.map(\.text).joined()) }
        return .array(pieces.flatMap { [.string($0.kind.pageClass + ($0.isMarked ? "!" : "")), .string($0.text)] })
    }
}

extension Highlighting.Kind {
    /// The class of the page's style.
    fileprivate var pageClass: String {
        switch self {
        case .plain, .word: ""
        case .keyword: "k"
        case .command: "f"
        case .parameter: "p"
        case .variable: "v"
        case .string: "s"
        case .number: "n"
        case .type: "t"
        case .member: "m"
        case .key: "y"
        case .operator: "o"
        case .comment: "c"
        case .secret: "x"
        }
    }
}
