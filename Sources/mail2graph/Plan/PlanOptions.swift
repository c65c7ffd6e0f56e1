import MailMigration

/// How the scripts of a plan are migrated: ``MigrationOptions`` in a form for files. Which sends were declined is no part of
/// it, and neither is a secret: an application's is only ever named.
struct PlanOptions: Hashable, Sendable {
    var target: Target
    var serverPolicy: ServerPolicy
    var scope: MigrationOptions.Scope
    var stripsSignatures: Bool
    var signIn: SignIn

    init(_ options: MigrationOptions) {
        target = options.target
        serverPolicy = options.serverPolicy
        scope = options.scope
        stripsSignatures = options.stripsSignatures
        signIn = options.signIn
    }

    init(
        target: Target, serverPolicy: ServerPolicy, scope: MigrationOptions.Scope, stripsSignatures: Bool, signIn: SignIn
    ) {
        self.target = target
        self.serverPolicy = serverPolicy
        self.scope = scope
        self.stripsSignatures = stripsSignatures
        self.signIn = signIn
    }

    /// - Parameter declined: Where the commands of the sends start that are left.
    func migrationOptions(declined: Set<Int> = []) -> MigrationOptions {
        MigrationOptions(
            target: target, signIn: signIn, serverPolicy: serverPolicy, scope: scope, stripsSignatures: stripsSignatures,
            declined: declined)
    }

    var json: JSONValue {
        .object([
            "target": .string(target.rawValue),
            "serverPolicy": .string(serverPolicy.rawValue),
            "scope": .string(scope.rawValue),
            "stripSignatures": .bool(stripsSignatures),
            "signIn": signIn.json,
        ])
    }
}

extension SignIn {
    fileprivate var json: JSONValue {
        var secretName: String?
        var secretVariable: String?
        switch secret {
        case .vault(let name): secretName = name
        case .environmentVariable(let name): secretVariable = name
        case nil: break
        }
        return .object([
            "method": .string(method?.rawValue),
            "tenantId": .string(tenantID),
            "clientId": .string(clientID),
            "certificateThumbprint": .string(certificateThumbprint),
            "secretName": .string(secretName),
            "secretVariable": .string(secretVariable),
        ])
    }
}
