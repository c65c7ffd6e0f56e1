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
    ///   - options: Those that the result came about with.
    ///   - common: Those of the plan.
    init?(_ result: ScriptResult, in root: FilePath, options: MigrationOptions, common: PlanOptions) {
        guard let migration = result.migration, let content = result.content, migration.errors.isEmpty else { return nil }
        let sends = result.rewrite == nil ? [] : migration.findings.filter(\.changes)
        let dependences = LineDependences(migration.edits, sends: sends.map(\.extent.start)) { declined in
            var options = options
            options.declined = declined
            return migrate(migration.source, options: options).edits
        }
        rows = ReviewRows(migration.source, result.rewrite, migration.findings, dependences).json.compact
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
    fileprivate var json: JSONValue {
        var known: [Dependence: Int] = [:]
        var list: [JSONValue] = []
        func number(_ dependence: Dependence) -> JSONValue {
            let number = known[dependence] ?? known.count
            if number == known.count {
                list.append(.array([.array(dependence.any.map { .integer($0) }), .array(dependence.all.map { .integer($0) })]))
            }
            known[dependence] = number
            return .integer(number)
        }
        let rows = rows.map { row -> JSONValue in
            switch row {
            case .unchanged(let line, let isNear): .array([.integer(isNear ? 0 : 1), line.json])
            case .removed(let line, let dependence): .array([.integer(2), line.json, number(dependence)])
            case .added(let line, let dependence): .array([.integer(3), line.json, number(dependence)])
            case .gap(let count): .array([.integer(4), .integer(count)])
            case .noNewline: .array([.integer(5)])
            }
        }
        return .object(["rows": .array(rows), "places": .array(places.map { .integer($0) }), "dependences": .array(list)])
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
