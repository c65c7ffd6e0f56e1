import MailMigration

/// A value of the sign-in that people give: by a flag, or by a key of the settings file. Both are checked alike, for a wrong one
/// would be found out when a script runs, at night.
enum SignInValue: CaseIterable {
    case tenantID, clientID, certificateThumbprint, secretName, secretVariable

    /// The flag without its dashes.
    var flag: String {
        switch self {
        case .tenantID: "tenant-id"
        case .clientID: "client-id"
        case .certificateThumbprint: "certificate-thumbprint"
        case .secretName: "secret-name"
        case .secretVariable: "secret-variable"
        }
    }

    /// The key in the table `SignIn` of the settings file.
    var key: String {
        switch self {
        case .tenantID: "TenantId"
        case .clientID: "ClientId"
        case .certificateThumbprint: "CertificateThumbprint"
        case .secretName: "SecretName"
        case .secretVariable: "SecretVariable"
        }
    }

    /// What it takes, behind `it takes`.
    var form: String {
        switch self {
        case .tenantID: "an id like 8a0e7f5c-1d2b-4c3d-9e4f-0123456789ab or a domain like contoso.com"
        case .clientID: "an id like 8a0e7f5c-1d2b-4c3d-9e4f-0123456789ab"
        case .certificateThumbprint: "40 hexadecimal digits without blanks"
        case .secretName: "the name of a secret in a vault, never the secret itself"
        case .secretVariable: "the name of an environment variable, never the secret itself"
        }
    }

    func takes(_ text: String) -> Bool {
        switch self {
        case .tenantID: isGUID(text) || isDomain(text)
        case .clientID: isGUID(text)
        case .certificateThumbprint: text.utf8.count == 40 && isHexadecimal(text)
        case .secretName: !text.isEmpty
        case .secretVariable: isVariableName(text)
        }
    }
}

extension SignIn {
    subscript(value: SignInValue) -> String? {
        get {
            switch (value, secret) {
            case (.tenantID, _): tenantID
            case (.clientID, _): clientID
            case (.certificateThumbprint, _): certificateThumbprint
            case (.secretName, .vault(let name)), (.secretVariable, .environmentVariable(let name)): name
            case (.secretName, _), (.secretVariable, _): nil
            }
        }
        set {
            switch value {
            case .tenantID: tenantID = newValue
            case .clientID: clientID = newValue
            case .certificateThumbprint: certificateThumbprint = newValue
            case .secretName: secret = newValue.map(SecretSource.vault)
            case .secretVariable: secret = newValue.map(SecretSource.environmentVariable)
            }
        }
    }
}

extension SignIn.Missing {
    /// The values that give it: any one of them.
    var values: [SignInValue] {
        switch self {
        case .tenantID: [.tenantID]
        case .clientID: [.clientID]
        case .certificateThumbprint: [.certificateThumbprint]
        case .secret: [.secretName, .secretVariable]
        }
    }

    /// `--secret-name or --secret-variable`
    var flags: String { values.map { "--" + $0.flag }.joined(separator: " or ") }

    /// `SignIn.SecretName or SignIn.SecretVariable`
    var keys: String { values.map { "SignIn." + $0.key }.joined(separator: " or ") }
}

extension Set<SignIn.Missing> {
    /// The options of each, always in the same order.
    var flags: [String] { SignIn.Missing.allCases.filter(contains).map(\.flags) }
}

// MARK: - Forms

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
