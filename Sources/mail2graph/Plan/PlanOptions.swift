import MailMigration

/// How the scripts of a plan are migrated: ``MigrationOptions`` in a form for files. Which sends were rejected is no part of
/// it, and neither is a secret: an application's is only ever named.
struct PlanOptions: Hashable, Sendable {
    var target: Target
    var serverPolicy: ServerPolicy
    var servers: ServerList
    var scope: MigrationOptions.Scope
    var stripsSignatures: Bool
    var signIn: SignIn

    init(_ options: MigrationOptions) {
        target = options.target
        serverPolicy = options.serverPolicy
        servers = options.servers
        scope = options.scope
        stripsSignatures = options.stripsSignatures
        signIn = options.signIn
    }

    init(
        target: Target, serverPolicy: ServerPolicy, servers: ServerList, scope: MigrationOptions.Scope, stripsSignatures: Bool,
        signIn: SignIn
    ) {
        self.target = target
        self.serverPolicy = serverPolicy
        self.servers = servers
        self.scope = scope
        self.stripsSignatures = stripsSignatures
        self.signIn = signIn
    }

    /// - Parameter rejected: Where the commands of the sends start that are left.
    func migrationOptions(rejected: Set<Int> = []) -> MigrationOptions {
        MigrationOptions(
            target: target, signIn: signIn, serverPolicy: serverPolicy, servers: servers, scope: scope,
            stripsSignatures: stripsSignatures, rejected: rejected)
    }

    var json: JSONValue {
        .object([
            "target": .string(target.rawValue),
            "serverPolicy": .string(serverPolicy.rawValue),
            "servers": .array(servers.entries.map(\.json)),
            "scope": .string(scope.rawValue),
            "stripSignatures": .bool(stripsSignatures),
            "signIn": signIn.json,
        ])
    }
}

extension ServerList.Entry {
    fileprivate var json: JSONValue {
        .object(["name": .string(pattern), "kind": .string(kind.rawValue), "place": .string(place)])
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
