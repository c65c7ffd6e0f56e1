import PowerShellAnalysis

/// Mail servers as the people know them who run them: which lead to Exchange Online, and which are relays that stay.
///
/// What is listed here comes before all that is known of Microsoft's own servers, and before the server policy.
public struct ServerList: Sendable, Hashable {
    /// The raw value is the name in files.
    public enum Kind: String, Sendable, CaseIterable {
        /// It leads to Exchange Online, so that sends through it move.
        case exchangeOnline = "exchange-online"
        /// Sends through it stay, also where every other server counts as Exchange Online.
        case relay
    }

    public struct Entry: Sendable, Hashable {
        /// A name in any case, with `*` and `?` for what may be anything.
        public var pattern: String
        public var kind: Kind
        /// Where it is listed, for people: `--relay-server`.
        public var place: String

        public init(pattern: String, kind: Kind, place: String) {
            self.pattern = pattern
            self.kind = kind
            self.place = place
        }
    }

    /// The first that matches counts.
    public private(set) var entries: [Entry] = []

    public init(_ entries: [Entry] = []) { self.entries = entries }

    /// - Parameters:
    ///   - places: Where the lists stand, for people.
    public init(exchangeOnline: [String], relays: [String], places: (exchangeOnline: String, relays: String)) {
        let all =
            relays.map { Entry(pattern: $0, kind: .relay, place: places.relays) }
            + exchangeOnline.map { Entry(pattern: $0, kind: .exchangeOnline, place: places.exchangeOnline) }
        // A name says more than a pattern; of two patterns the one that changes nothing is the safe one.
        entries = all.filter { !$0.isPattern } + all.filter(\.isPattern)
    }

    /// Both lists: what this one does not say, the other may.
    public func over(_ other: ServerList) -> ServerList {
        var list = self
        list.entries += other.entries
        return list
    }

    /// What is said of a server; nil where nothing is.
    public func entry(for server: String) -> Entry? {
        let server = server.trimmed
        return entries.first { wildcardMatch($0.pattern, server) }
    }
}

extension ServerList.Entry {
    fileprivate var isPattern: Bool { pattern.contains { $0 == "*" || $0 == "?" } }

    /// Whether a text can be the name of a server, or a pattern of one.
    public static func takes(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || "-._*?".contains($0) }
    }
}
