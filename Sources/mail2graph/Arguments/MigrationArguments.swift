import Arguments
import MailMigration

/// How scripts are to be migrated: what flags say, and else what the settings file says of a script's folder or of all.
struct MigrationArguments: Sendable {
    private struct Layer {
        /// Without links; nil for all scripts.
        var folder: FilePath?
        var options: MigrationOptions
    }

    /// The folders before those around them, all scripts at the end.
    private let layers: [Layer]
    /// Where the settings come from; nil where there are none.
    let settingsFile: FilePath?

    static let declarations = SettingsArguments.declarations + flagDeclarations
    static let flagDeclarations: [any DeclaredArgument] = settingDeclarations + [only, stripSignatures]
    /// Those that stand for keys of the settings file.
    static let settingDeclarations: [any DeclaredArgument] = [
        target, serverPolicy, exchangeServer, relayServer, method, tenantID, clientID, certificateThumbprint, secretName, secretVariable,
    ]

    /// Those that say which sends could move, for commands that change nothing and write no sign-in.
    static let ofServers: [any DeclaredArgument] =
        SettingsArguments.declarations + [serverPolicy, exchangeServer, relayServer]

    private static let target = Argument<Target>.option(
        "target", value: "NAME", default: MigrationSettings.defaultTarget, help: "How the migrated script sends.")
    private static let serverPolicy = Argument<ServerPolicy>.option(
        "server-policy", value: "NAME", default: MigrationSettings.defaultServerPolicy, help: "Which servers count as Exchange Online.")
    private static let exchangeServer = Argument<[String]>.options(
        "exchange-server", value: "NAME",
        help: "A server that leads to Exchange Online, so that sends through it move; * and ? stand for anything.")
    private static let relayServer = Argument<[String]>.options(
        "relay-server", value: "NAME", help: "A relay: sends through it stay, also with --server-policy all; * and ? stand for anything.")
    private static let only = Argument<Only?>.option("only", value: "PART", help: "Make a part of the changes.")
    private static let stripSignatures = Argument<Bool>.flag(
        "strip-signatures",
        help: "Take the signature block away from signed scripts that change, as it would not hold any more. Default: they are left.")

    private static let section = "Sign-in of the migrated scripts"
    private static let method = Argument<SignIn.Method?>.option(
        "auth", value: "METHOD", help: "How they sign in to Graph. Default: certificate; for invoke-restmethod secret.", section: section)
    private static let tenantID = signInOption(.tenantID, value: "ID", help: "The tenant: its id or a domain of it.")
    private static let clientID = signInOption(.clientID, value: "ID", help: "The id of the application that is allowed to send.")
    private static let certificateThumbprint = signInOption(
        .certificateThumbprint, value: "HEX", help: "The application's certificate in the machine's or the user's store.")
    private static let secretName = signInOption(
        .secretName, value: "NAME", help: "The application's secret by its name in a SecretManagement vault.")
    private static let secretVariable = signInOption(
        .secretVariable, value: "NAME", help: "The environment variable that holds the application's secret when the script runs.")

    private static func signInOption(_ of: SignInValue, value: String, help: String) -> Argument<String?> {
        .option(of.flag, value: value, help: help, section: section)
    }

    init(_ arguments: ParsedArguments, _ settings: Settings) throws(UsageError) {
        settingsFile = settings.file
        let flags = try Self.flags(arguments)
        let scope = arguments[Self.only]?.scope ?? .all
        func layer(_ folder: FilePath?, _ said: MigrationSettings, place: String) throws(UsageError) -> Layer {
            let options = flags.over(said).options(scope: scope, stripsSignatures: arguments[Self.stripSignatures])
            if scope == .all, let conflict = options.signIn.conflict(with: options.target) { throw UsageError(conflict + ".\(place)") }
            return Layer(folder: folder, options: options)
        }
        var layers: [Layer] = []
        for folder in settings.folders {
            let place = " Part of it is said in \(settings.file!), from line \(folder.line) on."
            layers.append(try layer(folder.location, settings.migration(in: folder), place: place))
        }
        let place = settings.file.map { " Part of it may be said in \($0)." } ?? ""
        self.layers = layers + [try layer(nil, settings.migration, place: place)]
    }

