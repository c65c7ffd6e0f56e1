import PowerShellAnalysis
import PowerShellSyntax

extension Sending {
    /// What a call of Send-MailMessage says, also one that can't be moved.
    init(of command: Command, in script: ScriptFacts) {
        let facts = script.variables
        if case .loaded(let loaded) = script.names.resolve(command, module: SenderNames.module, facts: facts), loaded.doubt == nil {
            // What it makes of its arguments is its own affair.
            self.init(sender: Sender(calling: loaded), route: .smtp)
            return
        }
        let defaults = (try? script.defaults.values(for: "Send-MailMessage", at: command)) ?? []
        let given =
            (try? BoundCommand(command, signature: .sendMailMessage, facts: facts, defaults: defaults)).map { GivenArguments($0, facts) }
            ?? GivenArguments(command, facts)
        self.init(sender: Sender(kind: .cmdlet, name: "Send-MailMessage", module: "Microsoft.PowerShell.Utility"), route: .smtp)
        server = given.stated(["SmtpServer", "ComputerName"])
        if server.isNothing, let preferred = facts.possibleStrings(ofVariable: "PSEmailServer") {
            server = Stated(values: preferred.sorted())
        }
        port = given.stated(["Port"])
        from = given.stated(["From"])
        usesTLS = given.isOn(["UseSsl"])
        signIn = given.authentication(credential: ["Credential"])
        // Without a credential and TLS it offers the account that it runs under. Source: SendMailMessage.cs of the PowerShell repository.
        if signIn == .anonymous, !given.has(["Credential"]), usesTLS != true { signIn = usesTLS == false ? .defaultCredentials : .unknown }
    }
}
