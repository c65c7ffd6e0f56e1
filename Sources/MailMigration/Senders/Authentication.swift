import PowerShellAnalysis
import PowerShellSyntax

extension Authentication {
    /// What a credential of the script signs in as. Its secret is not looked at.
    init(_ credential: Expression, _ facts: VariableFacts) {
        let credential = credential.withoutParentheses
        if case .member(let member) = credential, member.isStatic, let name = member.memberName?.lowercased() {
            if name.hasPrefix("default") {
                self = .defaultCredentials
                return
            }
            if name == "empty" {
                self = .anonymous
                return
            }
        }
        if credential.text.lowercased() == "$null" {
            self = .anonymous
            return
        }
        let user: Stated =
            if let user = facts.credentialUser(credential) { Stated(user, facts) }
            // `-Credential name` asks for the secret.
            else if case .string(let name) = credential { Stated(values: [name.value]) } else {
                Stated(values: [], expression: credential.withoutSecrets)
            }
        self.init(user: user)
    }

    init(user: Stated) {
        self = user.expression == nil && user.values.allSatisfy(isAnonymous) ? .anonymous : .credential(user: user)
    }
}

/// The account by which scripts keep Send-MailMessage from using their own.
private func isAnonymous(_ user: String) -> Bool {
    ["anonymous", "nt authority\\anonymous logon"].contains(user.lowercased())
}
