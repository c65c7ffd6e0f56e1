import MailMigration
import PowerShellAnalysis
import PowerShellSyntax
import ScriptDiff

/// A script, migrated for one target.
public struct GoldenResult: Sendable {
    public let options: MigrationOptions
    public let migration: Migration
    public let before: SourceText
    public let after: SourceText
    /// What changes, as UTF-8 whatever the script is in, so that it can be read.
    public let diff: [UInt8]
    private let loaded: LoadedFiles

    public var target: Target { options.target }
    public var isChanged: Bool { after.bytes != before.bytes }

    /// - Parameter loaded: What the files define that the script loads.
    public init(_ script: ParsedScript, loaded: LoadedFiles, options: MigrationOptions) throws {
        self.options = options
        self.loaded = loaded
        before = script.source
        migration = migrate(script, loaded: loaded, options: options)
        let rewrite = try Rewrite(before, edits: migration.edits)
        after = rewrite.new
        diff = UnifiedDiff(rewrite, path: Array("before.ps1".utf8), form: .text).patch
    }

    /// What must hold whatever the script is: the result can be parsed, and is migrated already.
    public var fault: String? {
        if migration.errors.isEmpty, let error = SyntaxTree.parse(after).errors.first {
            return "line \(error.line) of the result can't be parsed: \(error.message)"
        }
        return migrate(ParsedScript(after), loaded: loaded, options: options).edits.isEmpty
            ? nil : "the result would be changed again by a second migration"
    }
}
