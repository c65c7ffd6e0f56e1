/// A command line that can't be followed: what is wrong with it and what to do. The process exits with 2.
public struct UsageError: Error, Hashable, Sendable {
    /// What is wrong and what would be right, in sentences.
    public var message: String
    /// Who says it: `mail2graph diff`.
    var speaker = ""
    /// The usage line; empty where the error is not about one command.
    var usage = ""

    public init(_ message: String) {
        self.message = message
    }

    /// The exit code of a command line that can't be followed.
    public static let exitCode: Int32 = 2
}

extension UsageError: CustomStringConvertible {
    /// Lines for standard error.
    public var description: String {
        let lines = [
            "\(speaker): \(message)",
            usage.isEmpty ? nil : "Usage: \(usage)",
            "See '\(speaker) --help'.",
        ]
        return lines.compactMap(\.self).map { $0 + "\n" }.joined()
    }

    func `in`(_ command: CommandDeclaration, of program: Program) -> UsageError {
        var error = self
        error.speaker = "\(program.name) \(command.name)"
        error.usage = command.usage(of: program.name)
        return error
    }
}

// MARK: - What can be wrong

extension UsageError {
    init(noCommandIn program: Program) {
        self.init("what is to be done? Name a command: \(list(program.names)).", of: program)
    }

    init(unknownCommand name: String, in program: Program) {
        let hint = suggestion(for: name, among: program.names).map { "did you mean '\($0)'?" } ?? "There is \(list(program.names))."
        self.init("there is no command '\(name)'; \(hint)", of: program)
    }

    init(optionBeforeCommand option: String, in program: Program) {
        self.init(
            "'\(option)' stands before the command; options come after it: \(program.name) \(program.names.first ?? "COMMAND") \(option)",
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

    init(missing operand: Declaration) {
        self.init("\(operand.display) is missing.")
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
    fileprivate var names: [String] { commands.map { $0.declaration.name } }
}

/// `a`, `a or b`, `a, b or c`
private func list(_ names: [String]) -> String {
    names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " or " + names[names.count - 1]
}
