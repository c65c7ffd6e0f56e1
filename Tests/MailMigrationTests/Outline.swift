import PowerShellSyntax
import ScriptDiff
import Testing

@testable import MailMigration

/// A script in short: `send` stands for a whole `Send-MailMessage`, and what the migration writes is cut to its name.
///
/// Of the migrated script `tls` is the line that sets TLS 1.2, `connect` the sign-in, `token` the request for a token; `send` is
/// `Send-MgUserMail` with its message, `draft` and `post` are `New-MgUserMessage` and `Send-MgUserMessage`, `request` is the call
/// of `Invoke-RestMethod` or `Invoke-MgGraphRequest`, `message` the text for it where that is made first. Everything else stands as it is written.
struct Outline {
    static let call = "Send-MailMessage -From a@contoso.com -To b@contoso.com -Subject s -Body t -SmtpServer smtp.office365.com"

    let before: SourceText
    let migration: Migration
    let after: SourceText

    init(_ outline: String, options: MigrationOptions) throws {
        let tree = SyntaxTree.parse(SourceText(outline))
        before = try tree.source.applying(
            tree.all(Command.self).filter { $0.name == "send" }.map { Edit(extent: $0.elements[0].extent, replacement: Outline.call) })
        migration = migrate(before, options: options)
        after = try migration.migrated()
        #expect(migration.errors == [])
        #expect(SyntaxTree.parse(after).errors == [])
        // What was rejected is offered again.
        if options.rejected.isEmpty { #expect(migrate(after, options: options).edits == [], "twice is once") }
    }

    init(_ outline: String, _ target: Target = .sendMgUserMail) throws {
        try self.init(
            outline, options: MigrationOptions(target: target, signIn: SignIn(method: target.usesSession ? .managedIdentity : .secret)))
    }

    /// The migrated script in short.
    var text: String {
        get throws {
            let tree = SyntaxTree.parse(after)
            var short: [Edit] = []
            func replace(_ extent: Extent, with text: String) { short.append(Edit(extent: extent, replacement: text)) }
            for command in tree.all(Command.self) {
                switch command.name {
                case "Connect-MgGraph": replace(command.extent, with: "connect")
                case "Send-MgUserMail": replace(command.callAndMessage, with: "send")
                case "New-MgUserMessage": replace(command.callAndMessage, with: "draft")
                case "Send-MgUserMessage": replace(command.throughArgument(of: "MessageId"), with: "post")
                case "Send-MailMessage" where command.text.hasPrefix(Outline.call):
                    replace(Extent(command.extent.start, command.extent.start + Outline.call.utf8.count), with: "smtp")
                case "Invoke-RestMethod" where command.text.contains("/oauth2/"):
                    if let assignment = command.node.enclosing(AssignmentStatement.self) { replace(assignment.extent, with: "token") }
                case "Invoke-RestMethod", "Invoke-MgGraphRequest": replace(command.extent, with: "request" + command.errorVariable)
                default: continue
                }
            }
            for assignment in tree.all(AssignmentStatement.self) where assignment.text.hasSuffix("| ConvertTo-Json -Depth 6") {
                replace(assignment.extent, with: "message")
            }
            let lines = tree.all(AssignmentStatement.self).map(\.extent).filter { after.string($0) == TransportLayerSecurity.line }
            lines.forEach { replace($0, with: "tls") }
            return try after.applying(short).string
        }
    }
}

/// What the migrated script is in short.
func outline(_ outline: String, _ target: Target = .sendMgUserMail) throws -> String { try Outline(outline, target).text }

extension Command {
    /// Up to the end of the hashtable.
    fileprivate var callAndMessage: Extent {
        Extent(extent.start, elements.last { if case .expression(.hashtable) = $0 { true } else { false } }!.extent.end)
    }

    fileprivate func throughArgument(of parameter: String) -> Extent {
        let index = elements.firstIndex { $0.text == "-" + parameter }!
        return Extent(extent.start, elements[index + 1].extent.end)
    }

    fileprivate var errorVariable: String {
        guard let index = elements.firstIndex(where: { $0.text == "-ErrorVariable" }) else { return "" }
        return " -ErrorVariable " + elements[index + 1].text
    }
}
