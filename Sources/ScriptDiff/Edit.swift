import PowerShellSyntax

/// One change to a script: the text of an extent gives way to other text.
///
/// An empty extent inserts, an empty replacement deletes.
public struct Edit: Hashable, Sendable {
    /// What is replaced, in offsets of the decoded text.
    public var extent: Extent
    /// What stands there afterwards, with the line ends that the script uses.
    public var replacement: String

    public init(extent: Extent, replacement: String) {
        self.extent = extent
        self.replacement = replacement
    }
}

/// Why edits can't be made. The script is unchanged then.
public enum EditError: Error, Hashable, Sendable {
    /// The extent ends before it starts, reaches past the text or cuts a character in two.
    case notAnExtent(Edit, line: Int)
    /// Two edits claim the same text.
    case overlap(Edit, Edit, line: Int)
    /// The file's encoding has no such character.
    case unencodable(Unicode.Scalar, SourceText.Encoding, line: Int)
    /// Beside what the edits bring and take, the bytes that stay would be read otherwise than before.
    case ambiguous(SourceText.Encoding)
}

extension EditError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notAnExtent(let edit, let line):
            "line \(line): an edit covers \(edit.extent.start) to \(edit.extent.end), which is no stretch of this text"
        case .overlap(_, _, let line):
            "line \(line): two edits change the same text"
        case .unencodable(let scalar, let encoding, let line):
            "line \(line): the file is \(encoding.rawValue), which has no character \(scalar.codePoint); "
                + "save the file as UTF-8 with a byte-order mark and run again"
        case .ambiguous(let encoding):
            "the file is taken for \(encoding.rawValue) and could not be read as that after the change; "
                + "save it as UTF-8 with a byte-order mark and run again"
        }
    }
}

extension Unicode.Scalar {
    /// As the Unicode standard writes it: `U+20AC`.
    var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
