import PowerShellAnalysis
import PowerShellSyntax
import ScriptDiff

/// What becomes of one script: the edits, and a finding for each send.
public struct Migration: Sendable {
    public let source: SourceText
    /// Empty where nothing changes.
    public let edits: [Edit]
    /// Those that there would be if no send were rejected, each with the sends that it is for.
    public let possibleEdits: [PossibleEdit]
    /// In the order of the script.
    public let findings: [Finding]
    /// Sends that are nothing to migrate, on Graph already for one, in the order of the script.
    public let unaffected: [UnaffectedSend]
    /// Where the script says which versions of TLS it uses, in the order of the script.
    public let protocolSettings: [ProtocolSetting]
    /// What could not be parsed. A script with errors is left as it is.
    public let errors: [SyntaxError]

    /// The script with its edits made.
    public func migrated() throws -> SourceText { try source.applying(edits) }
}

/// Migrates one script. It never fails: what can't be moved is a finding with a reason.
public func migrate(_ source: SourceText, options: MigrationOptions) -> Migration {
    let tree = SyntaxTree.parse(source)
    guard tree.errors.isEmpty else {
        return Migration(
            source: source, edits: [], possibleEdits: [], findings: [], unaffected: [], protocolSettings: [], errors: tree.errors)
    }
    let script = ScriptFacts(tree)
    let plan = MigrationPlan(script, options: options)
    let isReadable = plan.isReadable
    return Migration(
        source: source, edits: isReadable ? plan.edits : [], possibleEdits: isReadable ? plan.possibleEdits : [],
        findings: isReadable ? plan.findings : plan.findingsLeft, unaffected: plan.unaffected,
        protocolSettings: TransportLayerSecurity(script: script).settings, errors: [])
}
