import Foundation

/// What a person decided about each send that can move: `report` makes it, `migrate --plan` applies it.
///
/// `schemas/plan.schema.json` describes the file.
struct Plan: Hashable, Sendable {
    /// Where the scripts lay, without links.
    var folder: FilePath
    var options: PlanOptions
    var files: [PlannedFile]

    static let format = "mail2graph plan"
    static let version = 1

    var json: JSONValue {
        .object([
            "format": .string(Self.format),
            "version": .integer(Self.version),
            "folder": folder.json,
            "options": options.json,
            "files": .array(files.map(\.json)),
        ])
    }
}

/// A script of a plan.
struct PlannedFile: Hashable, Sendable {
    /// From the plan's folder.
    var path: FilePath
    /// Of the bytes that were read, as 64 hexadecimal digits.
    var sha256: String
    /// Of what becomes of them where every send is accepted.
    var resultSHA256: String
    /// Where the script goes by other options than the plan's.
    var options: PlanOptions?
    var sends: [PlannedSend]

    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init(key: "path", value: path.json),
            .init(key: "sha256", value: .string(sha256)),
            .init(key: "resultSha256", value: .string(resultSHA256)),
        ]
        if let options { members.append(.init(key: "options", value: options.json)) }
        members.append(.init(key: "sends", value: .array(sends.map(\.json))))
        return .object(members)
    }
}

/// A send of a script and the decision about it.
struct PlannedSend: Hashable, Sendable {
    /// Counted from 1; for people.
    var line: Int
    /// Where its command starts in the decoded text, in bytes of UTF-8: that tells it from the others.
    var offset: Int
    /// What becomes of it where it is accepted; for people.
    var change: String
    var decision: Decision

    enum Decision: Hashable, Sendable, CaseIterable {
        case accepted, rejected, undecided
    }

    var json: JSONValue {
        .object(["line": .integer(line), "offset": .integer(offset), "change": .string(change), "accepted": decision.json])
    }
}

extension PlannedSend.Decision {
    /// True, false, or null where nobody has decided.
    fileprivate var json: JSONValue {
        switch self {
        case .accepted: .bool(true)
        case .rejected: .bool(false)
        case .undecided: .null
        }
    }
}

extension FilePath {
    /// Text where it is text, else `{"base64": …}`.
    var json: JSONValue {
        if let text = String(validating: bytes, as: UTF8.self) { return .string(text) }
        return .object(["base64": .string(Data(bytes).base64EncodedString())])
    }
}
