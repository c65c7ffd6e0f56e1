/// A text for the content of an element or for an attribute in double quotes. Control characters and what turns the direction
/// of text around are shown, as ``visible(_:)`` does.
public func htmlText(_ text: String) -> String {
    visible(text).reduce(into: "") { html, character in
        switch character {
        case "&": html += "&amp;"
        case "<": html += "&lt;"
        case ">": html += "&gt;"
        case "\"": html += "&quot;"
        case "'": html += "&#39;"
        default: html.append(character)
        }
    }
}
