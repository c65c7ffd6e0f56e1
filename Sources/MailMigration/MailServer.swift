/// What a mail server is, by its name.
///
/// Source: Microsoft's documentation of SMTP AUTH, direct send and High Volume Email.
enum MailServer: Equatable {
    case exchangeOnline(Cloud)
    /// The tenant's MX endpoint: no sign-in, recipients of the tenant only.
    case directSend
    case highVolumeEmail
    /// Outlook.com for consumers.
    case consumer
    case relay
    /// A relay by the word of the person who migrates; where that is said.
    case listedRelay(place: String)

    init(named name: String) {
        let name = name.lowercased().drop { $0.isWhitespace }
        switch name {
        case "smtp.office365.com", "smtp-legacy.office365.com", "outlook.office365.com": self = .exchangeOnline(.global)
        case "smtp.office365.us": self = .exchangeOnline(.usGovernment)
        case "smtp.partner.outlook.cn": self = .exchangeOnline(.china)
        case "smtp-hve.office365.com": self = .highVolumeEmail
        case "smtp-mail.outlook.com": self = .consumer
        case _ where name.hasSuffix(".mail.protection.outlook.com"): self = .directSend
        default: self = .relay
        }
    }

    /// Why a send through it stays, as part of a sentence behind `it goes through NAME, which`; nil where it moves.
    var reasonToStay: String? {
        switch self {
        case .exchangeOnline: nil
        case .directSend: "is direct send: no sign-in, and only for recipients of your own organisation"
        case .highVolumeEmail: "is High Volume Email, which SMTP AUTH's end does not touch"
        case .consumer: "is Outlook.com for consumers, where no application can send through Graph by itself"
        case .relay: "is not Exchange Online"
        case .listedRelay(let place): "is listed as a relay (\(place))"
        }
    }

    /// What to do where it should move and does not.
    func adviceToMove(_ name: String) -> String {
        if case .listedRelay = self { return "If it is to move, take it out of that list." }
        let name = ServerList.Entry.takes(name.trimmed) ? name.trimmed : "NAME"
        return "If it is to move all the same, add it to Servers.ExchangeOnline in mail2graph.psd1 or give --exchange-server \(name)."
    }
}

/// What decides whether sends through a server move.
struct ServerRules {
    let policy: ServerPolicy
    let list: ServerList

    /// What a server is: what the list says, else what is known.
    func server(named name: String) -> MailServer {
        let known = MailServer(named: name)
        guard let entry = list.entry(for: name) else { return known }
        switch (entry.kind, known) {
        case (.relay, _): return .listedRelay(place: entry.place)
        case (.exchangeOnline, .exchangeOnline): return known
        case (.exchangeOnline, _): return .exchangeOnline(.global)
        }
    }

    /// Whether sends through it move.
    func moves(_ server: MailServer) -> Bool {
        switch (policy, server) {
        case (_, .exchangeOnline): true
        case (_, .listedRelay), (.known, _): false
        case (.all, _): true
        }
    }
}

/// The Microsoft cloud that a tenant lives in.
public enum Cloud: Sendable {
    case global, usGovernment, china

    /// Where Graph is.
    var graph: String {
        switch self {
        case .global: "https://graph.microsoft.com"
        case .usGovernment: "https://graph.microsoft.us"
        case .china: "https://microsoftgraph.chinacloudapi.cn"
        }
    }

    /// Where tokens come from.
    var login: String {
        switch self {
        case .global: "https://login.microsoftonline.com"
        case .usGovernment: "https://login.microsoftonline.us"
        case .china: "https://login.chinacloudapi.cn"
        }
    }

    /// The value of `Connect-MgGraph -Environment`; nil for the default.
    var environment: String? {
        switch self {
        case .global: nil
        case .usGovernment: "USGov"
        case .china: "China"
        }
    }
}
