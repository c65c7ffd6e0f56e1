import PowerShellAnalysis
import PowerShellSyntax

/// Finds calls of other modules' commands and of programs that send mail.
struct CommandSenders {
    let script: ScriptFacts

    var found: [FoundSender] {
        script.tree.all(Command.self).compactMap { command in
            if let namesake = namesake(command) { return namesake }
            let sending = sending(command) ?? mailBlock(command) ?? CurlCall(command, in: script)?.sending
            return sending.map { FoundSender(node: command.node, sending: $0) }
        }
    }

    /// `Contoso.Tools\Send-MailMessage`: not the cmdlet, whatever it does.
    private func namesake(_ command: Command) -> FoundSender? {
        guard let name = command.name, name.withoutModule.lowercased() == SenderNames.sendMailMessage,
            case .otherModule(let module) = script.names.resolve(command, module: SenderNames.module, facts: script.variables),
            module.isModuleName
        else { return nil }
        var sending = Sending(of: command, in: script)
        sending.sender = Sender(kind: .module, name: name, module: module)
        return FoundSender(
            node: command.node, sending: sending,
            advice: "If it does what PowerShell's own does, take \(module)\\ away from its name and run again; else move it by hand.")
    }

    private func sending(_ command: Command) -> Sending? {
        if let program = startedProgram(command) ?? programOfShell(command), isWrittenOut(program) {
            return Sending(sender: Sender(kind: .program, name: program.name), route: .smtp)
        }
        guard let known = known(command), isWrittenOut(known) else { return nil }
        let given = GivenArguments(command, script.variables)
        var route = given.has(known.server) ? .smtp : known.route
        if let other = known.others.first(where: { given.has($0.parameters) }) { route = other.route }
        return Sending(
            sender: Sender(kind: known.kind, name: known.name, module: known.module), route: route,
            server: given.stated(known.server), port: given.stated(known.port), from: from(given, known.from),
            signIn: route == .smtp ? given.authentication(credential: known.credential, user: known.user) : .session,
            usesTLS: given.has(known.tls) ? given.isOn(known.tls) : nil)
    }

    private func known(_ command: Command) -> KnownSender? {
        switch script.names.resolve(command, module: "", facts: script.variables) {
        case .command(let name): return KnownSender.commands[name.lowercased()] ?? program(name)
        case .otherModule(let module):
            guard let name = command.name else { return nil }
            let found = KnownSender.commands[name.withoutModule.lowercased()]
            return found?.module?.lowercased() == module.lowercased() ? found : program(name)
        case .ownFunction, .loaded, .unknown: return nil
        }
    }

    /// The program that `Start-Process` starts. Its own arguments stand in a text, which is not taken apart.
    private func startedProgram(_ command: Command) -> KnownSender? {
        guard startCommands.contains(command.name?.lowercased() ?? "") else { return nil }
        return command.elements.dropFirst().lazy.compactMap { element -> KnownSender? in
            guard case .expression(let argument) = element, let name = script.variables.constantString(argument) else { return nil }
            return program(name)
        }.first
    }

    /// The program that `cmd /c` starts: named behind the switch, or in a text, first in it or behind `|` or `&`.
    private func programOfShell(_ command: Command) -> KnownSender? {
        guard let name = command.name, ["cmd", "cmd.exe"].contains(name.programName) else { return nil }
        let words = command.elements.dropFirst().map { element -> String? in
            guard case .expression(let argument) = element else { return nil }
            if case .expandableString(let string) = argument { return string.writtenText }
            return script.variables.constantString(argument)
        }
        guard let start = words.firstIndex(where: { ["/c", "/k"].contains($0?.lowercased()) }) else { return nil }
        let line = words[(start + 1)...].map { $0 ?? "" }.joined(separator: " ")
        return line.split { $0 == "|" || $0 == "&" }.lazy.compactMap { part in
            let part = part.drop { $0 == " " || $0 == "(" || $0 == "@" }
            let isQuoted = part.first == "\""
            return program(String(part.dropFirst(isQuoted ? 1 : 0).prefix { isQuoted ? $0 != "\"" : $0 != " " }))
        }.first
    }

    /// Whether the name stands in the script in one piece, by which scripts with senders are known before they are parsed.
    private func isWrittenOut(_ sender: KnownSender) -> Bool {
        let scanner = NameScanner(SenderNames.spellings(of: sender.name.lowercased()))
        return script.tree.source.text.withUnsafeBufferPointer(scanner.finds)
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
            signIn: server.authentication(credential: [], user: ["UserName"]), usesTLS: server.has(["SSL"]) ? server.isOn(["SSL"]) : nil)
    }
}

private let startCommands: Set = ["start-process", "saps", "start"]

/// A place where mail is sent in another way than by Send-MailMessage.
struct FoundSender {
    let node: Node
    let sending: Sending
    /// What to do about it; nil for what is to be done about most.
    var advice: String?
}

extension String {
    /// Whether what stands in front of a command's name can be a module: `.\Send-MailMessage` is a script.
    var isModuleName: Bool { contains(where: \.isLetter) && !contains { ":/$".contains($0) } }

    /// Of a program's path the name, in lower case.
    var programName: String { String(split { $0 == "\\" || $0 == "/" }.last ?? "").lowercased() }
}

extension ExpandableStringExpression {
    /// Its text with the expressions in it as they are written.
    var writtenText: String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .expression(let expression): expression.text
            }
        }.joined()
    }
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
