import PowerShellAnalysis
import PowerShellSyntax

/// Prints a send as the `message` of Graph: the same hashtable for every target.
struct GraphMessage {
    let send: Send
    let facts: VariableFacts

    /// The mailbox that sends, as an expression: the credential's user where the script tells it, else From.
    let mailbox: ScriptMailbox

    init(_ send: Send, facts: VariableFacts) {
        self.send = send
        self.facts = facts
        mailbox = ScriptMailbox(send, facts: facts)
    }

    /// The properties in the order in which Graph's documentation has them.
    var entries: [(key: String, value: Code)] {
        var entries: [(String, Code)] = []
        if let subject = send.subject { entries.append(("subject", Code(text(subject)))) }
        if let priority = send.priority { entries.append(("importance", Code(importance(priority)))) }
        if let body = send.body {
            entries.append(("body", self.body(text(body))))
        } else if case .off = send.bodyAsHtml {
            // No body is what it was.
        } else {
            entries.append(("body", self.body("''")))
        }
        if let from = mailbox.from { entries.append(("from", Code(from))) }
        entries.append(("toRecipients", recipients(send.to)))
        for (key, value) in [("ccRecipients", send.cc), ("bccRecipients", send.bcc), ("replyTo", send.replyTo)] {
            if let value { entries.append((key, recipients(value))) }
        }
        if let receipt { entries.append(("isDeliveryReceiptRequested", Code(receipt))) }
        if let files = send.attachments { entries.append(("attachments", attachments(files))) }
        return entries
    }

    // MARK: Text

    /// A value that Graph wants as a string.
    ///
    /// What is not surely a plain string is expanded into one: Windows PowerShell writes the note properties of a
    /// string from `Get-Content` into JSON, and other objects as objects.
    private func text(_ value: ScriptValue) -> String {
        if let statement = value.pipeline, statement.givesOneString, !value.mayBeMissing { return value.text }
        if let expression = value.expression, value.pipeline == nil, facts.isPlainString(expression), !value.mayBeMissing {
            return value.text
        }
        if !value.isReference, case .constant(let number)? = value.expression {
            return value.isTableValue && facts.constantString(.constant(number)) == nil ? "\"$(\(value.text))\"" : quoted(value.text)
        }
        return "\"\(value.expansion)\""
    }

    private func body(_ text: String) -> Code {
        let content = Code(text)
        let entries: [(key: String, value: Code)] = [("contentType", Code(contentType)), ("content", content)]
        let inline = inlineHashtable(entries.map { ($0.key, $0.value.printed(indentation: "", unit: "", lineEnding: "\n")) })
        return content.isOneLine && inline.count <= 100 ? Code(inline) : hashtable(entries)
    }

    private var contentType: String {
        switch send.bodyAsHtml {
        case .off: "'Text'"
        case .on: "'HTML'"
        case .dynamic(let value):
            if !value.isReference, case .paren? = value.expression {
                "$(if \(value.text) { 'HTML' } else { 'Text' })"
            } else {
                "$(if (\(value.text)) { 'HTML' } else { 'Text' })"
            }
        }
    }

    private func importance(_ value: ScriptValue) -> String {
        if let known = value.expression.flatMap({ facts.constantString($0) }) ?? value.enumMember, !value.mayBeMissing {
            return quoted(known.lowercased())
        }
        // A value of an enumeration becomes a number in JSON; its name is what Graph takes.
        let text = "\"\(value.expansion)\""
        return value.mayBeMissing ? "$(if (\(value.text)) { \(text) } else { 'normal' })" : text
    }

    /// Exchange reports failures by itself; only success has to be asked for.
    private var receipt: String? {
        guard let value = send.deliveryNotification else { return nil }
        if let known = value.expression.flatMap({ facts.possibleElements($0) }) ?? value.enumMember.map({ [$0] }), !value.mayBeMissing {
            return known.contains { $0.lowercased().contains("onsuccess") } ? "$true" : nil
        }
        return "(\"\(value.expansion)\" -match 'OnSuccess')"
    }

    // MARK: Recipients

    private func recipients(_ value: ScriptValue) -> Code {
        if let known = literalAddresses(value) { return literalRecipients(known) }
        if let expression = value.expression, !value.mayBeMissing, let known = facts.possibleElements(expression)?.map({ Address($0) }),
            known.allSatisfy({ $0?.isPlain == true })
        {
            return facts.isSingle(expression)
                ? Code("@(" + recipient(value.text) + ")")
                : Code("@(\(value.text) | ForEach-Object { \(recipient("$_")) })")
        }
        let finds = parsing(value)
        let prints = "ForEach-Object { \(parsedRecipient) })"
        let whole = "@(\(finds) | \(prints)"
        return whole.count <= 140 ? Code(whole) : Code(lines: [Code("@(\(finds) |"), Code(prints).indented()])
    }

    /// Reads addresses that are only known when the script runs, with the class that Send-MailMessage reads them with.
    ///
    /// A bad address is reported and the others go on, as there: unless what fails is thrown to a `catch`, where one bad
    /// address would stop the whole send.
    private func parsing(_ value: ScriptValue) -> String {
        if send.throwsOut(facts) { return "\(value.text) | ForEach-Object { \"$_\" -as [mailaddress] } | Where-Object { $_ }" }
        if let expression = value.expression, !value.mayBeMissing, value.pipeline == nil, facts.isPlainString(expression) {
            return "[mailaddress]\(value.argument)"
        }
        return "\(value.text) | Where-Object { $_ } | ForEach-Object { [mailaddress]\"$_\" }"
    }

