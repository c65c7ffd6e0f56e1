import PowerShellAnalysis
import PowerShellSyntax

/// Says of the sends of a script what the passes found out about them.
struct ExplanationReader {
    let script: ScriptFacts
    let plan: MigrationPlan
    let rules: ServerRules
    let options: MigrationOptions
    let mask: SecretMask

    init(script: ScriptFacts, plan: MigrationPlan, rules: ServerRules, options: MigrationOptions) {
        self.script = script
        self.plan = plan
        self.rules = rules
        self.options = options
        mask = SecretMask(script.tree, isWithinTexts: true)
    }

    /// - Parameter found: The call of the cmdlet, where it is one.
    func explanation(of finding: Finding, _ found: SendMailMessageFinder.Found?) -> Explanation {
        let command = found?.command
        if finding.outcome == .elsewhere { return explanation(ofCallElsewhere: finding, command) }
        let binding = command.map(bound)
        let call = try? binding?.get()
        let send: Send? = if case .success(let send)? = found?.result { send } else { nil }
        var remarks = [remark(.command, command.map(commandText) ?? senderText(finding.sending))]
        if case .failure(let obstacle)? = binding { remarks.append(remark(.arguments, "They can't be told apart: \(obstacle.reason).")) }
        remarks.append(remark(.server, serverText(finding.sending)))
        if let mailbox = mailboxText(finding.sending, send) { remarks.append(remark(.mailbox, mailbox)) }
        if let text = smtpText(finding.sending.signIn) { remarks.append(remark(.smtp, text)) }
        if finding.outcome == .moved, let command { remarks.append(remark(.signIn, signInText(command))) }
        if let send { remarks.append(remark(.errors, errorText(send.errors))) }
        if let command { remarks.append(remark(.tls, tlsText(command))) }
        return Explanation(
            lines: lines(of: finding.extent), feedingLines: call?.splats.map { lines(of: $0.definition.extent) } ?? [],
            outcome: finding.outcome, message: finding.message, advice: finding.advice, notes: finding.notes,
            call: command.map { mask.masked(text(of: $0)) },
            arguments: call.map { call in
                call.parameters.sorted().compactMap { call[$0] }.map { ArgumentExplanation($0, in: script).masked(by: mask) }
            }
                ?? [],
            remarks: remarks)
    }

    /// What a command of another file makes of its arguments is not told.
    private func explanation(ofCallElsewhere finding: Finding, _ command: Command?) -> Explanation {
        Explanation(
            lines: lines(of: finding.extent), feedingLines: [], outcome: finding.outcome, message: finding.message, advice: finding.advice,
            notes: [], call: command.map { mask.masked(text(of: $0)) }, arguments: [],
            remarks: [remark(.command, command.map(commandText) ?? senderText(finding.sending))])
    }

    func explanation(of send: UnaffectedSend) -> Explanation {
        Explanation(
            lines: lines(of: send.extent), feedingLines: [], outcome: nil, message: routeText(send.sending.route), advice: nil, notes: [],
            call: nil, arguments: [], remarks: [remark(.command, senderText(send.sending))])
    }

    private func remark(_ topic: Explanation.Remark.Topic, _ text: String) -> Explanation.Remark {
        .init(topic: topic, text: mask.masked(text))
    }

    func lines(of extent: Extent) -> ClosedRange<Int> {
        let start = script.tree.source.line(at: extent.start)
        return start...max(start, script.tree.source.line(at: max(extent.start, extent.end - 1)))
    }

    // MARK: The call

    private func bound(_ command: Command) -> Result<BoundCommand, Undecided> {
        Result { () throws(Undecided) in
            try BoundCommand(
                command, signature: .sendMailMessage, facts: script.variables,
                defaults: script.defaults.values(for: "Send-MailMessage", at: command))
        }
    }

    /// The call without the blanks that its lines have in common, and without a credential that is made in it.
    private func text(of command: Command) -> String {
        let source = script.tree.source
        var text = ""
        var position = command.extent.start
        for element in command.elements {
            guard case .expression(let expression) = element, makesCredential(expression) else { continue }
            text += source.string(Extent(position, expression.extent.start)) + expression.withoutSecrets
            position = expression.extent.end
        }
        text += source.string(Extent(position, command.extent.end))
        let blank = source.indentation(at: command.extent.start)
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { $0.hasPrefix(blank) ? $0.dropFirst(blank.count) : $0 }.joined(separator: "\n")
    }

    private func makesCredential(_ expression: Expression) -> Bool {
        let text = expression.text.lowercased()
        return ["securestring", "credential"].contains(where: text.contains) && expression.node.kind != .variableExpression
    }

    private func commandText(_ command: Command) -> String {
        let written = command.elements.first?.text ?? ""
        if case .loaded(let loaded) = script.names.resolve(command, module: SenderNames.module, facts: script.variables) {
            let what = loaded.target.map { "an alias of \(loaded.file) for \($0)" } ?? "a function of \(loaded.file)"
            return "\(written) \(loaded.doubt == nil ? "is" : "may be") \(what) (line \(loaded.line))."
        }
        guard let name = command.name else {
            return script.names.resolve(command, module: "Microsoft.PowerShell.Utility", facts: script.variables) == .unknown
                ? "\(written) may be the cmdlet Send-MailMessage; which command it is, is only known when the script runs."
                : "\(written) is always the cmdlet Send-MailMessage."
        }
        if name.lowercased() == "send-mailmessage" { return "The cmdlet Send-MailMessage, called by its name." }
        if name.contains("\\") { return "The cmdlet Send-MailMessage, called by its name with its module." }
        return "\(written) is an alias that the script makes for the cmdlet Send-MailMessage."
    }

    private func senderText(_ sending: Sending) -> String {
        let sender = sending.sender
        let what =
            switch sender.kind {
            case .cmdlet: "the cmdlet \(sender.name)"
            case .text: "a text with \(sender.name) in it, which is run"
            case .dotNet: "the .NET class \(sender.name)"
            case .com: "the COM object \(sender.name)"
            case .module: "the command \(sender.name)" + (sender.module.map { " of the module \($0)" } ?? "")
            case .program: "the program \(sender.name)"
            case .database: "the procedure \(sender.name) of SQL Server"
            case .request: "a web request, \(sender.name)"
            }
        return "It sends with \(what)."
    }

    private func routeText(_ route: Route) -> String {
        switch route {
        case .smtp: "Goes by SMTP."
        case .graph: "Is on Graph already; there is nothing to migrate."
        case .outlook: "Goes through the Outlook of the person who runs the script; the end of SMTP AUTH does not touch it."
        case .ews: "Goes through Exchange Web Services; the end of SMTP AUTH does not touch it."
        case .service: "Goes through another mail service; the end of SMTP AUTH does not touch it."
        }
    }
}
