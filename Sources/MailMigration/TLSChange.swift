import PowerShellAnalysis
import PowerShellSyntax
import ScriptDiff

/// What sets TLS 1.2 for sends that run in one process, whose setting it is.
struct TLSChange {
    /// The sends, in the order of the script.
    let commands: [Command]
    /// Empty where it is set already.
    let edits: [Edit]
    /// What they come to, as part of a sentence.
    let message: String
    /// What the reviewer should know.
    let note: String?

    /// One for each process that the sends of a script run in.
    static func changes(for commands: [Command], in script: ScriptFacts) -> [TLSChange] {
        let byProcess = Dictionary(grouping: commands) { Region(of: $0.node).process }
        return byProcess.map { TLSChange(for: $0.value, in: $0.key, of: script) }
            .sorted { $0.commands[0].extent < $1.commands[0].extent }
    }

    private init(for commands: [Command], in region: Region, of script: ScriptFacts) {
        let pass = TransportLayerSecurity(script: script)
        let needs = commands.map(pass.need)
        var edits: [Edit] = []
        var message = "TLS 1.2 is set already"
        var raised: Set<Node> = []
        for case .raise(let value) in needs where raised.insert(value.node).inserted {
            edits.append(Edit(extent: value.extent, replacement: "[Net.SecurityProtocolType]::Tls12"))
            message = "the TLS setting is raised to 1.2"
        }
        if needs.contains(where: \.adds) {
            edits.append(pass.insertion(for: region, unit: script.tree.indentationUnit))
            message = "TLS 1.2 is set before it"
        }
        let unclear = needs.lazy.compactMap { if case .addUnclear(let line) = $0 { line } else { nil } }.first
        self.commands = commands
        self.edits = edits
        self.message = message
        note = unclear.map { "Line \($0) sets the protocol to what is only known when the script runs: see that TLS 1.2 is among it." }
    }
}

extension Region {
    /// All that runs in the same process.
    fileprivate var process: Region {
        if case .isolated = self { self } else { .script }
    }
}
