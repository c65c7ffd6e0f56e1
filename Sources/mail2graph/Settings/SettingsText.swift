import MailMigration

/// A settings file as one writes it to begin with: every key with what it means, and with its default where nothing else is said.
///
/// In ASCII, as Windows PowerShell takes a file without a mark for one in the system's code page.
struct SettingsText {
    let text: String

    /// - Parameter said: What is filled in.
    init(_ said: MigrationSettings) {
        let defaults = MigrationSettings()
        let options = said.over(defaults).options(scope: .all, stripsSignatures: false)
        text = """
            # Settings of mail2graph for the scripts in this folder and below it.
            #
            # This is a PowerShell data file: it holds constants only, and nothing in it runs. What is '' counts as not said.
            # Options of the command line win over it. To see what it comes to: mail2graph diff .
            @{
                # How the migrated scripts send:
            \(Self.choices(Target.allCases.map { ($0.rawValue, $0.help) }, default: MigrationSettings.defaultTarget.rawValue))
                Target       = \(quoted(options.target.rawValue))

                # Which servers count as Exchange Online:
            \(Self.choices(ServerPolicy.allCases.map { ($0.rawValue, $0.help) }, default: MigrationSettings.defaultServerPolicy.rawValue))
                ServerPolicy = \(quoted(options.serverPolicy.rawValue))

                # Servers by name, in any case; * and ? stand for anything. What is said here comes before ServerPolicy.
                Servers      = @{
                    # Names of your own that lead to Exchange Online: sends through them move.
                    # For example: @('mail.contoso.com', '*.smtp.contoso.com')
                    ExchangeOnline = \(list(.exchangeOnline, of: said.servers))

                    # Relays: sends through them stay, also where ServerPolicy is 'all'.
                    Relay          = \(list(.relay, of: said.servers))
                }

                # How the migrated scripts sign in to Graph. Fill in what the method needs.
                SignIn       = @{
            \(Self.choices(SignIn.Method.allCases.map { ($0.rawValue, $0.settingsHelp) }, default: "", indentation: 8))
                    # Default: 'certificate'; with the target 'invoke-restmethod' 'secret'.
                    Method                = \(quoted(said.signIn.method?.rawValue ?? ""))

                    # The tenant: its id, or a domain of it like contoso.onmicrosoft.com.
                    TenantId              = \(quoted(said.signIn.tenantID ?? ""))

                    # The id of the application that is allowed to send.
                    ClientId              = \(quoted(said.signIn.clientID ?? ""))

                    # Of the application's certificate in the machine's or the user's store: 40 hexadecimal digits.
                    CertificateThumbprint = \(quoted(said.signIn.certificateThumbprint ?? ""))

                    # Where the application's secret is read from when a script runs, one of the two; the secret itself has no
                    # place in a script or here. The first names it in a SecretManagement vault, the other an environment variable.
                    SecretName            = \(quoted(said.signIn[.secretName] ?? ""))
                    SecretVariable        = \(quoted(said.signIn[.secretVariable] ?? ""))
                }

                # Scripts and folders that are left out, in the syntax of .gitignore, from this folder.
                # For example: @('Archive/', '*.old.ps1')
                Exclude      = @()

                # In megabytes: larger scripts are left alone, and that is said.
                MaximumSize  = \(Megabytes.ofScripts.count)

                # Folders that need something else: Target, ServerPolicy, Servers, SignIn. What is not said of a folder is taken from
                # the folder around it, or from above. Lists of servers add up.
                Folders      = @{
                    # 'Legacy' = @{
                    #     Target = 'invoke-restmethod'
                    #     SignIn = @{ Method = 'secret'; SecretName = 'graph-mail' }
                    # }
                }
            }

            """
    }

    /// Comment lines for the values of a key.
    private static func choices(_ choices: [(name: String, help: String)], default fallback: String, indentation: Int = 4) -> String {
        let width = choices.map { $0.name.count }.max() ?? 0
        return choices.map { name, help in
            let blank = String(repeating: " ", count: width - name.count)
            return String(repeating: " ", count: indentation) + "#   '\(name)'\(blank)  \(help)" + (name == fallback ? " (default)" : "")
        }.joined(separator: "\n")
    }
}

private func list(_ kind: ServerList.Kind, of servers: ServerList) -> String {
    "@(" + servers.entries.filter { $0.kind == kind }.map { quoted($0.pattern) }.joined(separator: ", ") + ")"
}

/// A constant string.
private func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }

extension SignIn.Method {
    /// What it is, with the keys that it needs.
    fileprivate var settingsHelp: String {
        switch self {
        case .certificate: "An application with a certificate: TenantId, ClientId, CertificateThumbprint."
        case .secret: "An application with a secret: TenantId, ClientId, and SecretName or SecretVariable."
        case .managedIdentity: "The identity of the Azure resource that the script runs on."
        case .delegated: "The person who runs the script, in a window: TenantId. Never for what runs unattended."
        case .none: "Not at all: the script has a session already."
        }
    }
}
