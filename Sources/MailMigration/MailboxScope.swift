/// Exchange Online's RBAC for Applications: lets an application send from some mailboxes and no others.
///
/// Source: Microsoft, Role Based Access Control for Applications in Exchange Online.
public struct MailboxScope: Sendable {
    public var mailboxes: [String]
    /// Of Graph: `Mail.Send`.
    public var permissions: [String]
    /// The application's id; nil prints a placeholder.
    public var clientID: String?

    public init(mailboxes: [String], permissions: [String], clientID: String?) {
        self.mailboxes = mailboxes
        self.permissions = permissions
        self.clientID = clientID
    }

    /// A filter of more addresses would be hard to read and might be too long; a group takes their place.
    private static let filterLimit = 20

    /// The commands of Exchange Online PowerShell, in order; none where there is nothing to allow.
    /// - Parameter number: Tells the scopes of several applications apart, from 1.
    public func commands(number: Int = 1) -> [String] {
        guard !mailboxes.isEmpty, !permissions.isEmpty else { return [] }
        let application = quoted(clientID ?? "<client-id>")
        let scope = quoted("mail2graph mailboxes" + (number > 1 ? " \(number)" : ""))
        var commands = [
            "New-ServicePrincipal -AppId \(application) -ObjectId '<object-id-of-the-enterprise-application>' -DisplayName 'mail2graph'"
        ]
        let filter: String
        if mailboxes.count > Self.filterLimit {
            commands.append("New-DistributionGroup -Name \(scope) -Type Security -Members \(mailboxes.map(quoted).joined(separator: ", "))")
            filter = "\"MemberOfGroup -eq '$((Get-DistributionGroup \(scope)).DistinguishedName)'\""
        } else {
            filter = argument(mailboxes.map { "PrimarySmtpAddress -eq \(quoted($0))" }.joined(separator: " -or "))
        }
        commands.append("New-ManagementScope -Name \(scope) -RecipientRestrictionFilter \(filter)")
        commands += permissions.map {
            "New-ManagementRoleAssignment -App \(application) -Role 'Application \($0)' -CustomResourceScope \(scope)"
        }
        return commands + ["Test-ServicePrincipalAuthorization -Identity \(application) -Resource \(quoted(mailboxes[0]))"]
    }

    /// What comes before the commands of every scope.
    public static let connect = "Connect-ExchangeOnline"

    /// What the commands do not do, as sentences.
    public static let consent =
        "Then take back the application's tenant-wide consent for these permissions in Entra ID, or the scope does nothing."

    /// In double quotes, as its own are single, unless something would be expanded.
    private func argument(_ filter: String) -> String {
        filter.contains { "$`\"".contains($0) } ? quoted(filter) : "\"\(filter)\""
    }
}
