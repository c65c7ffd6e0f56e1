import PowerShellAnalysis
import PowerShellSyntax

/// Finds the calls of `Send-MailMessage` and says what each of them sends.
struct SendMailMessageFinder {
    let script: ScriptFacts
    let rules: ServerRules

    /// A call that was found: a send, or why it is not known what it sends.
    struct Found {
        let command: Command
        let result: Result<Send, LeaveReason>
    }

    func find() -> [Found] {
        script.tree.all(Command.self).compactMap { command in
            switch script.names.resolve(command, module: SenderNames.module, facts: script.variables) {
            case .command(let name) where name.lowercased() == SenderNames.sendMailMessage:
                return Found(command: command, result: Result { () throws(LeaveReason) in try send(command) })
            case .loaded(let loaded) where loaded.name.lowercased() == SenderNames.sendMailMessage:
                let reason = LeaveReason(calling: loaded, insteadOf: "the cmdlet", named: "Microsoft.PowerShell.Utility\\Send-MailMessage")
                return Found(command: command, result: .failure(reason))
            case .unknown where command.elements.first.map(mayBeSend) ?? false:
                let reason = LeaveReason(
                    .unclearArguments, "which command \(command.elements[0].text) is, is only known when the script runs",
                    advice: "Call Send-MailMessage by its name and run again.")
                return Found(command: command, result: .failure(reason))
            default:
                return nil
            }
        }
    }

    /// `& $command` where one of its values is the name, `& (Get-Command Send-MailMessage)`.
    private func mayBeSend(_ element: CommandElement) -> Bool {
        guard case .expression(let expression) = element else { return false }
        switch expression {
        case .paren: return expression.text.lowercased().contains(SenderNames.sendMailMessage)
        case .variable(let variable):
            return script.variables.assignments(to: variable).contains { assignment in
                if case .string(let string)? = assignment.value { return string.value.lowercased().hasSuffix(SenderNames.sendMailMessage) }
                return AssignmentStatement(assignment.node)?.right.soleCommand.map {
                    $0.name?.lowercased() == "get-command" && $0.text.lowercased().contains(SenderNames.sendMailMessage)
                } ?? false
            }
        default: return false
        }
    }

