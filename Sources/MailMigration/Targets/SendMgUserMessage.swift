extension TargetPrinter {
    /// Makes a draft and sends it. The `if` keeps a draft that could not be made from sending an earlier one again.
    func sendMgUserMessage(_ message: GraphMessage) -> Code {
        let user = message.mailbox.userID
        let errors = message.send.errors.commonParameters
        let draft = "$" + names.draft
        let make = hashtable(
            message.entries, opening: "if (\(draft) = New-MgUserMessage -UserId \(user) -BodyParameter @{",
            closing: "}\(errors.first)) {")
        let send = Code("Send-MgUserMessage -UserId \(user) -MessageId \(draft).Id\(errors.second)")
        // Where no draft was made, the condition would count as a success: `$?` has to tell of the failure.
        let end = message.send.errors.successIsRead ? "} else { Write-Error -ErrorRecord $Error[0] -ErrorAction SilentlyContinue }" : "}"
        return Code(lines: [make, send.indented(), Code(end)])
    }
}
