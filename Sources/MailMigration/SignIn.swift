/// How a migrated script signs in to Graph. Nothing is guessed: what is not given is printed as a placeholder.
public struct SignIn: Hashable, Sendable {
    /// The raw value is the name on the command line.
    public enum Method: String, Sendable, CaseIterable {
        /// An application with a certificate in the machine's or user's store.
        case certificate
        /// An application with a secret that is read when the script runs, from a vault or an environment variable.
        case secret
        /// The identity of the Azure resource that the script runs on.
        case managedIdentity = "managed-identity"
        /// The person who runs the script, in a window. Never for what runs unattended.
        case delegated
        /// The session is there already, or made by code of yours.
        case none
    }

    /// Where a client secret is read from when the script runs. The secret itself is never part of a script.
    public enum SecretSource: Hashable, Sendable {
        /// `$env:NAME`
        case environmentVariable(String)
        /// A secret of Microsoft.PowerShell.SecretManagement by its name.
        case vault(String)
    }

    /// Nil for what suits the target: a certificate for the Graph SDK, a secret for `Invoke-RestMethod`.
    public var method: Method?
    public var tenantID: String?
    /// The application (client) id.
    public var clientID: String?
    public var certificateThumbprint: String?
    public var secret: SecretSource?

    public init(
        method: Method? = nil, tenantID: String? = nil, clientID: String? = nil, certificateThumbprint: String? = nil,
        secret: SecretSource? = nil
    ) {
        self.method = method
        self.tenantID = tenantID
        self.clientID = clientID
        self.certificateThumbprint = certificateThumbprint
        self.secret = secret
    }

    public func method(for target: Target) -> Method {
        method ?? (target.usesSession ? .certificate : .secret)
    }

    /// A value that the sign-in needs and that was not given: placeholders stand in its place.
    public enum Missing: Sendable, CaseIterable {
        case tenantID, clientID, certificateThumbprint, secret
    }

    public func missing(for target: Target) -> [Missing] {
        let needed: [Missing]
        switch method(for: target) {
        case .certificate: needed = [.tenantID, .clientID, .certificateThumbprint]
        case .secret: needed = [.tenantID, .clientID, .secret]
        case .delegated: needed = [.tenantID]
        case .managedIdentity, .none: needed = []
        }
        return needed.filter { missing in
            switch missing {
            case .tenantID: tenantID == nil
            case .clientID: clientID == nil
            case .certificateThumbprint: certificateThumbprint == nil
            case .secret: secret == nil
            }
        }
    }

    /// Why this sign-in can't go with a target; nil where it can.
    public func conflict(with target: Target) -> String? {
        guard !target.usesSession else { return nil }
        switch method(for: target) {
        case .secret, .managedIdentity: return nil
        case .certificate:
            return "the target \(target.rawValue) gets its token by itself and can't sign in with a certificate; "
                + "choose --auth secret or managed-identity, or the target send-mgusermail"
        case .delegated, .none:
            return "the target \(target.rawValue) gets its token by itself; choose --auth secret or managed-identity"
        }
    }
}

// MARK: - Printing

extension SignIn {
    private var tenant: String { quoted(tenantID ?? "<tenant-id>") }
    private var client: String { quoted(clientID ?? "<client-id>") }

    /// `Connect-MgGraph` with what this sign-in needs; nil where nothing is to be done.
    func connectCommand(for target: Target, cloud: Cloud) -> String? {
        var words = ["Connect-MgGraph"]
        switch method(for: target) {
        case .certificate:
            words += [
                "-TenantId", tenant, "-ClientId", client, "-CertificateThumbprint",
                quoted(certificateThumbprint ?? "<certificate-thumbprint>"),
            ]
        case .secret:
            words += ["-TenantId", tenant, "-ClientSecretCredential", "([pscredential]::new(\(client), \(secureSecret)))"]
        case .managedIdentity:
            words += ["-Identity"]
        case .delegated:
            words += ["-TenantId", tenant]
            if clientID != nil { words += ["-ClientId", client] }
            words += ["-Scopes", target.permissions.map(quoted).joined(separator: ", ")]
        case .none:
            return nil
        }
        if let environment = cloud.environment { words += ["-Environment", environment] }
        return (words + ["-NoWelcome"]).joined(separator: " ")
    }

    /// An expression that gets a token, which lives for about an hour.
    func tokenRequest(cloud: Cloud) -> Code {
        if method(for: .invokeRestMethod) == .managedIdentity {
            return Code(
                "(Invoke-RestMethod -Uri \"$env:IDENTITY_ENDPOINT`?resource=\(cloud.graph)&api-version=2019-08-01\" "
                    + "-Headers @{ 'X-IDENTITY-HEADER' = $env:IDENTITY_HEADER }).access_token")
        }
        let tenant = tenantID ?? "<tenant-id>"
        return hashtable(
            [
                ("client_id", Code(client)),
                ("client_secret", Code(plainSecret)),
                ("grant_type", Code("'client_credentials'")),
                ("scope", Code(quoted(cloud.graph + "/.default"))),
            ],
            opening: "(Invoke-RestMethod -Method Post -Uri \(quoted("\(cloud.login)/\(tenant)/oauth2/v2.0/token")) -Body @{",
            closing: "}).access_token")
    }

    private var plainSecret: String {
        switch secret {
        case .environmentVariable(let name): "$env:" + name
        case .vault(let name): "(Get-Secret -Name \(quoted(name)) -AsPlainText)"
        case nil: "(Get-Secret -Name '<secret-name>' -AsPlainText)"
        }
    }

    private var secureSecret: String {
        switch secret {
        case .environmentVariable(let name): "(ConvertTo-SecureString $env:\(name) -AsPlainText -Force)"
        case .vault(let name): "(Get-Secret -Name \(quoted(name)))"
        case nil: "(Get-Secret -Name '<secret-name>')"
        }
    }
}