    private func send(_ command: Command) throws(LeaveReason) -> Send {
        if let workflow = command.node.ancestors.compactMap(FunctionDefinition.init).first(where: {
            $0.text.lowercased().hasPrefix("workflow")
        }) {
            throw LeaveReason(
                .place, "it stands in the workflow \(workflow.name), where this code does not run",
                advice: "Make a function of the workflow, or move it by hand.")
        }
        let call: BoundCommand
        do {
            call = try BoundCommand(
                command, signature: .sendMailMessage, facts: script.variables,
                defaults: script.defaults.values(for: "Send-MailMessage", at: command))
        } catch {
            throw LeaveReason(
                .unclearArguments, error.reason,
                advice: "Rewrite it so that every argument stands in the call or in one hashtable, or move it by hand.")
        }
        let place = try SendPlace(of: command)
        if place.upstream != nil, call["Attachments"] != nil {
            throw LeaveReason(
                .place, "it is fed by a pipeline and has -Attachments too", advice: "Send-MailMessage never worked this way; correct it.")
        }
        let consumed = call.splats.filter { isConsumed($0, by: place) }
        func value(_ parameter: String) -> ScriptValue? { self.value(of: call[parameter], consumed: consumed) }

        for parameter in ["ErrorAction", "ErrorVariable"] where value(parameter)?.mayBeMissing == true {
            throw LeaveReason(
                .unclearArguments, "\(parameter) is not set in every case",
                advice: "Set it where the hashtable is made, to Continue if need be.")
        }
        if let command = place.upstreamCommand, textCommands.contains(command.name?.lowercased() ?? "") {
            throw LeaveReason(
                .badValue, "what \(command.name!) gives is piped into it, of which Send-MailMessage takes nothing but paths of attachments",
                advice: "Send-MailMessage never worked this way; give the text to -Body.")
        }
        let attachments =
            place.upstream.map { ScriptValue(upstream: script.tree.source.string($0) + " | Where-Object { $_ }") } ?? value("Attachments")
        var notes: [String] = []
        let cloud = try cloud(call, value("SmtpServer"), notes: &notes)
        guard let from = value("From") else {
            throw LeaveReason(.missingArgument, "it has no -From", advice: "Send-MailMessage would ask for it; give it one.")
        }
        guard let to = value("To") else {
            throw LeaveReason(.missingArgument, "it has no -To", advice: "Send-MailMessage would ask for it; give it one.")
        }
        if from.mayBeMissing || to.mayBeMissing {
            throw LeaveReason(
                .missingArgument, "\(from.mayBeMissing ? "From" : "To") is not set in every case",
                advice: "Set it where the hashtable is made.")
        }
        try checkAddresses(from: from, lists: [("To", to), ("Cc", value("Cc")), ("Bcc", value("Bcc")), ("ReplyTo", value("ReplyTo"))])
        if !from.isReference, let expression = from.expression, !expression.isRepeatable {
            throw LeaveReason(
                .unclearArguments, "From runs something: \(from.text)",
                advice: "Put it into a variable first and run again; the migrated code names it more than once.")
        }
        for parameter in ["To", "Cc", "Bcc", "Body", "Attachments"] {
            guard let expression = value(parameter)?.expression, script.variables.isSurelyEmpty(expression) else { continue }
            throw LeaveReason(
                .badValue, "-\(parameter) is empty, on which Send-MailMessage fails", advice: "Take the parameter away or give it a value.")
        }
        for parameter in ["Body", "Subject", "From"] {
            guard let expression = value(parameter)?.expression, script.variables.isListSomewhere(expression) else { continue }
            throw LeaveReason(
                .badValue, "-\(parameter) is a list, on which Send-MailMessage fails",
                advice: "Make one text of it, with | Out-String or -join, and run again.")
        }
        for parameter in ["OutVariable", "OutBuffer", "PipelineVariable", "WarningVariable", "InformationVariable"]
        where call[parameter] != nil {
            throw LeaveReason(
                .unclearArguments, "it uses -\(parameter)", advice: "Take the parameter away if nothing reads it, then run again.")
        }
        for (parameter, list) in [("Cc", value("Cc")), ("Bcc", value("Bcc")), ("ReplyTo", value("ReplyTo"))] {
            guard let list, !list.mayBeMissing, knownElements(list) == nil, !hasText(list) else { continue }
            notes.append("Where \(list.text) is empty, Send-MailMessage failed; now the message is sent without \(parameter).")
        }
        if let body = value("Body"), !isCertain(body) {
            notes.append("Where \(body.text) is empty or a list, Send-MailMessage failed; now the message is sent.")
        }
        if call["Encoding"] != nil { notes.append("-Encoding goes: Graph takes UTF-8.") }
        if attachments != nil { notes.append("Graph takes up to 3 MB of attachments this way; larger ones need an upload session.") }
        for type in catchesOfSmtpErrors(around: command) {
            notes.append(
                "The catch of [\(type.typeName)] on line \(script.tree.source.line(at: type.extent.start)) no longer sees failed sends.")
        }
        return Send(
            place: place,
            from: from,
            credentialUser: value("Credential").flatMap(user),
            to: to,
            cc: value("Cc"),
            bcc: value("Bcc"),
            replyTo: value("ReplyTo"),
            subject: value("Subject"),
            body: value("Body"),
            bodyAsHtml: try switchValue(call["BodyAsHtml"], value("BodyAsHtml")),
            priority: try priority(value("Priority")),
            deliveryNotification: try deliveryNotification(value("DeliveryNotificationOption"), notes: &notes),
            attachments: attachments,
            errors: ErrorHandling(of: command, action: value("ErrorAction"), variable: value("ErrorVariable"), facts: script.variables),
            cloud: cloud,
            consumedSplats: consumed.map(\.definition),
            notes: notes)
    }

    /// - Parameter consumed: hashtables whose statements go, so that their values are written out.
    private func value(of argument: BoundArgument?, consumed: [SplatContents]) -> ScriptValue? {
        switch argument?.value {
        case .expression(let expression), .defaultValue(let expression): ScriptValue(expression: expression)
        case .entry(let entry, of: let splat):
            ScriptValue(entry: entry, of: splat, inlined: consumed.contains { $0.definition == splat.definition })
        case .present, nil: nil
        }
    }

