import MailMigration

/// What is said of how scripts are migrated, by flags, by the settings file, or by it for one folder. Nil is what is not said.
struct MigrationSettings: Equatable, Sendable {
    var target: Target?
    var serverPolicy: ServerPolicy?
    var signIn = SignIn()
    var servers = ServerList()

    /// What this says, and where it says nothing what the other does. The lists of servers add up.
    func over(_ other: MigrationSettings) -> MigrationSettings {
        var signIn = SignIn()
        signIn.method = self.signIn.method ?? other.signIn.method
        signIn.tenantID = self.signIn.tenantID ?? other.signIn.tenantID
        signIn.clientID = self.signIn.clientID ?? other.signIn.clientID
        signIn.certificateThumbprint = self.signIn.certificateThumbprint ?? other.signIn.certificateThumbprint
        signIn.secret = self.signIn.secret ?? other.signIn.secret
        return MigrationSettings(
            target: target ?? other.target, serverPolicy: serverPolicy ?? other.serverPolicy, signIn: signIn,
            servers: servers.over(other.servers))
    }

    /// With the defaults for what is not said.
    func options(scope: MigrationOptions.Scope, stripsSignatures: Bool) -> MigrationOptions {
        MigrationOptions(
            target: target ?? Self.defaultTarget, signIn: signIn, serverPolicy: serverPolicy ?? Self.defaultServerPolicy, servers: servers,
            scope: scope, stripsSignatures: stripsSignatures)
    }

    static let defaultTarget = Target.sendMgUserMessage
    static let defaultServerPolicy = ServerPolicy.known
}
