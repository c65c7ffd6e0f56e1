extension TargetPrinter {
    /// One call that makes and sends the message.
    func sendMgUserMail(_ message: GraphMessage) -> Code {
        hashtable(
            [("message", hashtable(message.entries))],
            opening: "Send-MgUserMail -UserId \(message.mailbox.userID) -BodyParameter @{",
            closing: "}\(message.send.errors.commonParameters.first)")
    }
}
