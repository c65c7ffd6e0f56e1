import Arguments
import MailMigration

/// How scripts are to be migrated.
struct MigrationArguments: Sendable {
    /// As the command line gives it.
    private let options: MigrationOptions

    static let declarations: [any DeclaredArgument] = [
        target, serverPolicy, only, stripSignatures, method, tenantID, clientID, certificateThumbprint, secretVault, secretVariable,
    ]

    /// Those that say which sends could move, for commands that change nothing and write no sign-in.
    static let ofServers: [any DeclaredArgument] = [serverPolicy]

    private static let target = Argument<Target>.option(
        "target", value: "NAME", default: .sendMgUserMessage, help: "How the migrated script sends.")
    private static let serverPolicy = Argument<ServerPolicy>.option(
        "server-policy", value: "NAME", default: .known, help: "Which servers count as Exchange Online.")
    private static let only = Argument<Only?>.option("only", value: "PART", help: "Make a part of the changes.")
    private static let stripSignatures = Argument<Bool>.flag(
        "strip-signatures",
        help: "Take the signature block away from signed scripts that change, as it would not hold any more. Default: they are left.")

    private static let section = "Sign-in of the migrated scripts"
    private static let method = Argument<SignIn.Method?>.option(
        "auth", value: "METHOD", help: "How they sign in to Graph. Default: certificate; for invoke-restmethod secret.", section: section)
    private static let tenantID = Argument<String?>.option(
        "tenant-id", value: "ID", help: "The tenant: its id or a domain of it.", section: section)
    private static let clientID = Argument<String?>.option(
        "client-id", value: "ID", help: "The id of the application that is allowed to send.", section: section)
    private static let certificateThumbprint = Argument<String?>.option(
        "certificate-thumbprint", value: "HEX", help: "The application's certificate in the machine's or the user's store.",
        section: section)
    private static let secretVault = Argument<String?>.option(
        "secret-name", value: "NAME", help: "The application's secret by its name in a SecretManagement vault.", section: section)
    private static let secretVariable = Argument<String?>.option(
        "secret-variable", value: "NAME", help: "The environment variable that holds the application's secret when the script runs.",
        section: section)

    init(_ arguments: ParsedArguments) throws(UsageError) {
        options = MigrationOptions(
            target: arguments[Self.target], signIn: try Self.signIn(arguments), serverPolicy: arguments[Self.serverPolicy],
            scope: arguments[Self.only]?.scope ?? .all, stripsSignatures: arguments[Self.stripSignatures])
        if options.scope == .all, let conflict = options.signIn.conflict(with: options.target) { throw UsageError(conflict + ".") }
    }

    /// The sign-in as far as the command line gives it.
    static func signIn(_ arguments: ParsedArguments) throws(UsageError) -> SignIn {
        let signIn = SignIn(
            method: arguments[method], tenantID: arguments[tenantID], clientID: arguments[clientID],
            certificateThumbprint: arguments[certificateThumbprint], secret: try secret(arguments))
        try signIn.check()
        return signIn
    }

    /// What the command line says of the migration besides the sign-in: `--target`.
    static func givenBesidesSignIn(_ arguments: ParsedArguments) -> [String] {
        declarations.map(\.declaration).filter { $0.section != section && arguments.has($0) }.map(\.display)
    }

    /// What is to be done to a script.
    func options(for script: ScriptFile) -> MigrationOptions { options }

    /// What is to be done to scripts of which nothing else is said.
    var common: MigrationOptions { options }

    /// The options that give what the sign-in needs and that are not there; empty where no script will need them.
    var missing: [String] { options.missingSignIn }

    private static func secret(_ arguments: ParsedArguments) throws(UsageError) -> SignIn.SecretSource? {
        switch (arguments[secretVault], arguments[secretVariable]) {
        case (nil, nil): nil
        case (let name?, nil): .vault(name)
        case (nil, let name?): .environmentVariable(name)
        case (_?, _?): throw UsageError("--secret-name and --secret-variable exclude each other; the secret comes from one place.")
        }
    }
}

/// Which part of the changes is made.
private enum Only: String, ArgumentChoice {
    case tls

    var help: String { "Set TLS 1.2 where it is needed; what sends stays on SMTP AUTH." }
    var scope: MigrationOptions.Scope { .tls }
}

extension Target: ArgumentChoice {
    public var help: String {
        switch self {
        case .sendMgUserMessage: "New-MgUserMessage makes a draft, Send-MgUserMessage sends it; needs Mail.ReadWrite and Mail.Send."
        case .sendMgUserMail: "Send-MgUserMail, one call; needs Mail.Send."
        case .invokeRestMethod: "Invoke-RestMethod, no module to install; needs Mail.Send."
        case .invokeMgGraphRequest: "The same request through the session of the Graph SDK; needs Mail.Send."
        }
    }
}

extension ServerPolicy: ArgumentChoice {
    public var help: String {
        switch self {
        case .known: "Those that are known to be; internal relays stay as they are."
        case .all: "Every server, relays too."
        }
    }
}

extension SignIn.Method: ArgumentChoice {
    public var help: String {
        switch self {
        case .certificate: "An application with a certificate: --tenant-id, --client-id, --certificate-thumbprint."
        case .secret: "An application with a secret: --tenant-id, --client-id and --secret-name or --secret-variable."
        case .managedIdentity: "The identity of the Azure resource that the script runs on."
        case .delegated: "The person who runs the script, in a window: --tenant-id. Never for what runs unattended."
        case .none: "Not at all: the script has a session already."
        }
    }
}
