import Foundation
import MailMigration
import PowerShellSyntax
import TestSupport
import Testing

/// What the migration makes of the scripts in `golden/`, byte for byte.
@Suite("Golden cases")
struct GoldenTests {
    /// `MAIL2GRAPH_GOLDEN_UPDATE=1` writes the files instead of comparing them.
    static let updates = ProcessInfo.processInfo.environment["MAIL2GRAPH_GOLDEN_UPDATE"] == "1"

    @Test("come out as written", arguments: GoldenCase.all)
    func result(of example: GoldenCase) throws {
        let results = try Target.allCases.map { try GoldenResult(of: example, target: $0) }
        for result in results {
            try expect(example.after(result.target), result.isChanged ? result.after.bytes : nil)
            try expect(example.diff(result.target), result.isChanged ? result.diff : nil)
        }
        try expect(example.report, GoldenReport(results).bytes)
    }

    @Test("parse after the migration", arguments: GoldenCase.all)
    func parses(_ example: GoldenCase) throws {
        for target in Target.allCases {
            let result = try GoldenResult(of: example, target: target)
            #expect(SyntaxTree.parse(result.after).errors == [], "\(target.rawValue)")
        }
    }

    @Test("migrate to themselves the second time", arguments: GoldenCase.all)
    func twice(_ example: GoldenCase) throws {
        for target in Target.allCases {
            let once = try GoldenResult(of: example, target: target).after
            let twice = MailMigration.migrate(once, options: try example.options(target))
            #expect(twice.edits.isEmpty, "\(target.rawValue)")
        }
    }

    @Test("are explained in the README, and have no other files")
    func folders() throws {
        let readme = try String(contentsOf: GoldenCase.root.appendingPathComponent("README.md"), encoding: .utf8)
        for example in GoldenCase.all {
            #expect(readme.contains("`\(example.name)`"), "golden/README.md has no row for \(example.name)")
            let known = Set(
                [example.before, example.report, example.optionsFile]
                    .map(\.lastPathComponent) + Target.allCases.flatMap { [example.after($0), example.diff($0)] }.map(\.lastPathComponent)
            )
            let files = try FileManager.default.contentsOfDirectory(atPath: example.folder.path)
            #expect(Set(files).subtracting(known) == [], "golden/\(example.name)")
        }
    }

    /// Compares a file with what it should hold, or writes it; nil is no file at all.
    private func expect(_ file: URL, _ bytes: [UInt8]?, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let there = GoldenCase.read(file)
        if there == bytes { return }
        if GoldenTests.updates {
            if let bytes { try Data(bytes).write(to: file) } else { try FileManager.default.removeItem(at: file) }
        } else {
            let path = file.path.dropFirst(repository.path.count + 1)
            let changes = GoldenResult.difference(from: there ?? [], to: bytes ?? [], path: String(path))
            Issue.record("\(changes)Is it right? `make golden-update` writes it.", sourceLocation: sourceLocation)
        }
    }
}
