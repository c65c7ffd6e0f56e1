import MailMigration
import PowerShellSyntax

// From what became of scripts to what an inventory says of them.

extension Inventory {
    /// - Parameters:
    ///   - scripts: Each with what is to be done to it.
    ///   - read: How many were read.
    init(_ scripts: [(script: Script, options: MigrationOptions)], problems: [Problem], read: Int) {
        let all = scripts.map(\.script)
        self.init(totals: Totals(all, read: read), needs: Needs(scripts), scripts: all, problems: problems.compactMap(Trouble.init))
    }
}

extension Inventory.Script {
    /// Nil where there is nothing to say of the script.
    /// - Parameter here: The current folder, without links.
    init?(_ result: ScriptResult, from here: FilePath?) {
        guard let migration = result.migration else { return nil }
        path = result.file.path.description
        uri = result.file.location.uri(from: here)
        protocolSettings = migration.protocolSettings.map { setting in
            Inventory.Setting(place: .init(setting.extent, in: migration.source), tls: .init(setting.level))
        }
        // The last one counts.
        tls = protocolSettings.last?.tls ?? .notSet
        // Where the script can't be changed, nothing of it moves.
        let isStuck = result.rewrite == nil && !migration.edits.isEmpty
        let found =
            migration.findings.map { ($0.extent, Inventory.Send($0, in: migration.source, isStuck: isStuck)) }
            + migration.unaffected.map { ($0.extent, Inventory.Send($0, in: migration.source)) }
        sends = found.sorted { $0.0 < $1.0 }.map(\.1)
        numberFingerprints()
        if sends.isEmpty && !protocolSettings.contains(where: { $0.tls == .old }) { return nil }
    }

    /// Sends that say the same are told apart by their order.
    private mutating func numberFingerprints() {
        var seen: [String: Int] = [:]
        for index in sends.indices {
            seen[sends[index].fingerprint, default: 0] += 1
            sends[index].fingerprint += ":\(seen[sends[index].fingerprint]!)"
        }
    }
}

extension Inventory.Send {
    fileprivate init(_ finding: Finding, in source: SourceText, isStuck: Bool) {
        let changes = finding.outcome == .moved || finding.outcome == .secured
        var status = Inventory.Status(finding.outcome)
        var (message, reason) = (finding.message, finding.category)
        if finding.outcome == .moved { message = "Can go through Graph." }
        if changes && isStuck { (status, message, reason) = (.left, "The script can't be changed.", "a script that can't be changed") }
        self.init(
            finding.sending, at: finding.extent, in: source, status, message, reason: reason, advice: finding.advice, notes: finding.notes)
    }

    fileprivate init(_ send: UnaffectedSend, in source: SourceText) {
        let message =
            switch send.sending.route {
            case .graph: "Is on Graph already."
            case .outlook: "Goes through the Outlook of the person who runs the script."
            case .ews: "Goes through Exchange Web Services, which Exchange Online switches off as well."
            case .service, .smtp: "Goes through the interface of another service."
            }
        self.init(send.sending, at: send.extent, in: source, send.sending.route == .graph ? .onGraph : .unaffected, message)
    }

    private init(
        _ sending: Sending, at extent: Extent, in source: SourceText, _ status: Inventory.Status, _ message: String, reason: String? = nil,
        advice: String? = nil, notes: [String] = []
    ) {
        // Of what is told in reports anyway: a digest of the text could be tried for a secret in it.
        let told =
            [sending.sender.kind.rawValue, sending.sender.name] + sending.server.values + [sending.server.expression ?? ""]
            + sending.from.values + [sending.from.expression ?? ""]
        self.init(
            place: Inventory.Place(extent, in: source),
            fingerprint: String(SHA256(Array(told.joined(separator: "\n").utf8)).description.prefix(16)), status: status,
            kind: sending.sender.kind.rawValue, sender: sending.sender.name, module: sending.sender.module, route: sending.route.rawValue,
            server: .init(sending.server), port: .init(sending.port), from: .init(sending.from), mailboxes: .init(sending.mailboxes),
            signIn: .init(sending.signIn), usesTLS: sending.usesTLS, message: message, reason: reason, advice: advice, notes: notes)
    }
}

extension Inventory.Status {
    fileprivate init(_ outcome: Finding.Outcome) {
        self =
            switch outcome {
            case .moved: .moves
            case .secured: .secured
            case .left: .left
            case .stays: .stays
            case .elsewhere: .elsewhere
            }
    }
}

extension Inventory.Value {
    init(_ stated: Stated) { self.init(values: stated.values, expression: stated.expression) }
}

extension Inventory.SignIn {
    fileprivate init(_ authentication: Authentication) {
        switch authentication {
        case .anonymous: self.init(kind: "anonymous")
        case .defaultCredentials: self.init(kind: "defaultCredentials")
        case .credential(let user): self.init(kind: "credential", user: .init(user))
        case .session: self.init(kind: "session")
        case .unknown: self.init(kind: "unknown")
        }
    }
}

extension Inventory.TLS {
    fileprivate init(_ level: ProtocolSetting.Level) {
        self =
            switch level {
            case .current: .current
            case .old: .old
            case .unclear: .unclear
            }
    }
}

extension Inventory.Place {
    fileprivate init(_ extent: Extent, in source: SourceText) {
        self.init(
            line: source.line(at: extent.start), column: source.column(at: extent.start), endLine: source.line(at: extent.end),
            endColumn: source.column(at: extent.end))
    }
}

extension Inventory.Trouble {
    /// Nil for what is only worth knowing.
    init?(_ problem: Problem) {
        if problem.weight == .note { return nil }
        self.init(
            path: problem.path.description, line: problem.line, isFailure: problem.weight == .failure, reason: problem.reason,
            advice: problem.advice.isEmpty ? nil : problem.advice)
    }
}

extension FilePath {
    /// Percent-encoded; from a folder where it lies in it, else from the root of the file system. Both are resolved paths.
    fileprivate func uri(from folder: FilePath?) -> String {
        let inside = folder.flatMap { relative(to: $0) }
        let encoded = (inside ?? self).bytes.map { byte -> String in
            let character = Character(Unicode.Scalar(byte))
            if character.isASCII, character.isLetter || character.isNumber || "-._~/".contains(character) { return String(character) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
        return inside == nil ? "file://" + encoded : encoded
    }
}
