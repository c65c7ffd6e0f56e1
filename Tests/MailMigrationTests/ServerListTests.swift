import Testing

@testable import MailMigration

@Suite("Listed servers")
struct ServerListTests {
    private let list = ServerList(
        exchangeOnline: ["*.contoso.com", "mail.fabrikam.com"], relays: ["relay.contoso.com", "mail.*", "smtp?.contoso.com"],
        places: ("--exchange-server", "--relay-server"))

    @Test(
        "are told by name first, then relays by pattern",
        arguments: [
            ("Mail.Fabrikam.COM", ServerList.Kind.exchangeOnline), ("mail.other.com", .relay), ("RELAY.contoso.com ", .relay),
            ("eu.contoso.com", .exchangeOnline), ("smtp1.contoso.com", .relay), ("smtp12.contoso.com", .exchangeOnline),
            ("contoso.com", nil),
        ])
    func kinds(_ name: String, _ kind: ServerList.Kind?) {
        #expect(list.entry(for: name)?.kind == kind)
    }

    @Test("come before the list beneath")
    func over() {
        let inner = ServerList(exchangeOnline: ["mail.*"], relays: [], places: ("inner", "inner"))
        #expect(inner.over(list).entry(for: "mail.other.com")?.place == "inner")
        #expect(inner.over(list).entry(for: "relay.contoso.com")?.place == "--relay-server")
    }

    @Test("keep the cloud of Microsoft's own, and stay under every policy where they are relays")
    func servers() {
        let list = ServerList(exchangeOnline: ["*"], relays: ["smtp.office365.com"], places: ("a", "b"))
        let known = ServerRules(policy: .known, list: list)
        #expect(known.server(named: "smtp.office365.us") == .exchangeOnline(.usGovernment))
        #expect(known.server(named: "relay") == .exchangeOnline(.global))
        let all = ServerRules(policy: .all, list: list)
        let listed = all.server(named: "smtp.office365.com")
        #expect(!all.moves(listed) && !known.moves(listed))
        #expect(all.moves(.relay) && !known.moves(.relay))
    }

    @Test(
        "are names and patterns, and no addresses",
        arguments: [("mail-1.contoso.com", true), ("*", true), ("smtp://x", false), ("a b", false), ("", false)])
    func forms(_ text: String, _ isTaken: Bool) {
        #expect(ServerList.Entry.takes(text) == isTaken)
    }
}
