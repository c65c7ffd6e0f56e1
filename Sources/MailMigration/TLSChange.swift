import PowerShellAnalysis
import PowerShellSyntax
import ScriptDiff

/// What sets TLS 1.2 for sends that run in one process, whose setting it is.
struct TLSChange {
    /// The sends, in the order of the script.
    let commands: [Command]
    /// Empty where it is set already.
    let edits: [PossibleEdit]
    /// What those that are made come to, as part of a sentence.
    let message: String
    /// What the reviewer should know.
    let note: String?

    /// One for each process that the sends of a script run in.
    /// - Parameter rejected: Where the commands of the sends start that are left.
    static func changes(for commands: [Command], rejected: Set<Int>, in script: ScriptFacts) -> [TLSChange] {
        let byProcess = Dictionary(grouping: commands) { Region(of: $0.node).process }
        return byProcess.map { TLSChange(for: $0.value, rejected: rejected, in: $0.key, of: script) }
            .sorted { $0.commands[0].extent < $1.commands[0].extent }
    }

    private init(for commands: [Command], rejected: Set<Int>, in region: Region, of script: ScriptFacts) {
        let pass = TransportLayerSecurity(script: script)
        var raised: [Extent: Set<Int>] = [:]
        var added: Set<Int> = []
        var unclear: Int?
        for command in commands {
            let send = command.extent.start
            switch pass.need(of: command) {
            case .met: break
            case .raise(let value): raised[value.extent, default: []].insert(send)
            case .add: added.insert(send)
            case .addUnclear(let line):
                added.insert(send)
                if !rejected.contains(send) { unclear = unclear ?? line }
            }
        }
        self.commands = commands
        let raises = raised.sorted { $0.key < $1.key }.map { value, sends in
            PossibleEdit(Edit(extent: value, replacement: "[Net.SecurityProtocolType]::Tls12"), for: sends)
        }
        let additions = added.isEmpty ? [] : [PossibleEdit(pass.insertion(for: region, unit: script.tree.indentationUnit), for: added)]
        edits = raises + additions
        let isAdded = additions.contains { $0.isMade(rejecting: rejected) }
        let isRaised = raises.contains { $0.isMade(rejecting: rejected) }
        message = isAdded ? "TLS 1.2 is set before it" : isRaised ? "the TLS setting is raised to 1.2" : "TLS 1.2 is set already"
        note = unclear.map { "Line \($0) sets the protocol to what is only known when the script runs: see that TLS 1.2 is among it." }
    }
}

extension Region {
    /// All that runs in the same process.
    fileprivate var process: Region {
        if case .isolated = self { self } else { .script }
    }
}
