extension Program {
    public enum Outcome: Sendable {
        case run(any ParsableCommand)
        /// Text for standard output: help, the version, completions or the man page.
        case show(String)
        case refuse(UsageError)
    }

    /// Takes the command line apart and answers what is asked of the program itself.
    /// - Parameters:
    ///   - words: The command line without the program's name.
    ///   - width: How many columns help may take.
    ///   - isPath: Whether a word names a file or folder that is there.
    public func parse(_ words: [ArgumentText], width: Int = 80, isPath: (ArgumentText) -> Bool = { _ in false }) -> Outcome {
        let help = HelpPage(program: name, width: width)
        guard let first = words.first else { return .refuse(UsageError(noCommandIn: self, page: help.text(for: self))) }
        if first == "--version" || first == "-v" { return .show("\(name) \(version)\n") }
        if first.asksForHelp || first == "/?" { return .show(help.text(for: self)) }

        let words = words.dropFirst()
        if let command = commands.first(where: { $0.declaration.name == first.string }) {
            return parse(words, of: command.declaration, help) { arguments throws(UsageError) in .run(try command.init(arguments)) }
        }
        if let command = builtInCommands.first(where: { $0.declaration.name == first.string }) {
            return parse(words, of: command.declaration, help) { arguments in .show(command.answer(arguments, help)) }
        }
        if isPath(first) { return .refuse(UsageError(pathInsteadOfCommand: first, in: self)) }
        if first.bytes.first == UInt8(ascii: "-") { return .refuse(UsageError(optionBeforeCommand: first.string, in: self)) }
        return .refuse(UsageError(unknownCommand: first.string, in: self))
    }

    private func parse(
        _ words: ArraySlice<ArgumentText>, of command: CommandDeclaration, _ help: HelpPage,
        _ outcome: (ParsedArguments) throws(UsageError) -> Outcome
    ) -> Outcome {
        do throws(UsageError) {
            switch try command.parse(words) {
            case .help: return .show(help.text(for: command))
            case .arguments(let arguments): return try outcome(arguments)
            }
        } catch {
            return .refuse(error.in(command, of: self))
        }
    }
}

extension ArgumentText {
    /// `--help` as every shell's users write it.
    var asksForHelp: Bool { self == "--help" || self == "-h" || self == "-?" }
}
