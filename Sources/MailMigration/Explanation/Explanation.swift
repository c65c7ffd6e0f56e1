import PowerShellAnalysis
import PowerShellSyntax

/// Why a send is treated as it is, for a person who doubts it. No secret of the script is part of it.
public struct Explanation: Sendable {
    /// Counted from 1: from the start of the call to its end.
    public let lines: ClosedRange<Int>
    /// Where the hashtables are made that feed it.
    public let feedingLines: [ClosedRange<Int>]
    /// What becomes of it; nil where there is nothing to migrate.
    public let outcome: Finding.Outcome?
    /// A sentence: what is done, or why nothing is.
    public let message: String
    /// What to do about it.
    public let advice: String?
    /// What to know of a send that moves.
    public let notes: [String]
    /// The call as it stands in the script; nil where something else than the cmdlet sends, as nobody knows which of its
    /// arguments are secret.
    public let call: String?
    public let arguments: [ArgumentExplanation]
    public let remarks: [Remark]

    /// What decides about the send.
    public struct Remark: Hashable, Sendable {
        public enum Topic: String, Sendable, CaseIterable {
            case command = "Command"
            case arguments = "Arguments"
            case server = "Server"
            case mailbox = "Mailbox"
            case smtp = "SMTP sign-in"
            case signIn = "Graph sign-in"
            case errors = "Errors"
            case tls = "TLS"
        }

        public let topic: Topic
        /// A sentence or more.
        public let text: String
    }
}

/// A command that looks like the cmdlet and is none.
public struct Lookalike: Sendable {
    /// Counted from 1.
    public let line: Int
    /// A sentence: what it is.
    public let message: String
}

/// Everything that is to be said about the sends of one script.
public struct ScriptExplanation: Sendable {
    /// In the order of the script.
    public let sends: [Explanation]
    public let lookalikes: [Lookalike]
    /// What could not be parsed: nothing is known of such a script.
    public let errors: [SyntaxError]

    /// - Parameter loaded: What the files define that the script loads.
    public init(_ parsed: ParsedScript, loaded: LoadedFiles = LoadedFiles(), options: MigrationOptions) {
        errors = parsed.errors
        guard errors.isEmpty else {
            (sends, lookalikes) = ([], [])
            return
        }
        let script = ScriptFacts(parsed, loaded: loaded)
        let plan = MigrationPlan(script, options: options)
        let rules = ServerRules(policy: options.serverPolicy, list: options.servers)
        let found = SendMailMessageFinder(script: script, rules: rules).find()
        let reader = ExplanationReader(script: script, plan: plan, rules: rules, options: options)
        let findings = plan.isReadable ? plan.findings : plan.findingsLeft
        let explained = findings.map { finding in
            (finding.extent, reader.explanation(of: finding, found.first { $0.command.extent == finding.extent }))
        }
        let unaffected = plan.unaffected.map { ($0.extent, reader.explanation(of: $0)) }
        sends = (explained + unaffected).sorted { $0.0 < $1.0 }.map(\.1)
        lookalikes = Lookalike.all(in: script)
    }

    /// The sends that a line is part of: of the call, or of the hashtable that feeds it.
    public func sends(at line: Int) -> [Explanation] {
        let calls = sends.filter { $0.lines.contains(line) }
        return calls.isEmpty ? sends.filter { $0.feedingLines.contains { $0.contains(line) } } : calls
    }
}

extension Lookalike {
    static func all(in script: ScriptFacts) -> [Lookalike] {
        let functions = script.tree.all(FunctionDefinition.self)
        return script.tree.all(Command.self).compactMap { command in
            let written = command.elements.first?.text ?? ""
            let line = script.tree.source.line(at: command.extent.start)
            switch script.names.resolve(command, module: "Microsoft.PowerShell.Utility", facts: script.variables) {
            case .ownFunction(let name) where name.unscoped.lowercased() == "send-mailmessage":
                let definition = functions.last { $0.name.unscoped.lowercased() == name.unscoped.lowercased() }
                let place = definition.map { " (line \(script.tree.source.line(at: $0.extent.start)))" } ?? ""
                return Lookalike(
                    line: line, message: "\(written) is a function of the script\(place), not the cmdlet; what sends is inside of it.")
            // A command of another module is a send of its own.
            case .otherModule(let module) where !module.isModuleName && command.name?.lowercased().hasSuffix("\\send-mailmessage") == true:
                return Lookalike(line: line, message: "\(written) is a script or a program by its path, not the cmdlet.")
            default: return nil
            }
        }
    }
}
