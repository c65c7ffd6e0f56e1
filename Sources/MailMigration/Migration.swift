import PowerShellAnalysis
import PowerShellSyntax
import ScriptDiff

/// What becomes of one script: the edits, and a finding for each send.
public struct Migration: Sendable {
    public var source: SourceText { parsed.source }
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
    public var errors: [SyntaxError] { parsed.errors }
    private let parsed: ParsedScript
    private let loaded: LoadedFiles

    /// The script with its edits made.
    public func migrated() throws -> SourceText { try source.applying(edits) }

    /// What becomes of the same script with other options.
    public func again(with options: MigrationOptions) -> Migration { Migration(parsed, loaded: loaded, options: options) }

    fileprivate init(_ parsed: ParsedScript, loaded: LoadedFiles, options: MigrationOptions) {
        self.parsed = parsed
        self.loaded = loaded
        guard parsed.errors.isEmpty else {
            (edits, possibleEdits, findings, unaffected, protocolSettings) = ([], [], [], [], [])
            return
        }
        let script = ScriptFacts(parsed, loaded: loaded)
        let plan = MigrationPlan(script, options: options)
        let isReadable = plan.isReadable
        edits = isReadable ? plan.edits : []
        possibleEdits = isReadable ? plan.possibleEdits : []
        findings = isReadable ? plan.findings : plan.findingsLeft
        unaffected = plan.unaffected
        protocolSettings = TransportLayerSecurity(script: script).settings
    }
}

/// Migrates one script. It never fails: what can't be moved is a finding with a reason.
///
/// - Parameter loaded: What the files define that the script loads.
public func migrate(_ script: ParsedScript, loaded: LoadedFiles = LoadedFiles(), options: MigrationOptions) -> Migration {
    Migration(script, loaded: loaded, options: options)
}

/// Migrates a script as if it loaded no file.
public func migrate(_ source: SourceText, options: MigrationOptions) -> Migration {
    migrate(ParsedScript(source), options: options)
}
