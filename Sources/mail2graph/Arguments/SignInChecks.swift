import Arguments
import MailMigration

extension SignIn {
    /// A wrong value would be found out when the script runs, at night.
    func check() throws(UsageError) {
        if let id = tenantID, !isGUID(id), !isDomain(id) {
            throw UsageError(
                "--tenant-id has no value '\(id)'; it takes an id like 8a0e7f5c-1d2b-4c3d-9e4f-0123456789ab or a domain like contoso.com.")
        }
        if let id = clientID, !isGUID(id) {
            throw UsageError("--client-id has no value '\(id)'; it takes an id like 8a0e7f5c-1d2b-4c3d-9e4f-0123456789ab.")
        }
        if let thumbprint = certificateThumbprint, thumbprint.utf8.count != 40 || !isHexadecimal(thumbprint) {
            throw UsageError("--certificate-thumbprint has no value '\(thumbprint)'; it takes 40 hexadecimal digits without blanks.")
        }
        if case .environmentVariable(let name) = secret, !isVariableName(name) {
            throw UsageError(
                "--secret-variable has no value '\(name)'; it takes the name of an environment variable, never the secret itself.")
        }
    }
}

extension MigrationOptions {
    /// The options that give what the sign-in needs and that are not there; empty where no script will need them.
    var missingSignIn: [String] {
        if scope != .all { return [] }
        return signIn.missing(for: target).map { missing in
            switch missing {
            case .tenantID: "--tenant-id"
            case .clientID: "--client-id"
            case .certificateThumbprint: "--certificate-thumbprint"
            case .secret: "--secret-name or --secret-variable"
            }
        }
    }
}

extension UsageError {
    /// Nil where nothing is missing.
    init?(missingSignIn missing: [String]) {
        if missing.isEmpty { return nil }
        self.init(
            "the migrated scripts could not sign in: \(missing.joined(separator: ", ")) \(missing.count == 1 ? "is" : "are") missing. "
                + "Give what is missing, or choose another way to sign in with --auth.")
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