    /// What is to be done to a script.
    func options(for script: ScriptFile) -> MigrationOptions {
        layers[layerIndex(of: script)].options
    }

    /// What is to be done to scripts of which nothing else is said.
    var common: MigrationOptions { layers[layers.count - 1].options }

    /// Why scripts can't be migrated, where the sign-in that is meant for them lacks something: a problem for each folder of
    /// which something is said.
    /// - Parameter root: The folder that they all lie in.
    func missingSignIn(of scripts: [ScriptFile], in root: FilePath?) -> [Problem] {
        let used = Set(scripts.map(layerIndex))
        let here = try? resolved(FilePath("."))
        return layers.indices.reversed().filter(used.contains).compactMap { index in
            let missing = layers[index].options.missingSignIn
            if missing.isEmpty { return nil }
            let folder = (layers[index].folder ?? root ?? FilePath(".")).shown(from: here)
            let (verb, them) = missing.count == 1 ? ("is", "it") : ("are", "them")
            return Problem(
                .failure, folder,
                "the migrated scripts could not sign in: \(missing.map(\.flags).joined(separator: ", ")) \(verb) missing",
                advice:
                    "give \(them), or set \(missing.map(\.keys).joined(separator: ", ")) in \(settingsFile ?? FilePath(Settings.fileName)), "
                    + "or choose another way to sign in with --auth")
        }
    }

    private func layerIndex(of script: ScriptFile) -> Int {
        layers.firstIndex { $0.folder.map { script.location.relative(to: $0) != nil } ?? true }!
    }

    /// What the command line says of the migration besides the sign-in: `--target`.
    static func givenBesidesSignIn(_ arguments: ParsedArguments) -> [String] {
        declarations.map(\.declaration).filter { $0.section != section && arguments.has($0) }.map(\.display)
    }

    /// What the command line says.
    static func flags(_ arguments: ParsedArguments) throws(UsageError) -> MigrationSettings {
        for argument in [exchangeServer, relayServer] {
            if let name = arguments[argument].first(where: { !ServerList.Entry.takes($0) }) {
                throw UsageError(
                    "--\(argument.declaration.name) has no value '\(name)'; it takes a name like mail.contoso.com or *.smtp.contoso.com.")
            }
        }
        return MigrationSettings(
            target: arguments.has(target) ? arguments[target] : nil,
            serverPolicy: arguments.has(serverPolicy) ? arguments[serverPolicy] : nil, signIn: try signIn(arguments),
            servers: ServerList(
                exchangeOnline: arguments[exchangeServer], relays: arguments[relayServer], places: ("--exchange-server", "--relay-server")))
    }

    /// The sign-in as far as the command line gives it.
    static func signIn(_ arguments: ParsedArguments) throws(UsageError) -> SignIn {
        var signIn = SignIn(method: arguments[method])
        for (value, argument) in [
            (SignInValue.tenantID, tenantID), (.clientID, clientID), (.certificateThumbprint, certificateThumbprint),
            (.secretName, secretName), (.secretVariable, secretVariable),
        ] {
            guard let text = arguments[argument] else { continue }
            if !value.takes(text) { throw UsageError("--\(value.flag) has no value '\(text)'; it takes \(value.form).") }
            signIn[value] = text
        }
        if arguments[secretName] != nil && arguments[secretVariable] != nil {
            throw UsageError("--secret-name and --secret-variable exclude each other; the secret comes from one place.")
        }
        return signIn
    }
}

extension MigrationOptions {
    /// What the sign-in of a migrated script needs and what is not given; empty where none is written.
    var missingSignIn: [SignIn.Missing] { scope == .all ? signIn.missing(for: target) : [] }
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
