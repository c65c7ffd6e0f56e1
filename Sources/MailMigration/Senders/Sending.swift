import PowerShellSyntax

/// How mail is sent at one place of a script, as far as the script tells. No secret is ever part of it.
public struct Sending: Hashable, Sendable {
    public var sender: Sender
    public var route: Route
    public var server: Stated = .nothing
    public var port: Stated = .nothing
    /// What the message says it is from.
    public var from: Stated = .nothing
    public var signIn: Authentication = .unknown
    /// Whether the connection is encrypted; nil where the script does not say, or only when it runs.
    public var usesTLS: Bool?

    /// The mailboxes that it sends from: that of the credential's user where that is an address, else what From says.
    public var mailboxes: Stated {
        if case .credential(let user) = signIn, user.isCertain, user.values.allSatisfy({ Address($0)?.isPlain == true }) { return user }
        return Stated(values: from.values.map { Address($0)?.address ?? $0 }, expression: from.expression)
    }
}

/// What sends: a command, a class or a program.
public struct Sender: Hashable, Sendable {
    /// The raw value is the name in reports.
    public enum Kind: String, Sendable, CaseIterable {
        /// `Send-MailMessage`
        case cmdlet
        /// A text with `Send-MailMessage` in it that is run.
        case text
        case dotNet = "dotnet"
        case com
        /// A command of a module that does not come with PowerShell.
        case module
        /// A program that is started.
        case program
        /// A procedure of a database server.
        case database
        /// A web request to Graph.
        case request
    }

    public var kind: Kind
    /// As it is known, not as the script writes it: `Send-EmailMessage`, `System.Net.Mail.SmtpClient`.
    public var name: String
    /// The module that the command is known from.
    public var module: String?
}

/// Which way the mail takes. The raw value is the name in reports.
public enum Route: String, Sendable, CaseIterable {
    /// By SMTP, through a server.
    case smtp
    case graph
    /// Through the Outlook of the person who runs the script.
    case outlook
    /// Exchange Web Services.
    case ews
    /// Through the interface of another mail service.
    case service
}

/// As whom a script signs in to send.
public enum Authentication: Hashable, Sendable {
    case anonymous
    /// With the account that the script runs under.
    case defaultCredentials
    /// With a name and a secret. Where the name is not known, the expression is what the script keeps the credential in.
    case credential(user: Stated)
    /// A session or a token that is made elsewhere in the script.
    case session
    /// The script does not tell.
    case unknown
}

/// A send that the end of SMTP AUTH does not touch: nothing is to be migrated there, but an inventory has it.
public struct UnaffectedSend: Sendable {
    public let extent: Extent
    /// Counted from 1.
    public let line: Int
    public let sending: Sending
}
