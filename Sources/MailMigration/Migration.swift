import PowerShellAnalysis
import PowerShellSyntax
import ScriptDiff

/// What becomes of one script: the edits, and a finding for each send.
public struct Migration: Sendable {
    public let source: SourceText
    /// Empty where nothing changes.
    public let edits: [Edit]
    /// In the order of the script.
    public let findings: [Finding]
    /// What could not be parsed. A script with errors is left as it is.
    public let errors: [SyntaxError]

    /// The script with its edits made.
    public func migrated() throws -> SourceText { try source.applying(edits) }
}

/// Migrates one script. It never fails: what can't be moved is a finding with a reason.
public func migrate(_ source: SourceText, options: MigrationOptions) -> Migration {
    let tree = SyntaxTree.parse(source)
    guard tree.errors.isEmpty else { return Migration(source: source, edits: [], findings: [], errors: tree.errors) }
    let plan = MigrationPlan(ScriptFacts(tree), options: options)
    guard plan.isReadable else { return Migration(source: source, edits: [], findings: plan.findingsLeft, errors: []) }
    return Migration(source: source, edits: plan.edits, findings: plan.findings, errors: [])
}