    /// The addresses of strings that stand in the call itself.
    private func literalAddresses(_ value: ScriptValue) -> [Address]? {
        guard !value.isReference, let expression = value.expression else { return nil }
        return literals(expression)
    }

    private func literals(_ expression: Expression) -> [Address]? {
        switch expression.withoutParentheses {
        case .string(let string): return Address(string.value).map { [$0] }
        case .arrayLiteral(let list):
            let found = list.elements.map(literals)
            return found.contains { $0 == nil } ? nil : found.flatMap { $0! }
        case .array(let array):
            let found = array.subExpression.statements.map { $0.soleExpression.flatMap(literals) }
            return found.isEmpty || found.contains { $0 == nil } ? nil : found.flatMap { $0! }
        case .convert(let convert) where convert.type.typeName.lowercased() == "string[]": return literals(convert.child)
        default: return nil
        }
    }

    private func literalRecipients(_ addresses: [Address]) -> Code {
        if addresses.count == 1 { return Code("@(" + recipient(quoted(addresses[0].address), name: addresses[0].name) + ")") }
        if addresses.allSatisfy(\.isPlain) {
            return Code("@(" + addresses.map { quoted($0.address) }.joined(separator: ", ") + " | ForEach-Object { \(recipient("$_")) })")
        }
        return .block("@(", addresses.map { Code(recipient(quoted($0.address), name: $0.name)) }, ")")
    }

    // MARK: Attachments

    private func attachments(_ value: ScriptValue) -> Code {
        if let paths = separatePaths(value) {
            let files = paths.map { path in
                attachment(path: path.argument, name: literalName(path) ?? "Split-Path \(leafOwner(path)) -Leaf")
            }
            // One expression: as statements of their own, one that fails would not keep the others from going out.
            let list = files.dropLast().map { $0.wrapped("", ",") } + files.suffix(1)
            return files.count == 1 ? files[0].wrapped("@(", ")") : .block("@(", list, ")")
        }
        let some = value.mayBeMissing ? " | Where-Object { $_ }" : ""
        let file = attachment(path: "$_", name: "Split-Path (Convert-Path $_) -Leaf")
        return .block("@(\(value.text)\(some) | ForEach-Object {", [file], "})")
    }

    private func attachment(path: String, name: String) -> Code {
        hashtable([
            ("'@odata.type'", Code("'#microsoft.graph.fileAttachment'")),
            ("name", Code(name)),
            ("contentBytes", Code("[Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path \(path))))")),
        ])
    }

    /// The single paths of a list, each an expression of its own.
    ///
    /// Written this way a missing file ends the statement, as it did with Send-MailMessage.
    private func separatePaths(_ value: ScriptValue) -> [ScriptValue]? {
        guard send.hasSeparateAttachments(facts) else { return nil }
        return value.expression.flatMap { paths($0, of: value) }
    }

    private func paths(_ expression: Expression, of value: ScriptValue) -> [ScriptValue]? {
        attachmentPaths(expression, facts: facts).map { found in
            value.isReference ? [value] : found.map(ScriptValue.init(expression:))
        }
    }

    /// What the name of a file is taken from: of a pattern it is the file that the pattern hits.
    private func leafOwner(_ path: ScriptValue) -> String {
        guard let expression = path.expression, !facts.mayHoldWildcard(expression) else { return "(Convert-Path \(path.argument))" }
        return path.argument
    }

    private func literalName(_ path: ScriptValue) -> String? {
        guard !path.isReference, case .string(let string)? = path.expression,
            !string.value.contains(where: { "*?[]".contains($0) })
        else { return nil }
        let leaf = string.value.split(whereSeparator: { $0 == "\\" || $0 == "/" }).last.map(String.init)
        // Behind a drive a path may begin without a separator.
        return leaf.flatMap { $0.contains(":") ? nil : quoted($0) }
    }
}

/// The paths of a value that is surely one path, or a list that stands in the script.
func attachmentPaths(_ expression: Expression, facts: VariableFacts) -> [Expression]? {
    switch expression.withoutParentheses {
    case .arrayLiteral(let list):
        let found = list.elements.map { attachmentPaths($0, facts: facts) }
        return found.contains { $0 == nil } ? nil : found.flatMap { $0! }
    case .array(let array):
        let found = array.subExpression.statements.map { $0.soleExpression.flatMap { attachmentPaths($0, facts: facts) } }
        return found.isEmpty || found.contains { $0 == nil } ? nil : found.flatMap { $0! }
    // Its text stands twice: for the name and for the content.
    case let single: return facts.isSingle(single) && single.isRepeatable ? [single] : nil
    }
}

/// `@{ emailAddress = @{ address = … } }`
func recipient(_ address: String, name: String = "") -> String {
    "@{ emailAddress = " + inlineHashtable([("address", address)] + (name.isEmpty ? [] : [("name", quoted(name))])) + " }"
}

/// A recipient from a `[mailaddress]` in the pipeline.
let parsedRecipient = "@{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } }"

extension Send {
    /// The attachments are written one by one, without a block that would swallow the failure of one.
    func hasSeparateAttachments(_ facts: VariableFacts) -> Bool {
        guard let value = attachments else { return true }
        guard !value.mayBeMissing, value.pipeline == nil, let expression = value.expression else { return false }
        guard !value.isReference || facts.isSingle(expression) else { return false }
        return attachmentPaths(expression, facts: facts) != nil
    }
}
