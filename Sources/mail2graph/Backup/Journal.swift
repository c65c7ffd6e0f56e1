import Foundation

/// What a run did to one file: a line of its journal. All that is needed to take it back.
struct JournalEntry: Codable, Hashable, Sendable {
    /// Where the file lies.
    var path: JournalPath
    /// Where its old version lies.
    var backup: JournalPath
    /// Of the old version, as 64 hexadecimal digits.
    var sha256Before: String
    /// Of the new version.
    var sha256After: String
    /// The permission bits as an octal number.
    var mode: String
    /// When the old version was last changed: seconds since 1970 with nine decimals.
    var modified: String

    init(path: FilePath, backup: FilePath, old: FileContent, new: [UInt8]) {
        self.path = JournalPath(path)
        self.backup = JournalPath(backup)
        sha256Before = SHA256(old.bytes).description
        sha256After = SHA256(new).description
        mode = String(old.status.mode, radix: 8)
        modified = "\(old.status.modifiedSeconds)." + String(1_000_000_000 + old.status.modifiedNanoseconds).dropFirst()
    }

    /// The entry as a line of JSON with its line end.
    var line: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Strings and numbers can always be encoded.
        return Array(try! encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
}

/// A path in JSON: text where it is text, else `{"base64": …}`.
struct JournalPath: Codable, Hashable, Sendable {
    var path: FilePath

    init(_ path: FilePath) { self.path = path }

    private enum Key: CodingKey { case base64 }

    init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            path = FilePath(text)
        } else {
            path = FilePath(bytes: try decoder.container(keyedBy: Key.self).decode(Data.self, forKey: .base64))
        }
    }

    func encode(to encoder: any Encoder) throws {
        if let text = String(validating: path.bytes, as: UTF8.self) {
            var container = encoder.singleValueContainer()
            try container.encode(text)
        } else {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(Data(path.bytes), forKey: .base64)
        }
    }
}
