import MailMigration

/// A case in which the PowerShell engine can't show that both scripts do the same, and why. Such scripts were read instead.
struct EngineGap {
    let name: String
    let targets: [Target]
    let reason: String

    static let all = [
        EngineGap("alias", "aliases that a script sets have no effect there"),
        EngineGap("background-job", "blocks of Start-Job do not run there"),
        EngineGap("remote-block", "blocks of Invoke-Command -ComputerName do not run there"),
        EngineGap("catch-smtp-exception", "a catch block that was changed is not entered there"),
        EngineGap("mail-in-catch-and-finally", "a catch block that was changed is not entered there"),
        EngineGap(
            "foreach-object-parallel", "Send-MgUserMessage and Get-Secret are not known in its runspaces",
            for: [.sendMgUserMessage, .invokeRestMethod]),
        EngineGap("graph-session-delegated", "it takes the scopes of Connect-MgGraph for those of any token", for: [.invokeRestMethod]),
        EngineGap("us-government-cloud", "it gives no tokens for that cloud", for: [.invokeRestMethod]),
        EngineGap("china-cloud", "it gives no tokens for that cloud", for: [.invokeRestMethod]),
    ]

    private init(_ name: String, _ reason: String, for targets: [Target] = Target.allCases) {
        (self.name, self.targets, self.reason) = (name, targets, reason)
    }

    static func of(_ example: GoldenCase, _ target: Target) -> EngineGap? {
        all.first { $0.name == example.name && $0.targets.contains(target) }
    }
}
