import PowerShellAnalysis
import PowerShellSyntax
import ScriptDiff

/// Everything that is to be done to one script, and why.
struct MigrationPlan {
    /// Those for all sends, also for those that are rejected.
    private(set) var possibleEdits: [PossibleEdit] = []
    private(set) var findings: [Finding] = []
    /// Where the migrated script signs in.
    private(set) var signIns: [SignInPlacement] = []
    /// Sends that are nothing to migrate.
    let unaffected: [UnaffectedSend]

    private let script: ScriptFacts
    private let mask: SecretMask
    /// Looked for once, not for each send.
    private let signatureBlock: SignatureBlock?
    private let options: MigrationOptions

    init(_ script: ScriptFacts, options: MigrationOptions) {
        self.script = script
        mask = SecretMask(script.tree)
        signatureBlock = SignatureBlock(script.tree)
        self.options = options
        let rules = ServerRules(policy: options.serverPolicy, list: options.servers)
        let others = OtherSenders(in: script, rules: rules)
        unaffected = others.unaffected
        let finder = SendMailMessageFinder(script: script, rules: rules)
        switch options.scope {
        case .all: move(finder.find())
        case .tls: secure(finder)
        }
        findings += others.findings
        findings.sort { $0.extent < $1.extent }
    }

    /// Those that are made.
    var edits: [Edit] { possibleEdits.filter { $0.isMade(rejecting: options.rejected) }.map(\.edit) }

    /// Whether the script still parses after the edits. It always should: this is the net below the tightrope.
    var isReadable: Bool {
        guard !possibleEdits.isEmpty, let migrated = try? script.tree.source.applying(edits) else { return true }
        return SyntaxTree.parse(migrated).errors.isEmpty
    }

    /// The findings of a script that is left as it is because its edits would break it.
    var findingsLeft: [Finding] {
        findings.map { finding in
            guard finding.outcome == .moved || finding.outcome == .secured else { return finding }
            return Finding(
                extent: finding.extent, line: finding.line, outcome: .left, message: "The script would not parse after the change.",
                category: LeaveReason.Category.place.rawValue,
                advice: "Move it by hand, and please report the script as a fault of mail2graph.",
                notes: [], sending: finding.sending)
        }
    }

    // MARK: Moving

    private mutating func move(_ found: [SendMailMessageFinder.Found]) {
        let (signingIn, sharing) = sorted(found)
        let sends = (signingIn + sharing).sorted { $0.place.replaced < $1.place.replaced }
        guard !sends.isEmpty else { return }
        let taken = script.variableNames
        let names = TargetPrinter.NewNames(
            draft: unusedName("draft", "graphDraft", besides: taken), message: unusedName("graphMessage", "mailMessage", besides: taken),
            token: unusedName("graphToken", "mailToken", besides: taken))
        let printer = TargetPrinter(target: options.target, facts: script.variables, names: names)

        let relays = found.contains { if case .failure(let reason) = $0.result { reason.category == .otherServer } else { false } }
        // Before the sign-in, which may stand at the same place.
        var setsTLS = false
        var notes: [String] = []
        for change in TLSChange.changes(for: sends.map(\.place.command), rejected: options.rejected, in: script) {
            possibleEdits += change.edits
            setsTLS = setsTLS || change.edits.contains { $0.isMade(rejecting: options.rejected) }
            if let note = change.note { notes.append(note) }
        }

        if setsTLS && relays {
            notes.append("The TLS setting is the whole process's: the relay that other sends go through has to speak TLS 1.2.")
        }
        if let note = stripSignature(for: starts(of: sends)) { notes.append(note) }
        var rewrites = StatementRewrites(script.tree)
        let places = SignInPlacement.places(for: signingIn, in: script, renews: options.target.usesSession)
        signIns = places.filter { $0.sends.contains(where: isAccepted) }
        for place in places {
            if let code = signIn(place, names: names) { rewrites.insert(code, before: place.statement, for: starts(of: place.sends)) }
        }
        var loadNote = script.loaded.note
        for send in sends {
            let code = printer.print(send)
            rewrites.replace(send.place, with: send.place.returns ? Code(lines: [code, Code("return")]) : code)
            for statement in send.consumedSplats { rewrites.delete(statement, for: send.place.command.extent.start) }
            guard isAccepted(send) else { continue }
            moved(send, notes: notes + [loadNote].compactMap(\.self))
            // Once a script is enough.
            loadNote = nil
        }
        possibleEdits += rewrites.edits
    }

    private func starts(of sends: [Send]) -> Set<Int> { Set(sends.map(\.place.command.extent.start)) }

    /// The sends that can move: those that need a sign-in, and those that share the script's session, which gets the scopes
    /// that they need. The others are left with their reasons; so are those that were rejected, though they are among the sends.
    private mutating func sorted(_ found: [SendMailMessageFinder.Found]) -> (signingIn: [Send], sharing: [Send]) {
        var (signingIn, sharing): ([Send], [Send]) = ([], [])
        let session = GraphSession(script, target: options.target, signIn: options.signIn)
        for one in found {
            switch one.result {
            case .failure(let reason): leave(one.command, reason)
            case .success(let send):
                if let reason = obstacle(to: one.command) ?? otherCloud(send, beside: signingIn.first ?? sharing.first) {
                    leave(one.command, reason)
                    continue
                }
                switch session.use(by: send) {
                case .obstacle(let reason):
                    leave(one.command, reason)
                    continue
                case .shared(let scopes):
                    sharing.append(send)
                    for edit in scopes { share(edit, with: send.place.command.extent.start) }
                case .none: signingIn.append(send)
                }
                if !isAccepted(send) { leave(one.command, .rejected) }
            }
        }
        return (signingIn, sharing)
    }

