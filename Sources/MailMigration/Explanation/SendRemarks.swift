import PowerShellSyntax

// What decides about a send, in sentences.

extension ExplanationReader {
    // MARK: Server

    func serverText(_ sending: Sending) -> String {
        let server = sending.server
        let all = rules.policy == .all ? " Every server counts as Exchange Online, by --server-policy all." : ""
        if server.isNothing { return "It names no server, and the script sets none in $PSEmailServer." + all }
        if server.values.isEmpty { return "\(server.expression!) is only known when the script runs." + all }
        var sentences = server.values.map(serverSentence)
        if let expression = server.expression { sentences.append("That is the default of \(expression); callers may give another.") }
        return sentences.joined(separator: " ")
    }

    private func serverSentence(_ name: String) -> String {
        if let entry = rules.list.entry(for: name) {
            let pattern = entry.pattern.lowercased() == name.lowercased() ? "" : " as \(entry.pattern)"
            switch entry.kind {
            case .exchangeOnline: return "\(name) counts as Exchange Online: it is listed\(pattern) (\(entry.place))."
            case .relay: return "\(name) is a relay: it is listed\(pattern) (\(entry.place))."
            }
        }
        switch MailServer(named: name) {
        case .exchangeOnline(.global): return "\(name) is Exchange Online, by its name."
        case .exchangeOnline(.usGovernment): return "\(name) is Exchange Online of the US government's cloud, by its name."
        case .exchangeOnline(.china): return "\(name) is Exchange Online in China, by its name."
        case let other:
            let what = "\(name) \(other.reasonToStay!)"
            return rules.moves(other) ? "\(what), but counts as Exchange Online by --server-policy all." : "\(what)."
        }
    }

    // MARK: Mailbox and SMTP

    func mailboxText(_ sending: Sending, _ send: Send?) -> String? {
        let from = sending.from
        var text: String
        if let send {
            let mailbox = ScriptMailbox(send, facts: script.variables)
            text = mailbox.description + (mailbox.isUsers ? ", the user of the credential." : ", which From says.")
            if mailbox.from != nil { text += " The message says itself whom it is from." }
            return text
        }
        if from.isNothing { return nil }
        return from.values.isEmpty
            ? "\(from.expression!), which is only known when the script runs."
            : from.values.joined(separator: " or ") + ", which From says."
    }

    func smtpText(_ signIn: Authentication) -> String? {
        switch signIn {
        case .anonymous: "None: it sends anonymously."
        case .defaultCredentials: "The account that the script runs under."
        case .credential(let user) where user.isNothing: "A credential."
        case .credential(let user):
            user.values.isEmpty ? "The credential \(user.expression!)." : "A credential of \(user.values.joined(separator: " or "))."
        case .session: "A session or token that is made elsewhere in the script."
        case .unknown: nil
        }
    }

    // MARK: Graph

    func signInText(_ command: Command) -> String {
        guard let place = plan.signIns.first(where: { $0.sends.contains { $0.place.command.node == command.node } }) else {
            return "It uses the session that the script has with Graph."
        }
        let method = options.signIn.method(for: options.target)
        if method == .none { return "None is written (--auth none): the script has to have a session." }
        let what = options.target.usesSession ? "Connect-MgGraph" : "The request for a token"
        var text = "\(what) (\(method.rawValue)) goes in front of line \(script.tree.source.line(at: place.statement.extent.start))"
        text += place.sends.count == 1 ? "." : ", once for \(place.sends.count) sends."
        if place.isGuarded { text += " It runs only where nobody has signed in yet, as what it stands in may run more than once." }
        if place.isReported { text += " Where it fails, that is reported and the script goes on, as before." }
        return text
    }

    // MARK: Errors

    func errorText(_ errors: ErrorHandling) -> String {
        var text: String
        if let action = errors.action {
            text = "-ErrorAction is \(action.text)."
        } else {
            switch errors.preference {
            case .none: text = "Neither -ErrorAction nor $ErrorActionPreference says anything else than the default."
            case .known(let action): text = "$ErrorActionPreference is \(action) there."
            case .unknown: text = "$ErrorActionPreference is one of several there."
            }
        }
        if errors.stops {
            text += errors.isCaught ? " A send that fails reaches the catch around it." : " A send that fails ends what it stands in."
        } else {
            text += " A send that fails is reported, and the script goes on."
        }
        if !errors.isCaught && errors.mayBeCalledInTry { text += " Its caller may catch what it throws." }
        if errors.successIsRead { text += " The next statement asks $? how it went." }
        return text + " The migrated code does the same."
    }

    // MARK: TLS

    func tlsText(_ command: Command) -> String {
        switch TransportLayerSecurity(script: script).need(of: command) {
        case .met(let line): "TLS 1.2 is set on line \(line)."
        case .raise(let value):
            "Line \(script.tree.source.line(at: value.extent.start)) sets something older, which is raised to TLS 1.2 if the send moves."
        case .add: "The script does not set TLS 1.2; a line that does is added if the send moves."
        case .addUnclear(let line):
            "Line \(line) sets what is only known when the script runs; a line that sets TLS 1.2 is added if the send moves."
        }
    }
}
