/// A value of JSON whose objects keep the order of their keys, so that files are read from top to bottom and compared
/// line by line.
enum JSONValue: Hashable, Sendable {
    case object([Member])
    case array([JSONValue])
    case string(String)
    case integer(Int)
    case bool(Bool)
    case null

    struct Member: Hashable, Sendable {
        var key: String
        var value: JSONValue
    }

    static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue { .object(members.map(Member.init)) }

    static func string(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    // MARK: Text

    /// On one line, in UTF-8. `<` is escaped: the text can stand inside a page's `<script>`.
    var compact: [UInt8] {
        var text: [UInt8] = []
        write(to: &text, indentation: nil)
        return text
    }

    /// As `JSON.stringify(value, null, 2)` writes it, in UTF-8 with a line end.
    var pretty: [UInt8] {
        var text: [UInt8] = []
        write(to: &text, indentation: 0)
        return text + newline
    }

    /// - Parameter indentation: That of the line, in blanks; nil for everything on one line.
    private func write(to text: inout [UInt8], indentation: Int?) {
        switch self {
        case .null: text += "null".utf8
        case .bool(let value): text += (value ? "true" : "false").utf8
        case .integer(let value): text += "\(value)".utf8
        case .string(let value): quote(value, to: &text, escapesTags: indentation == nil)
        case .array(let values):
            list(values, "[", "]", to: &text, indentation) { value, text, inner in value.write(to: &text, indentation: inner) }
        case .object(let members):
            list(members, "{", "}", to: &text, indentation) { member, text, inner in
                quote(member.key, to: &text, escapesTags: inner == nil)
                text += (inner == nil ? ":" : ": ").utf8
                member.value.write(to: &text, indentation: inner)
            }
        }
    }

    private func list<Element>(
        _ elements: [Element], _ open: Unicode.Scalar, _ close: Unicode.Scalar, to text: inout [UInt8], _ indentation: Int?,
        element: (Element, inout [UInt8], Int?) -> Void
    ) {
        text.append(UInt8(ascii: open))
        let inner = indentation.map { $0 + 2 }
        for (index, one) in elements.enumerated() {
            if index > 0 { text.append(UInt8(ascii: ",")) }
            if let inner { text += newline + blanks(inner) }
            element(one, &text, inner)
        }
        if let indentation, !elements.isEmpty { text += newline + blanks(indentation) }
        text.append(UInt8(ascii: close))
    }
}

private let newline = [UInt8(ascii: "\n")]

private func blanks(_ count: Int) -> [UInt8] { Array(repeating: UInt8(ascii: " "), count: count) }

private func quote(_ string: String, to text: inout [UInt8], escapesTags: Bool) {
    text.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
        switch byte {
        case UInt8(ascii: "\""): text += #"\""#.utf8
        case UInt8(ascii: "\\"): text += #"\\"#.utf8
        case UInt8(ascii: "\n"): text += #"\n"#.utf8
        case UInt8(ascii: "\r"): text += #"\r"#.utf8
        case UInt8(ascii: "\t"): text += #"\t"#.utf8
        case UInt8(ascii: "<") where escapesTags: text += #"\u003c"#.utf8
        case 0..<0x20: text += ((byte < 0x10 ? #"\u000"# : #"\u00"#) + String(byte, radix: 16)).utf8
        default: text.append(byte)
        }
    }
    text.append(UInt8(ascii: "\""))
}
