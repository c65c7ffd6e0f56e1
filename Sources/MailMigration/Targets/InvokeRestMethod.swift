extension TargetPrinter {
    /// The request by itself; the token is got before it.
    func invokeRestMethod(_ message: GraphMessage) -> Code {
        request(
            message,
            call: "$null = Invoke-RestMethod -Method Post -Uri \(uri(message, root: message.send.cloud.graph + "/v1.0")) "
                + "-Headers @{ Authorization = \"Bearer $\(names.token)\" }")
    }

    /// The request through the session of the Graph SDK.
    func invokeMgGraphRequest(_ message: GraphMessage) -> Code {
        request(message, call: "$null = Invoke-MgGraphRequest -Method POST -Uri \(uri(message, root: "v1.0"))")
    }

    /// `ConvertTo-Json` cuts below depth 2 unless told; before PowerShell 7.4 a text goes out as Latin-1 unless told.
    private func request(_ message: GraphMessage, call: String) -> Code {
        let call = call + message.send.errors.requestParameters + " -ContentType 'application/json; charset=utf-8' -Body "
        let body = [("message", hashtable(message.entries))]
        let around = message.send.guardOfRequest(facts)
        guard around != .none || !message.send.place.isWholeStatement else {
            return hashtable(body, opening: call + "(@{", closing: "} | ConvertTo-Json -Depth 6)")
        }
        // Only the request is guarded: what fails while the message is built ends the statement, and nothing is sent.
        let variable = "$" + names.message
        return Code(lines: [
            hashtable(body, opening: "if (\(variable) = @{", closing: "} | ConvertTo-Json -Depth 6) {"),
            around.around(Code(call + variable), message.send.errors).indented(),
            Code("}"),
        ])
    }

    private func uri(_ message: GraphMessage, root: String) -> String {
        let path = "\(root)/users/\(message.mailbox.urlPart)/sendMail"
        return message.mailbox.isLiteral ? quoted(path) : "\"\(path)\""
    }
}
