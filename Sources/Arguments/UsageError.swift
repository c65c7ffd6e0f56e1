/// A command line that can't be followed: what is wrong with it and what to do. The process exits with 2.
public struct UsageError: Error, Hashable, Sendable {
    /// What is wrong and what would be right, in sentences.
    public var message: String
    /// Who says it: `mail2graph diff`.
    var speaker = ""
    /// The usage line; empty where the error is not about one command.
    var usage = ""
    /// A command line that would do, without the program's name; empty where none is needed.
    var example = ""
    /// Help that is shown instead of a word on where it is.
    var page = ""
    /// What is wrong stands in a file that the command line leads to: the message is whole lines that name it.
    private var isReport = false

    public init(_ message: String) {
        self.message = message
    }

    /// - Parameter report: Lines that name the file and say what is wrong in it, printed as they are.
    public init(report: String) {
        message = report
        isReport = true
    }

    /// The exit code of a command line that can't be followed.
    public static let exitCode: Int32 = 2
}

extension UsageError: CustomStringConvertible {
    /// Lines for standard error.
    public var description: String {
        if !page.isEmpty { return page + "\n\(speaker): \(message)\n" }
        if isReport { return message }
        let lines = [
            "\(speaker): \(message)",
            usage.isEmpty ? nil : "Usage: \(usage)",
            example.isEmpty ? nil : "Example: \(example)",
            "See '\(speaker) --help'.",
        ]
        return lines.compactMap(\.self).map { $0 + "\n" }.joined()
    }

    func `in`(_ command: CommandDeclaration, of program: Program) -> UsageError {
        var error = self
        error.speaker = "\(program.name) \(command.name)"
        error.usage = command.usage(of: program.name)
        if !example.isEmpty { error.example = "\(program.name) \(example)" }
        return error
    }
}

// MARK: - What can be wrong

extension UsageError {
    init(noCommandIn program: Program, page: String) {
        self.init("name a command, as in '\(program.name) \(program.firstExample)'.", of: program)
        self.page = page
    }

    /// `mail2graph scripts`
    init(pathInsteadOfCommand path: ArgumentText, in program: Program) {
        let verb = program.commands.first { $0.declaration.operand != nil }?.declaration.name ?? "COMMAND"
        self.init(
            "'\(path.string)' is a file or folder; what is to be done with it? Try '\(program.name) \(verb) \(path.string)'.", of: program)
    }

    init(unknownCommand name: String, in program: Program) {
        let hint = suggestion(for: name, among: program.names).map { "did you mean '\($0)'?" } ?? "name one of \(list(program.names))."
        self.init("there is no command '\(name)'; \(hint)", of: program)
    }

    init(optionBeforeCommand option: String, in program: Program) {
        let hint = suggestion(for: option, among: ["--help", "--version"]).map { "did you mean \($0)?" }
        self.init(
            "'\(option)' stands before the command; \(hint ?? "options come after it, as in '\(program.name) \(program.firstExample)'.")",
            of: program)
    }

    private init(_ message: String, of program: Program) {
        self.init(message)
        speaker = program.name
    }

    init(unknownOption name: String, in command: CommandDeclaration) {
        let names = (command.declarations.filter { $0.kind != .operand }.map(\.name) + ["help"]).map { "--" + $0 }
        let hint = suggestion(for: name, among: names).map { "; did you mean \($0)?" } ?? "."
        self.init("there is no option \(name)\(hint)")
    }

    init(valueFor flag: Declaration) {
        self.init("\(flag.display) takes no value; write \(flag.display) alone.")
    }

    init(noValueFor option: Declaration) {
        let choices = option.choices.isEmpty ? "" : ", one of \(list(option.choices.map(\.name)))"
        self.init("\(option.display) needs a value: \(option.display) \(option.valueName)\(choices).")
    }

    init(missing operand: Declaration, in command: CommandDeclaration) {
        self.init("\(operand.display) is missing.")
        example = command.examples.first?.command ?? ""
    }

    init(unexpected word: ArgumentText) {
        self.init("'\(word.string)' is not expected; the command takes options only.")
    }

    init(unexpected word: ArgumentText, after first: ArgumentText, for operand: Declaration) {
        self.init("'\(word.string)' is not expected; one \(operand.display) is named already: '\(first.string)'.")
    }

    init(unfit value: ArgumentText, for argument: Declaration) {
        let names = argument.choices.map(\.name)
        if names.isEmpty {
            self.init("\(argument.display) does not take '\(value.string)'; it takes a \(argument.valueName).")
        } else {
            let hint = suggestion(for: value.string, among: names).map { "; did you mean '\($0)'?" } ?? "."
            self.init("\(argument.display) has no value '\(value.string)'\(hint) It takes \(list(names)).")
        }
    }
}

extension Program {
    fileprivate var names: [String] { declarations.map(\.name) }

    /// The first that a newcomer might try.
    fileprivate var firstExample: String { commands.lazy.compactMap { $0.declaration.examples.first?.command }.first ?? "help" }
}

/// `a`, `a or b`, `a, b or c`
private func list(_ names: [String]) -> String {
    names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " or " + names[names.count - 1]
}
