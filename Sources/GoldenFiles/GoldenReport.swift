import MailMigration

/// What the migration says about a script, as text: for each group of targets of which it says the same.
struct GoldenReport {
    let bytes: [UInt8]

    init(_ results: [GoldenResult]) {
        var groups: [(targets: [Target], text: String)] = []
        for result in results {
            let text = GoldenReport.text(of: result.migration)
            if let index = groups.firstIndex(where: { $0.text == text }) {
                groups[index].targets.append(result.target)
            } else {
                groups.append(([result.target], text))
            }
        }
        let sections = groups.map { group in
            groups.count == 1 ? group.text : group.targets.map(\.rawValue).joined(separator: ", ") + "\n\n" + group.text
        }
        bytes = Array(sections.joined(separator: "\n").utf8)
    }

    private static func text(of migration: Migration) -> String {
        let errors = migration.errors.map { "line \($0.line): can't be parsed: \($0.message)\n" }
        let findings = migration.findings.map { finding in
            (["line \(finding.line) \(finding.outcome.rawValue): \(finding.message)"]
                + (finding.advice.map { ["    \($0)"] } ?? [])
                + finding.notes.map { "    Note: \($0)" })
                .joined(separator: "\n") + "\n"
        }
        let text = (errors + findings).joined()
        return text.isEmpty ? "nothing to do\n" : text
    }
}
