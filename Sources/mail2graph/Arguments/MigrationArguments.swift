import Arguments
import MailMigration

/// How scripts are to be migrated.
struct MigrationArguments: Sendable {
    /// As the command line gives it.
    private let options: MigrationOptions

    static let declarations: [any DeclaredArgument] = [
        target, serverPolicy, only, stripSignatures, method, tenantID, clientID, certificateThumbprint, secretVault, secretVariable,
    ]

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
        let signIn = SignIn(
            method: arguments[Self.method], tenantID: arguments[Self.tenantID], clientID: arguments[Self.clientID],
            certificateThumbprint: arguments[Self.certificateThumbprint], secret: try Self.secret(arguments))
        try Self.check(signIn)
        options = MigrationOptions(
            target: arguments[Self.target], signIn: signIn, serverPolicy: arguments[Self.serverPolicy],
            scope: arguments[Self.only]?.scope ?? .all, stripsSignatures: arguments[Self.stripSignatures])
        if options.scope == .all, let conflict = signIn.conflict(with: options.target) { throw UsageError(conflict + ".") }
    }

    /// What is to be done to a script.
    func options(for script: ScriptFile) -> MigrationOptions { options }

    /// The options that give what the sign-in needs and that are not there; empty where no script will need them.
    var missing: [String] {
        if options.scope != .all { return [] }
        return options.signIn.missing(for: options.target).map { missing in
            switch missing {
            case .tenantID: "--tenant-id"
            case .clientID: "--client-id"
            case .certificateThumbprint: "--certificate-thumbprint"
            case .secret: "--secret-name or --secret-variable"
            }
        }
    }

    private static func secret(_ arguments: ParsedArguments) throws(UsageError) -> SignIn.SecretSource? {
        switch (arguments[secretVault], arguments[secretVariable]) {
        case (nil, nil): nil
        case (let name?, nil): .vault(name)
        case (nil, let name?): .environmentVariable(name)
        case (_?, _?): throw UsageError("--secret-name and --secret-variable exclude each other; the secret comes from one place.")
        }
    }

    /// A wrong value would be found out when the script runs, at night.
    private static func check(_ signIn: SignIn) throws(UsageError) {
        if let id = signIn.tenantID, !isGUID(id), !isDomain(id) {
            throw UsageError(
                "--tenant-id has no value '\(id)'; it takes an id like 8a0e7f5c-1d2b-4c3d-9e4f-0123456789ab or a domain like contoso.com.")
        }
        if let id = signIn.clientID, !isGUID(id) {
            throw UsageError("--client-id has no value '\(id)'; it takes an id like 8a0e7f5c-1d2b-4c3d-9e4f-0123456789ab.")
        }
        if let thumbprint = signIn.certificateThumbprint, thumbprint.utf8.count != 40 || !isHexadecimal(thumbprint) {
            throw UsageError("--certificate-thumbprint has no value '\(thumbprint)'; it takes 40 hexadecimal digits without blanks.")
        }
        if case .environmentVariable(let name) = signIn.secret, !isVariableName(name) {
            throw UsageError(
                "--secret-variable has no value '\(name)'; it takes the name of an environment variable, never the secret itself.")
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

// MARK: - Forms of ids

private func isHexadecimal(_ text: some StringProtocol) -> Bool { text.utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit } }

private func isGUID(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [8, 4, 4, 4, 12] && parts.allSatisfy(isHexadecimal)
}

private func isDomain(_ text: String) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2
        && labels.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } }
}

private func isVariableName(_ text: String) -> Bool {
    text.first.map { !$0.isNumber } == true && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
}
