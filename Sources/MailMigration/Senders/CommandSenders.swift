import PowerShellAnalysis
import PowerShellSyntax

/// Finds calls of other modules' commands and of programs that send mail.
struct CommandSenders {
    let script: ScriptFacts

    var found: [FoundSender] {
        script.tree.all(Command.self).compactMap { command in
            (sending(command) ?? mailBlock(command)).map { FoundSender(node: command.node, sending: $0) }
        }
    }

    private func sending(_ command: Command) -> Sending? {
        let known: KnownSender
        switch script.names.resolve(command, module: "", facts: script.variables) {
        case .command(let name):
            guard let found = KnownSender.commands[name.lowercased()] ?? program(name) else { return nil }
            known = found
        case .otherModule:
            guard let name = command.name?.withoutModule.lowercased(), let found = KnownSender.commands[name] ?? program(command.name!)
            else {
                return nil
            }
            known = found
        case .ownFunction, .unknown: return nil
        }
        let given = GivenArguments(command, script.variables)
        let server = given.stated(known.server)
        var route = server.isNothing ? known.route : .smtp
        if let other = known.others.first(where: { given.has($0.parameters) }) { route = other.route }
        return Sending(
            sender: Sender(kind: known.kind, name: known.name, module: known.module), route: route, server: server,
            port: given.stated(known.port), from: from(given, known.from),
            signIn: route == .smtp ? given.authentication(credential: known.credential, user: known.user) : .session,
            usesTLS: known.tls.isEmpty || route != .smtp ? nil : given.isOn(known.tls))
    }

    /// The program that a name, with or without its folder and `.exe`, starts.
    private func program(_ name: String) -> KnownSender? {
        let parts = name.lowercased().split { $0 == "\\" || $0 == "/" }
        guard let last = parts.last else { return nil }
        let bare = last.hasSuffix(".exe") ? last.dropLast(4) : last
        if KnownSender.commonNames.contains(String(bare)), parts.count == 1, bare == last { return nil }
        return KnownSender.programs[String(bare)]
    }

    /// `From @{ Name = …; Email = … }` or an address.
    private func from(_ given: GivenArguments, _ names: [String]) -> Stated {
        guard case .anyOf(let expressions)? = given[names] else { return given.stated(names) }
        return Stated(anyOf: expressions.map(\.addressPart), script.variables)
    }

    // MARK: Mails as blocks

    /// `Email { EmailHeader { EmailFrom …; EmailServer … } … }` of PSWriteHTML and Emailimo.
    private func mailBlock(_ command: Command) -> Sending? {
        guard command.name?.lowercased() == "email" else { return nil }
        func inner(_ name: String) -> GivenArguments? {
            command.node.descendants.lazy.compactMap { Command($0) }.first { $0.name?.lowercased() == name }
                .map { GivenArguments($0, script.variables) }
        }
        guard let server = inner(SenderNames.mailBlockServer) else { return nil }
        return Sending(
            sender: Sender(kind: .module, name: "Email", module: "PSWriteHTML"), route: .smtp, server: server.stated(["Server"]),
            port: server.stated(["Port"]), from: inner("emailfrom")?.stated(["Address"]) ?? .nothing,
            signIn: server.authentication(credential: [], user: ["UserName"]), usesTLS: server.isOn(["SSL"]))
    }
}

/// A place where mail is sent in another way than by Send-MailMessage.
struct FoundSender {
    let node: Node
    let sending: Sending
}

extension Expression {
    /// What the address stands in: of `[MimeKit.MailboxAddress]'a@b.c'`, `@{ Email = 'a@b.c' }`, `New-Object MailAddress('a@b.c', 'A')`.
    var addressPart: Expression {
        switch withoutParentheses {
        case .convert(let convert): return convert.child.addressPart
        case .hashtable(let table):
            let entry = table.entries.first { key, _ in
                if case .string(let key) = key { ["email", "address"].contains(key.value.lowercased()) } else { false }
            }
            return entry?.value.soleExpression ?? self
        default: return node.madeObject?.arguments.first ?? self
        }
    }
}
