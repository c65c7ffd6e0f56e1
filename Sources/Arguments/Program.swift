/// A program of several commands: takes the command line apart and answers `--help` and `--version`.
public struct Program: Sendable {
    public enum Outcome: Sendable {
        case run(any ParsableCommand)
        /// Text for standard output: help or the version.
        case show(String)
        case refuse(UsageError)
    }

    /// Commands that one uses for the same end, as help lists them.
    public struct Group: Sendable {
        /// What one does with them.
        public var title: String
        public var commands: [any ParsableCommand.Type]

        public init(_ title: String, _ commands: [any ParsableCommand.Type]) {
            self.title = title
            self.commands = commands
        }
    }

    public var name: String
    public var version: String
    /// One line.
    public var abstract: String
    /// What to do first, as paragraphs.
    public var discussion: String
    public var groups: [Group]

    public init(name: String, version: String, abstract: String, discussion: String, groups: [Group]) {
        self.name = name
        self.version = version
        self.abstract = abstract
        self.discussion = discussion
        self.groups = groups
    }

    public var commands: [any ParsableCommand.Type] { groups.flatMap(\.commands) }

    /// - Parameters:
    ///   - words: The command line without the program's name.
    ///   - width: How many columns help may take.
    public func parse(_ words: [ArgumentText], width: Int = 80) -> Outcome {
        let help = HelpPage(program: name, width: width)
        guard let first = words.first?.string else { return .refuse(UsageError(noCommandIn: self)) }
        switch first {
        case "--version": return .show("\(name) \(version)\n")
        case "--help", "-h": return .show(help.text(for: self))
        case "help":
            guard let topic = words.dropFirst().first?.string else { return .show(help.text(for: self)) }
            guard let command = command(named: topic) else { return .refuse(UsageError(unknownCommand: topic, in: self)) }
            return .show(help.text(for: command.declaration))
        default: break
        }
        guard let command = command(named: first) else {
            return .refuse(
                first.hasPrefix("-") ? UsageError(optionBeforeCommand: first, in: self) : UsageError(unknownCommand: first, in: self))
        }

        do throws(UsageError) {
            switch try command.declaration.parse(words.dropFirst()) {
            case .help: return .show(help.text(for: command.declaration))
            case .arguments(let arguments): return .run(try command.init(arguments))
            }
        } catch {
            return .refuse(error.in(command.declaration, of: self))
        }
    }

    private func command(named name: String) -> (any ParsableCommand.Type)? {
        commands.first { $0.declaration.name == name }
    }
}
