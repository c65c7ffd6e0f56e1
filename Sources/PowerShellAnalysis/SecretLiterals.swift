import PowerShellSyntax

extension SyntaxTree {
    /// Texts of the script that look like passwords and the like: whoever passes a report on must not pass them on too.
    ///
    /// What is given as one to `ConvertTo-SecureString`, to a network credential, or to a variable, a key, a parameter or an
    /// argument that is named like one; the value of an `Authorization` header; a user and a password in one, as curl takes them.
    public var secretLiterals: [Extent] {
        var literals: [Node] = []
        for node in nodes {
            switch node.kind {
            case .command: literals += Command(node)!.secretArguments
            case .assignmentStatement:
                let assignment = AssignmentStatement(node)!
                if let name = assignment.variableName, isSecretName(name), let value = assignment.right.soleExpression {
                    literals.append(value.node)
                }
            case .arrayLiteral: literals += ArrayLiteral(node)!.elements.map(\.node).userAndPassword
            case .hashtable:
                for entry in Hashtable(node)!.entries where entry.key.node.isText && isSecretName(entry.key.text) {
                    if let value = entry.value.soleExpression { literals.append(value.node) }
                }
            case .parameter:
                let parameter = Parameter(node)!
                if isSecretName(parameter.variable.variablePath), let value = parameter.defaultValue { literals.append(value.node) }
            case .invokeMemberExpression:
                let call = InvokeMemberExpression(node)!
                if case .type(let type) = call.expression, type.typeName.isCredential { literals += call.arguments.map(\.node) }
            case .stringConstantExpression, .expandableStringExpression:
                if node.isAuthorization || node.isAddressWithPassword { literals.append(node) }
            default: break
            }
        }
        return literals.filter(\.isText).map(\.extent)
    }
}

extension AssignmentStatement {
    /// Of `$name`, also with a type in front; `password` of `$account.Password`.
    fileprivate var variableName: String? {
        switch left {
        case .variable(let variable): variable.variablePath
        case .member(let member): member.memberName
        case .convert, .attributed: left.node.descendants.lazy.compactMap { VariableExpression($0) }.first?.variablePath
        default: nil
        }
    }
}

extension Command {
    /// What stands where the command takes a secret.
    fileprivate var secretArguments: [Node] {
        let elements = Array(elements.dropFirst())
        switch name?.lowercased() {
        case "convertto-securestring": return elements.map(\.node)
        case "new-object" where elements.contains(where: { $0.text.isCredential }):
            return node.descendants.filter { $0.role != .key && !$0.text.isCredential && $0.parent != node }
        default: break
        }
        var arguments = elements.map(\.node).filter(\.isSecretSwitch) + elements.map(\.node).userAndPassword
        // The arguments of another program in one text.
        if ["cmd", "cmd.exe", "start-process", "saps", "start"].contains(name?.lowercased()) {
            arguments += node.descendants.filter { $0.isText && $0.text.givesSecret }
        }
        for (element, next) in zip(elements, elements.dropFirst().map(Optional.init) + [nil]) {
            guard case .parameter(let parameter) = element, isSecretName(parameter.parameterName) else { continue }
            if let argument = parameter.argument?.node ?? next?.node { arguments.append(argument) }
        }
        return arguments
    }
}

extension [Node] {
    /// `name:password` behind `--user` or `-u`, or in one word with it.
    fileprivate var userAndPassword: [Node] {
        var found: [Node] = []
        for (node, next) in zip(self, dropFirst().map(Optional.init) + [nil]) {
            let text = node.text.drop { $0 == "'" || $0 == "\"" }
            if ["--user=", "--proxy-user="].contains(where: text.hasPrefix), text.contains(":") { found.append(node) }
            let name = text.prefix { $0 != "'" && $0 != "\"" }
            if ["-u", "--user", "-U", "--proxy-user"].contains(name), let next, next.text.contains(":") { found.append(next) }
            // `-uname:password` is a parameter with an argument to PowerShell.
            if let parameter = CommandParameter(node), parameter.parameterName.first == "u", let argument = parameter.argument {
                found.append(argument.node)
            }
        }
        return found
    }
}

extension Node {
    fileprivate var isText: Bool { kind == .stringConstantExpression || kind == .expandableStringExpression }

    /// `/pass:…`, as programs of Windows take it.
    fileprivate var isSecretSwitch: Bool {
        let parts = text.split(separator: ":", maxSplits: 1)
        return parts.count == 2 && text.hasPrefix("/") && isSecretName(String(parts[0].dropFirst()))
    }

    /// `smtp://name:password@server`.
    fileprivate var isAddressWithPassword: Bool {
        guard let scheme = text.firstRange(of: "://") else { return false }
        let server = text[scheme.upperBound...].prefix { !"/?#'\" \r\n".contains($0) }
        guard let at = server.lastIndex(of: "@"), let colon = server[..<at].firstIndex(of: ":") else { return false }
        // A variable holds it, or nothing does.
        return server[server.index(after: colon)..<at].contains { $0 != "$" } && server[server.index(after: colon)] != "$"
    }

    /// `Basic …` or `Bearer …` with something that is no variable behind it.
    fileprivate var isAuthorization: Bool {
        let words = text.drop { $0 == "'" || $0 == "\"" }.split(separator: " ", maxSplits: 1)
        return words.count == 2 && ["basic", "bearer"].contains(words[0].lowercased()) && words[1].utf8.count > 16
            && !words[1].contains("$")
    }
}

extension String {
    /// Whether a command line in it has a secret: `-pw secret`, `/pass:secret`, `--user name:secret`.
    fileprivate var givesSecret: Bool {
        let words = split { " \t\r\n'\"`".contains($0) }
        return zip(words, words.dropFirst().map(Optional.init) + [nil]).contains { word, next in
            guard word.first == "-" || word.first == "/" else { return false }
            let parts = word.split(maxSplits: 1) { $0 == ":" || $0 == "=" }
            let name = String(parts.first ?? "")
            let value = parts.count == 2 ? parts[1] : next
            guard let value, value.first != "$", parts.count == 2 || value.first != "-" else { return false }
            return isSecretName(String(name.drop { $0 == "-" || $0 == "/" }))
                || ["-u", "--user", "--proxy-user"].contains(name) && value.contains(":")
        }
    }

    /// A type that takes a user's name and a password.
    fileprivate var isCredential: Bool {
        let name = lowercased()
        return name.hasSuffix("networkcredential") || name.hasSuffix("pscredential")
    }
}

/// Whether a name says that a secret is behind it, and not where one lies or what it is called.
private func isSecretName(_ name: String) -> Bool {
    let name = name.unscoped.lowercased()
    // Pass and pw stand at the end: others go on, such as in passThru.
    let saysSo =
        ["password", "passwd", "passphrase", "pwd", "secret", "apikey", "api_key", "accesskey", "sharedkey", "accesstoken"].contains(
            where: name.contains) || name.hasSuffix("pw") || name.hasSuffix("pass") && !name.hasSuffix("bypass")
    return saysSo
        && ![
            "path", "file", "filename", "folder", "name", "url", "uri", "id", "vault", "days", "age", "date", "length", "policy", "subject",
            "body",
            "title", "text", "message", "prompt", "variable",
        ].contains(where: name.hasSuffix)
}
