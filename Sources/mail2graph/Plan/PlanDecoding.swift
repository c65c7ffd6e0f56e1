import Foundation
import MailMigration

// Plans are edited by hand, too: what is not understood is an error, never passed over, and names its field.

extension Plan: Decodable {
    init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, ["format", "version", "folder", "options", "files"])
        // First: all else may look different in another version.
        if try fields.value("format", as: String.self) != Self.format { throw fields.error("format", "is no \(Self.format)") }
        let version = try fields.value("version", as: Int.self)
        if version != Self.version {
            throw fields.error("version", "is \(version), and this mail2graph reads version \(Self.version)")
        }
        folder = try fields.value("folder", as: JournalPath.self).path
        if folder.bytes.contains(0) { throw fields.error("folder", "holds a NUL, which no path has: \(folder)") }
        if !folder.isAbsolute { throw fields.error("folder", "is no absolute path") }
        options = try fields.value("options", as: PlanOptions.self)
        files = try fields.value("files", as: [PlannedFile].self)
        var seen: Set<FilePath> = []
        for (index, file) in files.enumerated() where !seen.insert(file.path).inserted {
            throw fields.error("files[\(index)].path", "stands in the plan twice: \(file.path)")
        }
    }
}

extension PlannedFile: Decodable {
    init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, ["path", "sha256", "resultSha256", "options", "sends"])
        path = try fields.value("path", as: JournalPath.self).path
        let names = path.bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        if names.contains(where: { $0.isEmpty || $0 == [0x2E] || $0 == [0x2E, 0x2E] }) || path.bytes.contains(0) {
            throw fields.error("path", "does not lead down from the plan's folder: \(path)")
        }
        sha256 = try fields.digest("sha256")
        resultSHA256 = try fields.digest("resultSha256")
        options = try fields.optional("options", as: PlanOptions.self)
        sends = try fields.value("sends", as: [PlannedSend].self)
        var seen: Set<Int> = []
        for (index, send) in sends.enumerated() where !seen.insert(send.offset).inserted {
            throw fields.error("sends[\(index)].offset", "stands in the file's sends twice: \(send.offset)")
        }
    }
}

extension PlannedSend: Decodable {
    init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, ["line", "offset", "change", "accepted"])
        line = try fields.count("line", from: 1)
        offset = try fields.count("offset", from: 0)
        change = try fields.value("change", as: String.self)
        decision =
            switch try fields.optional("accepted", as: Bool.self) {
            case true?: .accepted
            case false?: .rejected
            case nil: .undecided
            }
    }
}

extension PlanOptions: Decodable {
    init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, ["target", "serverPolicy", "servers", "scope", "stripSignatures", "signIn"])
        let signIn = try Fields(
            fields.decoder("signIn"), ["method", "tenantId", "clientId", "certificateThumbprint", "secretName", "secretVariable"])
        self.init(
            target: try fields.choice("target"), serverPolicy: try fields.choice("serverPolicy"),
            servers: ServerList(try fields.value("servers", as: [ServerList.Entry].self)), scope: try fields.choice("scope"),
            stripsSignatures: try fields.value("stripSignatures", as: Bool.self), signIn: try SignIn(signIn))
    }
}

extension SignIn {
    fileprivate init(_ fields: Fields) throws {
        self.init(
            method: try fields.optionalChoice("method"), tenantID: try fields.optional("tenantId", as: String.self),
            clientID: try fields.optional("clientId", as: String.self),
            certificateThumbprint: try fields.optional("certificateThumbprint", as: String.self))
        switch (try fields.optional("secretName", as: String.self), try fields.optional("secretVariable", as: String.self)) {
        case (let name?, nil): secret = .vault(name)
        case (nil, let name?): secret = .environmentVariable(name)
        case (nil, nil): secret = nil
        case (_?, _?): throw fields.error("secretVariable", "excludes secretName; the secret comes from one place")
        }
        // What is printed into scripts is checked as on the command line: a plan may have been edited.
        for value in SignInValue.allCases {
            guard let text = self[value], !value.takes(text) else { continue }
            throw fields.error(value.field, "has no value '\(text)'; it takes \(value.form)")
        }
    }
}

extension SignInValue {
    /// Its name in a plan.
    fileprivate var field: String { key.prefix(1).lowercased() + key.dropFirst() }
}

extension ServerList.Entry: Decodable {
    public init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, ["name", "kind", "place"])
        self.init(
            pattern: try fields.value("name", as: String.self), kind: try fields.choice("kind"),
            place: try fields.value("place", as: String.self))
    }
}

// MARK: - Fields

/// The fields of an object of the plan.
private struct Fields {
    private let container: KeyedDecodingContainer<Name>

    struct Name: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { nil }
    }

    /// - Throws: Where there is a field of another name.
    init(_ decoder: any Decoder, _ names: [String]) throws {
        container = try decoder.container(keyedBy: Name.self)
        if let unknown = container.allKeys.map(\.stringValue).sorted().first(where: { !names.contains($0) }) {
            throw error(unknown, "is no field of a plan; there are \(names.joined(separator: ", "))")
        }
    }

    func value<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value { try container.decode(type, forKey: Name(name)) }

    /// Nil where the field is null or not there.
    func optional<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value? {
        try container.decodeIfPresent(type, forKey: Name(name))
    }

    /// A number of lines or bytes.
    func count(_ name: String, from least: Int) throws -> Int {
        // As a real number too: one that is too large is a number all the same.
        let number = try value(name, as: Double.self)
        guard let count = Int(exactly: number), count >= least, count <= Int(Int32.max) else {
            throw error(name, "takes a whole number from \(least) to \(Int32.max)")
        }
        return count
    }

    func decoder(_ name: String) throws -> any Decoder { try container.superDecoder(forKey: Name(name)) }

    func choice<Choice: CaseIterable & RawRepresentable<String>>(_ name: String) throws -> Choice {
        try choice(name, value(name, as: String.self))
    }

    func optionalChoice<Choice: CaseIterable & RawRepresentable<String>>(_ name: String) throws -> Choice? {
        try optional(name, as: String.self).map { try choice(name, $0) }
    }

    private func choice<Choice: CaseIterable & RawRepresentable<String>>(_ name: String, _ text: String) throws -> Choice {
        guard let choice = Choice(rawValue: text) else {
            throw error(name, "has no value '\(text)'; it takes one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return choice
    }

    /// A SHA-256 in 64 hexadecimal digits.
    func digest(_ name: String) throws -> String {
        let text = try value(name, as: String.self).lowercased()
        guard text.utf8.count == 64, text.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
            throw error(name, "is no SHA-256 in 64 hexadecimal digits")
        }
        return text
    }

    /// - Parameter name: Nil where the object itself is meant; more than a name for what lies deeper.
    func error(_ name: String?, _ reason: String) -> any Error {
        DecodingError.dataCorrupted(.init(codingPath: container.codingPath + (name.map { [Name($0)] } ?? []), debugDescription: reason))
    }
}
