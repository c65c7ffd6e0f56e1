/// What a migration is asked to do with a script.
public struct MigrationOptions: Sendable {
    /// How the migrated script sends.
    public var target: Target
    /// How the migrated script signs in.
    public var signIn: SignIn
    /// Which servers count as Exchange Online.
    public var serverPolicy: ServerPolicy
    /// Servers of which the person says what they are.
    public var servers: ServerList
    public var scope: Scope
    /// Signed scripts are changed and lose their signature, instead of being left.
    public var stripsSignatures: Bool
    /// The sends of the script that a person looked at and wants left: where their commands start in the decoded text.
    public var rejected: Set<Int>

    public init(
        target: Target = .sendMgUserMessage, signIn: SignIn = SignIn(), serverPolicy: ServerPolicy = .known,
        servers: ServerList = ServerList(), scope: Scope = .all, stripsSignatures: Bool = false, rejected: Set<Int> = []
    ) {
        self.target = target
        self.signIn = signIn
        self.serverPolicy = serverPolicy
        self.servers = servers
        self.scope = scope
        self.stripsSignatures = stripsSignatures
        self.rejected = rejected
    }

    public enum Scope: String, Sendable, CaseIterable {
        /// Move what sends, and set TLS 1.2 where it is needed.
        case all
        /// Only set TLS 1.2; what sends stays on SMTP AUTH.
        case tls
    }
}

/// How a migrated script sends. The raw value is the name on the command line.
public enum Target: String, Sendable, CaseIterable {
    /// `New-MgUserMessage` makes the draft, `Send-MgUserMessage` sends it. Needs Mail.ReadWrite and Mail.Send.
    case sendMgUserMessage = "send-mgusermessage"
    /// `Send-MgUserMail`, one call. Needs Mail.Send.
    case sendMgUserMail = "send-mgusermail"
    /// `Invoke-RestMethod` on `/users/{id}/sendMail`, no module to install. Needs Mail.Send.
    case invokeRestMethod = "invoke-restmethod"
    /// The same request through the session of the Graph SDK. Needs Mail.Send.
    case invokeMgGraphRequest = "invoke-mggraphrequest"

    /// The Graph permissions that the migrated script needs.
    public var permissions: [String] {
        self == .sendMgUserMessage ? ["Mail.ReadWrite", "Mail.Send"] : ["Mail.Send"]
    }

    /// The modules that the migrated script needs; none where it sends by itself.
    public var modules: [String] {
        switch self {
        case .sendMgUserMessage: ["Microsoft.Graph.Authentication", "Microsoft.Graph.Mail", "Microsoft.Graph.Users.Actions"]
        case .sendMgUserMail: ["Microsoft.Graph.Authentication", "Microsoft.Graph.Users.Actions"]
        case .invokeMgGraphRequest: ["Microsoft.Graph.Authentication"]
        case .invokeRestMethod: []
        }
    }

    var usesSession: Bool { self != .invokeRestMethod }
}

/// Which servers a send may go through to be moved.
public enum ServerPolicy: String, Sendable, CaseIterable {
    /// What is known to be Exchange Online.
    case known
    /// Every server counts as Exchange Online, relays too.
    case all
}
