import MailMigration
import ScriptDiff

extension ScriptResult {
    /// What the list of scripts shows, filters and counts.
    func json(planned: JSONValue) -> JSONValue {
        .object([
            "path": .string("\(file.path)"),
            "planned": planned,
            "stuck": .integer(stuckSends),
            "findings": .array(findings.map(\.json)),
            "problems": .array(problems.map(\.json)),
        ])
    }
}

extension Finding {
    fileprivate var json: JSONValue {
        .object([
            "line": .integer(line),
            "offset": .integer(extent.start),
            "outcome": .string(outcome.rawValue),
            "message": .string(visible(message)),
            "category": .string(category.map(visible)),
            "advice": .string(advice.map(visible)),
            "notes": .array(notes.map { .string(visible($0)) }),
        ])
    }
}

extension Problem {
    fileprivate var json: JSONValue {
        .object([
            "line": line.map { .integer($0) } ?? .null,
            "isNote": .bool(weight == .note),
            "reason": .string(visible(reason)),
            "advice": .string(visible(advice)),
        ])
    }
}