    /// A hashtable whose statement stands right before the send and that nothing else names: its values move into the message.
    private func isConsumed(_ splat: SplatContents, by place: SendPlace) -> Bool {
        guard splat.isUsedOnce, place.isWholeStatement,
            let (definition, block) = splat.definition.node.enclosingBlockStatement, definition.node == splat.definition.node,
            block == place.statement.node.parent
        else { return false }
        let siblings = Array(block.children)
        guard let index = siblings.firstIndex(of: definition.node), index + 1 < siblings.count, siblings[index + 1] == place.statement.node
        else {
            return false
        }
        // A comment in or behind it would be lost.
        let stretch = Extent(definition.extent.start, place.statement.extent.start)
        return !script.tree.comments.contains { stretch.contains($0) }
            && splat.entries.allSatisfy { entry in
                // Statements that are no pipelines read better where they are.
                entry.values.count == 1 && !entry.isConditional && (Expression(entry.values[0]) != nil || entry.values[0].kind == .pipeline)
            }
    }

    // MARK: Server

    /// Told by the server alone, also of a call that can't be moved.
    func isThroughExchangeOnline(_ command: Command) -> Bool {
        var notes: [String] = []
        if let defaults = try? script.defaults.values(for: "Send-MailMessage", at: command),
            let call = try? BoundCommand(command, signature: .sendMailMessage, facts: script.variables, defaults: defaults)
        {
            return (try? cloud(call, value(of: call["SmtpServer"], consumed: []), notes: &notes)) != nil
        }
        // A splat that can't be followed may stand beside a server that is written out.
        let elements = command.elements
        for (parameter, value) in zip(elements, elements.dropFirst()) {
            guard case .parameter(let parameter) = parameter, case .expression(let expression) = value,
                case .parameter(let found) = CommandSignature.sendMailMessage.match(parameter.parameterName), found.name == "SmtpServer",
                let servers = script.variables.possibleStrings(expression)
            else { continue }
            return servers.allSatisfy { rules.moves(rules.server(named: $0)) }
        }
        return false
    }

    private func cloud(_ call: BoundCommand, _ given: ScriptValue?, notes: inout [String]) throws(LeaveReason) -> Cloud {
        let expression = given?.expression
        var servers =
            given == nil
            ? script.variables.possibleStrings(ofVariable: "PSEmailServer") : expression.flatMap { script.variables.possibleStrings($0) }
        if servers == nil, let expression, let assumed = script.variables.possibleStrings(expression, assumingDefaults: true) {
            servers = assumed
            if rules.policy == .known {
                notes.append(
                    "The server \(assumed.sorted().joined(separator: ", ")) is the default of a parameter: callers that give another are moved too."
                )
            }
        }
        let known = servers?.sorted().map { ($0, rules.server(named: $0)) } ?? []
        let clouds: [Cloud] = known.compactMap { if case .exchangeOnline(let cloud) = $0.1 { cloud } else { nil } }
        let staying = known.filter { !rules.moves($0.1) }
        if rules.policy == .all, staying.isEmpty { return clouds.first ?? .global }
        guard !known.isEmpty else {
            let what = expression.map { "its server, \($0.text), is only known when the script runs" } ?? "it names no server"
            throw LeaveReason(.unknownServer, what, advice: "If that is Exchange Online, run with --server-policy all.")
        }
        if !staying.isEmpty, staying.count < known.count {
            throw LeaveReason(
                .unknownServer, "it goes through " + known.map(\.0).joined(separator: " or "),
                advice: "If all of them lead to Exchange Online, say so in Servers.ExchangeOnline of mail2graph.psd1 or with "
                    + "--exchange-server; if not, give the sends through it a server variable of their own.")
        }
        if let (name, server) = staying.first, let reason = server.reasonToStay {
            if let expression, script.variables.possibleStrings(expression) == nil {
                throw LeaveReason(
                    .unknownServer, "the server \(name) is only the default of a parameter, and \(reason)",
                    advice: rules.policy == .all
                        ? server.adviceToMove(name) : "If callers give one of Exchange Online, run with --server-policy all.")
            }
            let origin = expression.map { script.variables.fileVariables(in: $0) }?.first
            let place = origin.map { "; $\($0.name) is set in \($0.variable.file), line \($0.variable.line)" } ?? ""
            throw LeaveReason(.otherServer, "it goes through \(name), which \(reason)\(place)", advice: server.adviceToMove(name))
        }
        guard Set(clouds).count == 1 else {
            throw LeaveReason(.unclearArguments, "its servers belong to different clouds", advice: "Use one cloud in each script.")
        }
        return clouds[0]
    }

