import PowerShellAnalysis

/// Prints sends for one target: the code that takes the place of `Send-MailMessage`.
struct TargetPrinter {
    let target: Target
    let facts: VariableFacts
    /// Names of variables that the script does not use.
    let names: NewNames

    /// Variables that migrated code needs.
    struct NewNames {
        /// Holds the draft between its making and its sending.
        let draft: String
        /// Holds the text of a request where building it and sending it must fail apart.
        let message: String
        /// Holds the token of `Invoke-RestMethod`.
        let token: String
    }

    func print(_ send: Send) -> Code {
        let message = GraphMessage(send, facts: facts)
        let code =
            switch target {
            case .sendMgUserMessage: sendMgUserMessage(message)
            case .sendMgUserMail: sendMgUserMail(message)
            case .invokeRestMethod: invokeRestMethod(message)
            case .invokeMgGraphRequest: invokeMgGraphRequest(message)
            }
        return send.guardOfAll(facts).around(code, send.errors)
    }
}
