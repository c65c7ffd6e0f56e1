import Foundation
import MailMigration
import TestSupport
import Testing

/// What the scripts in `golden/` do before and after the migration, where the PowerShell engine is there to run them.
@Suite(
    "Golden cases in the PowerShell engine",
    .enabled(if: PowerShellEngine.isPresent, "\(PowerShellEngine.absence)"),
    .disabled(if: GoldenTests.updates, "the files are being written")
)
struct MessageTests {
    /// A result that differs from the script.
    private struct Changed {
        let example: GoldenCase
        let target: Target
        var file: URL { example.after(target) }
    }

    private static let changed = GoldenCase.all.flatMap { example in
        Target.allCases.map { Changed(example: example, target: $0) }.filter { GoldenCase.read($0.file) != nil }
    }

    @Test("parse in Windows PowerShell 5.1")
    func parse() throws {
        let files = GoldenCase.all.map(\.before) + MessageTests.changed.map(\.file)
        for parsed in try #require(PowerShellEngine.shared).parseForDesktop(files) where !parsed.errors.isEmpty {
            Issue.record("\(parsed.file):\(parsed.errors[0].line): \(parsed.errors[0].message)")
        }
    }

    @Test("send the same messages")
    func messages() throws {
        for (changed, comparison) in try compare(MessageTests.changed) {
            let isSame = comparison.verdict == "same" && comparison.output != "different"
            if let gap = EngineGap.of(changed.example, changed.target) {
                #expect(!isSame, "no longer a gap, take it from the list: \(changed.example.name) (\(gap.reason))")
            } else if !isSame {
                Issue.record("\(changed.example.name)/\(changed.file.lastPathComponent): \(comparison.text)")
            }
        }
    }

    /// Cases in which a failing send matters to what comes after it.
    private static let handlesErrors = changed.filter { changed in
        let script = GoldenCase.read(changed.example.before).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return ["try", "trap", "ErrorAction", "$?"].contains(where: script.contains) && EngineGap.of(changed.example, changed.target) == nil
            && changed.example.name != "error-variable"  // It prints what the error says.
    }

    @Test("go on or stop as before where a send fails")
    func failures() throws {
        for (changed, comparison) in try compare(MessageTests.handlesErrors, environment: ["PSENGINE_FAIL": "send"], options: ["--as-is"])
        where comparison.verdict != "nothing-sent" || comparison.output == "different" {
            Issue.record("\(changed.example.name)/\(changed.file.lastPathComponent): \(comparison.text)")
        }
    }

    /// Cases in which a refused SMTP sign-in was an error that the script went on after, although it would catch what is thrown.
    private static let goesOn = changed.filter { ["try-without-stop", "catch-all-errors"].contains($0.example.name) }

    @Test("go on as before where signing in fails")
    func signIn() throws {
        for (changed, comparison) in try compare(MessageTests.goesOn, environment: ["PSENGINE_FAIL": "connect"], options: ["--as-is"])
        where comparison.output == "different" {
            Issue.record("\(changed.example.name)/\(changed.file.lastPathComponent): \(comparison.text)")
        }
    }

    private func compare(
        _ results: [Changed], environment: [String: String] = [:], options: [String] = []
    ) throws -> Zip2Sequence<[Changed], [PowerShellEngine.Comparison]> {
        let pairs = results.map { (original: $0.example.before, migrated: $0.file) }
        let comparisons = try #require(PowerShellEngine.shared).compare(pairs, options: options, environment: environment)
        return zip(results, comparisons)
    }
}
