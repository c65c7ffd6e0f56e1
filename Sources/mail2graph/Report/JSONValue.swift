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

    /// On one line. `<` is escaped: the text can stand inside a page's `<script>`.
    var compact: String {
        var text = ""
        write(to: &text, indentation: nil)
        return text
    }

    /// As `JSON.stringify(value, null, 2)` writes it, with a line end.
    var pretty: String {
        var text = ""
        write(to: &text, indentation: "")
        return text + "\n"
    }

    /// - Parameter indentation: That of the line; nil for everything on one line.
    private func write(to text: inout String, indentation: String?) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += "\(value)"
        case .string(let value): quote(value, to: &text, escapesTags: indentation == nil)
        case .array(let values):
            write(values, "[", "]", to: &text, indentation) { value, text, inner in value.write(to: &text, indentation: inner) }
        case .object(let members):
            write(members, "{", "}", to: &text, indentation) { member, text, inner in
                quote(member.key, to: &text, escapesTags: inner == nil)
                text += inner == nil ? ":" : ": "
                member.value.write(to: &text, indentation: inner)
            }
        }
    }

    private func write<Element>(
        _ elements: [Element], _ open: String, _ close: String, to text: inout String, _ indentation: String?,
        element: (Element, inout String, String?) -> Void
    ) {
        text += open
        let inner = elements.isEmpty ? nil : indentation.map { $0 + "  " }
        for (index, one) in elements.enumerated() {
            if index > 0 { text += "," }
            if let inner { text += "\n" + inner }
            element(one, &text, indentation.map { $0 + "  " })
        }
        if inner != nil, let indentation { text += "\n" + indentation }
        text += close
    }
}

private func quote(_ string: String, to text: inout String, escapesTags: Bool) {
    text += "\""
    for scalar in string.unicodeScalars {
        switch scalar {
        case "\"": text += #"\""#
        case "\\": text += #"\\"#
        case "\n": text += #"\n"#
        case "\r": text += #"\r"#
        case "\t": text += #"\t"#
        case "<" where escapesTags: text += #"\u003c"#
        // The two line ends of JavaScript that JSON does not count as such.
        case "\u{0}"..<" ", "\u{2028}", "\u{2029}":
            let digits = String(scalar.value, radix: 16)
            text += #"\u"# + String(repeating: "0", count: 4 - digits.count) + digits
        default: text.unicodeScalars.append(scalar)
        }
    }
    text += "\""
}
