import MailMigration

/// Which scripts send mail, how, and what that comes to: what every report of `inventory` and `check` is made from.
///
/// Encoded as it is, it is the JSON of `inventory --format json`; `schemas/inventory.schema.json` describes it.
struct Inventory: Codable, Hashable, Sendable {
    /// Of the form of this value. It grows when a reader of the last would be misled.
    var version = 1
    var tool = Tool()
    var totals: Totals
    var needs: Needs
    /// Those that send mail or set an old version of TLS, in the order in which they were read.
    var scripts: [Script]
    /// What could not be looked at.
    var problems: [Trouble]

    struct Tool: Codable, Hashable, Sendable {
        var name = Mail2Graph.program.name
        var version = Mail2Graph.program.version
    }

    struct Script: Codable, Hashable, Sendable {
        /// As it is shown.
        var path: String
        /// From the current folder, percent-encoded; one that lies elsewhere with `file:` and from the root.
        var uri: String
        /// Whether TLS 1.2 is set.
        var tls: TLS
        var protocolSettings: [Setting]
        /// In the order of the script.
        var sends: [Send]
    }

    /// What a script does about TLS before it sends.
    enum TLS: String, Codable, CaseIterable, Sendable {
        /// 1.2 or newer is on.
        case current
        /// Nothing newer than 1.1 is on.
        case old
        /// Only known when the script runs.
        case unclear
        case notSet
    }

    /// A place where a script says which versions of TLS it uses.
    struct Setting: Codable, Hashable, Sendable {
        var place: Place
        var tls: TLS
    }

    /// Lines and columns count from 1, columns in units of UTF-16. The end is just past the last character.
    struct Place: Codable, Hashable, Sendable {
        var line: Int
        var column: Int
        var endLine: Int
        var endColumn: Int
    }

    struct Send: Codable, Hashable, Sendable {
        var place: Place
        /// The same for the same send of a script wherever it stands in it.
        var fingerprint: String
        var status: Status
        var kind: String
        /// The command, class or program that sends.
        var sender: String
        @OrNull var module: String?
        var route: String
        var server: Value
        var port: Value
        var from: Value
        /// The mailboxes that it sends from, or will.
        var mailboxes: Value
        var signIn: SignIn
        /// Null where the script does not say, or only when it runs.
        @OrNull var usesTLS: Bool?
        /// A sentence: what becomes of it, and why.
        var message: String
        /// What reasons of this sort are counted under.
        @OrNull var reason: String?
        @OrNull var advice: String?
        var notes: [String]
    }

    enum Status: String, Codable, CaseIterable, Sendable {
        /// Can move to Graph.
        case moves
        /// Stays on SMTP AUTH with TLS 1.2, as was asked for.
        case secured
        /// Should move, and a person has to see to it.
        case left
        /// Does not go through Exchange Online.
        case stays
        /// Calls a command of another file, and what sends stands there.
        case elsewhere
        /// Is on Graph already.
        case onGraph
        /// Neither SMTP nor Graph.
        case unaffected
    }

    /// What a script says of a value.
    struct Value: Codable, Hashable, Sendable {
        var values: [String]
        /// As it is written, where the values may not be all; null where they are.
        @OrNull var expression: String?
    }

    struct SignIn: Codable, Hashable, Sendable {
        /// `anonymous`, `defaultCredentials`, `credential`, `session` or `unknown`.
        var kind: String
        /// Of a credential.
        @OrNull var user: Value?
    }

    /// A script or folder that could not be read, parsed or changed.
    struct Trouble: Codable, Hashable, Sendable {
        var path: String
        @OrNull var line: Int?
        /// Whether it was named on the command line, so that the run has failed.
        var isFailure: Bool
        var reason: String
        @OrNull var advice: String?
    }
}

/// An optional value whose key is written with `null` where there is none: readers find the same keys everywhere.
@propertyWrapper
struct OrNull<Value: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    var wrappedValue: Value?

    init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        wrappedValue = container.decodeNil() ? nil : try container.decode(Value.self)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wrappedValue)
    }
}
