/// An option, flag or operand as data: what parsing, help, suggestions and completions need to know of it.
public struct Declaration: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// `--quiet`: there or not.
        case flag
        /// `--target NAME`: takes a value.
        case option
        /// `PATH`: stands by itself.
        case operand
    }

    /// One of the values that are allowed.
    public struct Choice: Hashable, Sendable {
        public var name: String
        /// What it means; empty where the name says it.
        public var help: String

        public init(_ name: String, help: String = "") {
            self.name = name
            self.help = help
        }
    }

    /// What a shell offers for a value that has no ``choices``.
    public enum Completion: Hashable, Sendable {
        /// Nothing: only the user knows.
        case none
        /// Files whose names end with one of these, such as `.csv`, and folders on the way to them; every file where the list is empty.
        case files(endings: [String])
        case folders

        public static let files = Completion.files(endings: [])
    }

    public var kind: Kind
    /// The long name without its dashes; for an operand what the value is called.
    public var name: String
    /// The letter after one dash.
    public var short: Character?
    /// What help calls the value; empty for a flag.
    public var valueName: String
    /// Every allowed value; empty where any text is taken.
    public var choices: [Choice]
    public var completion: Completion
    /// The value where none is given, as one would write it.
    public var defaultValue: String?
    public var isRequired: Bool
    public var isRepeatable: Bool
    /// A sentence or more for help.
    public var help: String
    /// The heading in help that it stands under.
    public var section: String

    /// As errors name it: `--target` or `PATH`.
    public var display: String { kind == .operand ? valueName : "--" + name }

    /// As the usage line shows it: `PATH…`.
    var synopsis: String {
        let repeated = isRepeatable ? "…" : ""
        let name = valueName + repeated
        return isRequired ? name : "[\(name)]"
    }
}

extension Declaration {
    /// What every command takes.
    static let help = Declaration(kind: .flag, name: "help", short: "h", help: "Show this page.", section: "Options")

    /// Whether it is said of each value what it means.
    var explainsChoices: Bool { choices.contains { !$0.help.isEmpty } }

    /// The help, with the values where they are not explained one by one.
    var helpWithChoices: String {
        explainsChoices || choices.isEmpty ? help : help + " One of " + choices.map(\.name).joined(separator: ", ") + "."
    }

    init(
        kind: Kind, name: String, short: Character?, valueName: String = "", completion: Completion = .none, help: String, section: String
    ) {
        self.init(
            kind: kind, name: name, short: short, valueName: valueName, choices: [], completion: completion, defaultValue: nil,
            isRequired: false, isRepeatable: false, help: help, section: section
        )
    }

    init(operand name: String, choices: [Choice], completion: Completion, help: String) {
        self.init(kind: .operand, name: name, short: nil, valueName: name, completion: completion, help: help, section: "Arguments")
        self.choices = choices
    }
}
