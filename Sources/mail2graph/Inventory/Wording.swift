// How the parts of an inventory are said to people.

extension Inventory.Status {
    /// One word or two.
    var label: String {
        switch self {
        case .moves: "moves"
        case .secured: "secured"
        case .left: "left"
        case .stays: "stays"
        case .elsewhere: "elsewhere"
        case .onGraph: "on Graph"
        case .unaffected: "unaffected"
        }
    }

    /// What a number of sends does, behind the number.
    func meaning(_ count: Int) -> String {
        switch self {
        case .moves: "can move to Graph"
        case .secured: count == 1 ? "stays on SMTP AUTH with TLS 1.2" : "stay on SMTP AUTH with TLS 1.2"
        case .left: count == 1 ? "is left for you" : "are left for you"
        case .stays: count == 1 ? "does not go through Exchange Online and stays" : "do not go through Exchange Online and stay"
        case .elsewhere: count == 1 ? "calls a command of another file" : "call a command of another file"
        case .onGraph: count == 1 ? "is on Graph already" : "are on Graph already"
        case .unaffected: count == 1 ? "goes another way, without SMTP" : "go another way, without SMTP"
        }
    }
}

extension Inventory.TLS {
    var sentence: String {
        switch self {
        case .current: "TLS 1.2 is set"
        case .old: "an old version of TLS is set"
        case .unclear: "the TLS setting is only known when the script runs"
        case .notSet: "TLS 1.2 is not set"
        }
    }
}

extension Inventory.Value {
    /// The values, and the expression where they are not all there can be; empty where nothing is said.
    var text: String {
        let known = values.joined(separator: ", ")
        guard let expression else { return known }
        return known.isEmpty ? expression : "\(known) (default of \(expression))"
    }
}

extension Inventory.SignIn {
    var text: String {
        switch kind {
        case "anonymous": "none"
        case "defaultCredentials": "account of the run"
        case "credential": user.map { $0.text.isEmpty ? "a credential" : $0.text } ?? "a credential"
        case "session": "session"
        default: "unknown"
        }
    }
}

extension Inventory.Send {
    /// The sender with the module that it is known from, where that is news.
    var senderText: String {
        guard let module, kind == "module", status != .onGraph, !sender.hasPrefix(module) else { return sender }
        return "\(sender) (\(module))"
    }

    /// What a reader has to know beyond the columns of a table.
    var remark: String? {
        switch status {
        case .moves, .secured, .onGraph: nil
        case .left, .stays, .elsewhere, .unaffected: ([message, advice].compactMap { $0 }).joined(separator: " ")
        }
    }
}

extension Inventory.Totals {
    var sentence: String {
        if scripts == 0 { return "No script was read." }
        if sendingScripts == 0 { return "\(counted(scripts, "script")) read, \(scripts == 1 ? "it sends no mail" : "none sends mail")." }
        let sending = sendingScripts == 1 ? "1 sends mail" : "\(sendingScripts) send mail"
        return "\(counted(scripts, "script")) read, \(sending) in \(counted(sends, "place"))."
    }
}
