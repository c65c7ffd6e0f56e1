import Foundation
import MailMigration
import PowerShellSyntax
import ScriptDiff

/// A script of a golden case, migrated for one target.
struct GoldenResult {
    let target: Target
    let migration: Migration
    let before: SourceText
    let after: SourceText
    /// What changes, as UTF-8 whatever the script is in, so that it can be read.
    let diff: [UInt8]

    var isChanged: Bool { after.bytes != before.bytes }

    init(of example: GoldenCase, target: Target) throws {
        self.target = target
        before = SourceText(bytes: GoldenCase.read(example.before) ?? [])
        migration = MailMigration.migrate(before, options: try example.options(target))
        let rewrite = try Rewrite(before, edits: migration.edits)
        after = rewrite.new
        diff = UnifiedDiff(rewrite, path: Array("before.ps1".utf8), form: .text).patch
    }

    static func difference(from old: [UInt8], to new: [UInt8], path: String) -> String {
        String(decoding: UnifiedDiff(from: old, to: new, path: Array(path.utf8)).patch, as: UTF8.self)
    }
}
