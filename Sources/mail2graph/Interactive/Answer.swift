/// What a person says to a change, in the letters of `git add -p`.
enum Answer: String, CaseIterable, Sendable {
    case yes = "y"
    case no = "n"
    case yesToRest = "a"
    case noToRest = "d"
    case quit = "q"
    case help = "?"

    /// Nil for what is no answer. Only the first letter counts, as `yes` is one too.
    init?(typed: String) {
        guard let letter = typed.lowercased().first else { return nil }
        self.init(rawValue: String(letter))
    }

    var meaning: String {
        switch self {
        case .yes: "accept this change"
        case .no: "reject it: the send stays as it is"
        case .yesToRest: "accept this change and the rest of those in this script"
        case .noToRest: "reject this change and the rest of those in this script"
        case .quit: "quit: write what was accepted in this script, and change nothing further"
        case .help: "show this help"
        }
    }

    static let prompt = "[" + allCases.map(\.rawValue).joined(separator: ",") + "]? "
    static let explanation = allCases.map { "\($0.rawValue) - \($0.meaning)\n" }.joined()
}
