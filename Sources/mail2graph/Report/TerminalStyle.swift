/// How a word is set off on a terminal. The raw value is its code.
enum TerminalStyle: String {
    case bold = "1"
    case faint = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"

    /// - Parameter colour: Whether the terminal shows it.
    func callAsFunction(_ text: String, colour: Bool) -> String { colour ? "\u{1B}[\(rawValue)m\(text)\u{1B}[m" : text }
}