    /// Adds an edit for a send, once for all that need it.
    private mutating func share(_ edit: Edit, with send: Int) {
        if let index = possibleEdits.firstIndex(where: { $0.edit == edit }) {
            possibleEdits[index].sends.insert(send)
        } else {
            possibleEdits.append(PossibleEdit(edit, for: [send]))
        }
    }

    private func isAccepted(_ send: Send) -> Bool { !options.rejected.contains(send.place.command.extent.start) }

    private func signIn(_ place: SignInPlacement, names: TargetPrinter.NewNames) -> Code? {
        let reporting: Guard = place.isReported ? .report : .none
        guard options.target.usesSession else {
            return reporting.around(options.signIn.tokenRequest(cloud: place.cloud).wrapped("$\(names.token) = "))
        }
        guard let connect = options.signIn.connectCommand(for: options.target, cloud: place.cloud) else { return nil }
        let code = reporting.around(Code(connect), lineWidth: .max)
        return place.isGuarded ? code.wrapped("if (-not (Get-MgContext)) { ", " }") : code
    }

    /// - Parameter taken: Names in lower case.
    private func unusedName(_ wishes: String..., besides taken: Set<String>) -> String {
        wishes.first { !taken.contains($0.lowercased()) }
            ?? (2...).lazy.map { "\(wishes.last!)\($0)" }.first { !taken.contains($0.lowercased()) }!
    }

    /// The engine refuses a class whose method uses a variable that is assigned inside `try`, as a guarded token is.
    private func tokenInMethod(_ command: Command) -> LeaveReason? {
        guard options.target == .invokeRestMethod, command.node.ancestors.contains(where: { $0.kind == .functionMember }) else {
            return nil
        }
        return LeaveReason(
            .place, "it stands in a method of a class, which can't get its token there",
            advice: "Run with another target, or move the send into a function.")
    }

    private func otherCloud(_ send: Send, beside first: Send?) -> LeaveReason? {
        guard let first, first.cloud != send.cloud else { return nil }
        return LeaveReason(
            .graphSession, "another send of the script goes through another of Microsoft's clouds, and a script signs in to one",
            advice: "Give each cloud a script of its own.")
    }

    private func obstacle(to command: Command) -> LeaveReason? { signature ?? tokenInMethod(command) }

    // MARK: Signed scripts

    /// Why a signed script is left; nil where it may be changed.
    private var signature: LeaveReason? { options.stripsSignatures ? nil : signatureBlock?.reason }

    /// Takes the signature away from a script that changes for one of these sends.
    /// - Returns: What the reviewer should know.
    private mutating func stripSignature(for sends: Set<Int>) -> String? {
        guard let block = signatureBlock, !sends.isEmpty else { return nil }
        possibleEdits += block.removals.map { PossibleEdit($0, for: sends) }
        return block.note
    }

    // MARK: TLS

    /// Sends through Exchange Online stay on SMTP AUTH and get TLS 1.2.
    private mutating func secure(_ finder: SendMailMessageFinder) {
        var commands: [Command] = []
        for one in finder.find() {
            if case .failure(let reason) = one.result, reason.category == .otherFile {
                leave(one.command, reason)
            } else if finder.isThroughExchangeOnline(one.command) {
                if let reason = signature {
                    leave(one.command, reason)
                } else {
                    commands.append(one.command)
                    if options.rejected.contains(one.command.extent.start) { leave(one.command, .rejected) }
                }
            } else if case .failure(let reason) = one.result {
                leave(one.command, reason)
            }
        }
        let changes = TLSChange.changes(for: commands, rejected: options.rejected, in: script)
        possibleEdits += changes.flatMap(\.edits)
        let signatureNote = stripSignature(for: possibleEdits.reduce(into: []) { $0.formUnion($1.sends) })
        for change in changes {
            for command in change.commands where !options.rejected.contains(command.extent.start) {
                add(
                    command, .secured, "Stays on SMTP AUTH; \(change.message).",
                    notes: [change.note, signatureNote].compactMap { $0 })
            }
        }
    }

    // MARK: Findings

    private mutating func moved(_ send: Send, notes: [String]) {
        let mailbox = ScriptMailbox(send, facts: script.variables)
        add(
            send.place.command, .moved, "Goes through Graph now, from the mailbox \(mailbox.description).",
            notes: send.notes + mailbox.notes + notes)
    }

    private mutating func leave(_ command: Command, _ reason: LeaveReason) {
        add(
            command, reason.outcome,
            reason.sentence,
            category: reason.category, advice: reason.advice)
    }

    private mutating func add(
        _ command: Command, _ outcome: Finding.Outcome, _ message: String, category: LeaveReason.Category? = nil,
        advice: String? = nil, notes: [String] = []
    ) {
        findings.append(
            Finding(
                extent: command.extent, line: script.tree.source.line(at: command.extent.start), outcome: outcome,
                message: mask.masked(message), category: category?.rawValue, advice: advice.map(mask.masked), notes: notes.map(mask.masked),
                sending: Sending(of: command, in: script)))
    }
}