    // MARK: Addresses

    private func checkAddresses(from: ScriptValue, lists: [(String, ScriptValue?)]) throws(LeaveReason) {
        if let known = knownElements(from), let bad = known.first(where: { Address($0) == nil }) {
            throw LeaveReason(.badAddress, "From is no mail address: '\(bad)'", advice: "Send-MailMessage fails on it; write one address.")
        }
        for (parameter, list) in lists {
            guard let list, let known = knownElements(list), let bad = known.first(where: { Address($0) == nil }) else { continue }
            let split = bad.split(whereSeparator: { ";,".contains($0) }).map { String($0).trimmed }
            let advice =
                split.count > 1
                ? "If all of them are meant, write " + split.map(quoted).joined(separator: ", ") + "."
                : "Send-MailMessage sends nothing to it; correct it."
            throw LeaveReason(.badAddress, "\(parameter) holds what is no mail address: '\(bad)'", advice: advice)
        }
    }

    /// A string with some text beside what is expanded in it: never empty.
    private func hasText(_ value: ScriptValue) -> Bool {
        guard case .expandableString(let string)? = value.expression else { return false }
        return string.parts.contains { if case .text = $0 { true } else { false } }
    }

    /// Surely one text.
    private func isCertain(_ value: ScriptValue) -> Bool {
        if value.mayBeMissing { return true }
        if let statement = value.pipeline { return statement.givesOneString }
        guard let expression = value.expression else { return false }
        if case .constant = expression { return true }
        return script.variables.isPlainString(expression)
    }

    func knownElements(_ value: ScriptValue) -> [String]? {
        value.expression.flatMap { script.variables.possibleElements($0) }
    }

    /// The user name of a credential: of `Get-Credential user`, `New-Object PSCredential(user, …)`, `[pscredential]::new(user, …)`.
    private func user(of credential: ScriptValue) -> ScriptValue? {
        credential.expression.flatMap { script.variables.credentialUser($0) }.map(ScriptValue.init(expression:))
    }

    // MARK: Options

    private func switchValue(_ argument: BoundArgument?, _ value: ScriptValue?) throws(LeaveReason) -> SwitchValue {
        guard let argument else { return .off }
        if case .present = argument.value { return .on }
        guard let value else { return .off }
        switch value.expression?.withoutParentheses.text.lowercased() {
        case "$true", "1", "[switch]::present": return .on
        case "$false", "0", "$null": return .off
        default: return .dynamic(value)
        }
    }

    private func priority(_ value: ScriptValue?) throws(LeaveReason) -> ScriptValue? {
        guard let value else { return nil }
        if let known = constant(value), !["normal", "high", "low"].contains(known.lowercased()) {
            throw LeaveReason(
                .unclearArguments, "its priority is none that Send-MailMessage takes: '\(known)'", advice: "Write Normal, High or Low.")
        }
        return value
    }

    private func deliveryNotification(_ value: ScriptValue?, notes: inout [String]) throws(LeaveReason) -> ScriptValue? {
        guard let value else { return nil }
        if let known = value.expression.flatMap({ script.variables.possibleElements($0) }) ?? value.enumMember.map({ [$0] }) {
            let options = known.flatMap { $0.split(separator: ",").map { String($0).trimmed.lowercased() } }
            for option in options where option == "delay" || option == "never" {
                notes.append("Delivery notification '\(option)' has no equal in Graph.")
            }
        }
        return value
    }

    /// The one text that a value has, of a constant, a variable or an enumeration's member.
    func constant(_ value: ScriptValue) -> String? {
        value.expression.flatMap { script.variables.constantString($0) } ?? value.enumMember
    }

    private func catchesOfSmtpErrors(around command: Command) -> [TypeConstraint] {
        command.node.ancestors.compactMap(TryStatement.init).filter { command.node.isDescendant(of: $0.body.node) }
            .flatMap(\.catchClauses).flatMap(\.types).filter { $0.typeName.lowercased().contains("smtp") }
    }
}

/// Commands whose output is text or rows, and no paths.
private let textCommands = [
    "out-string", "convertto-html", "convertto-json", "convertto-csv", "convertto-xml", "import-csv", "format-table", "format-list", "ft",
    "fl",
]
