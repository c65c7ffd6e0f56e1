/// A line of a page in the macros of mdoc.
struct Mdoc {
    /// As it stands in the page.
    var line: String

    static func section(_ title: String) -> Mdoc { macro("Sh", [title]) }
    static func subsection(_ title: String) -> Mdoc { macro("Ss", [title]) }

    /// A macro and what it is given.
    /// - Parameter calls: Whether names of macros among the words are meant as such.
    static func macro(_ name: String, _ words: [String], calls: Bool = false) -> Mdoc {
        let words = words.map { word in calls && (callable.contains(word) || word == ",") ? word : argument(word) }
        return Mdoc(line: (["." + name] + words).joined(separator: " "))
    }

    /// A line of text.
    static func text(_ text: String) -> Mdoc {
        let escaped = escaped(text)
        // A dot or an apostrophe at the start would be a request.
        return Mdoc(line: escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped)
    }

    /// Each sentence on lines of its own, none longer than is good to read: the programs that set the page know then where one ends.
    static func sentences(_ paragraph: String) -> [Mdoc] {
        var lines: [String] = []
        var isNew = true
        for word in paragraph.split(whereSeparator: \.isWhitespace) {
            if let last = lines.last, !isNew, escaped(last).utf8.count + escaped(String(word)).utf8.count < 78 {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
            isNew = word.hasSuffix(".") || word.hasSuffix("?") || word.hasSuffix("!")
        }
        return lines.map(text)
    }

    /// Paragraphs parted by blank lines; what is indented is shown as it is.
    static func paragraphs(_ text: String) -> [Mdoc] {
        var page: [Mdoc] = []
        for paragraph in text.split(separator: "\n\n") {
            if paragraph.hasPrefix(" ") {
                let lines = paragraph.split(separator: "\n").map { self.text(String($0.drop { $0 == " " })) }
                page += [macro("Bd", ["-literal", "-offset", "indent"], calls: true)] + lines + [macro("Ed", [])]
            } else {
                if !page.isEmpty { page.append(macro("Pp", [])) }
                page += sentences(String(paragraph))
            }
        }
        return page
    }

    /// Terms and what they mean.
    static func list(_ items: [(term: Mdoc, text: [Mdoc])]) -> [Mdoc] {
        if items.isEmpty { return [] }
        return [macro("Bl", ["-tag", "-width", "Ds"], calls: true)] + items.flatMap { [$0.term] + $0.text } + [macro("El", [])]
    }

    // MARK: Escaping

    /// The macros and arguments that pages here name within a line.
    private static let callable: Set = ["Ar", "Fl", "Cm", "Pa", "Ev", "-tag", "-width", "Ds", "-literal", "-offset", "indent"]

    /// A hyphen is written as one that can be copied and pasted, a backslash as one that is shown.
    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    }

    /// One argument of a macro, which is neither a macro itself nor punctuation.
    private static func argument(_ text: String) -> String {
        let escaped = escaped(text).replacing("\"", with: "\\(dq")
        let isMacro = (2...3).contains(text.count) && text.first?.isUppercase == true && text.dropFirst().allSatisfy(\.isLowercase)
        let isPunctuation = text.count == 1 && text.allSatisfy { !$0.isLetter && !$0.isNumber }
        let whole = isMacro || isPunctuation ? "\\&" + escaped : escaped
        return whole.isEmpty || whole.contains(" ") ? "\"\(whole)\"" : whole
    }
}
