/// A program of several commands: what parsing, help, completions and the man page need to know of it.
public struct Program: Sendable {
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

    /// What only the man page says.
    public struct Manual: Sendable {
        /// The day of the version, as `November 24, 2026`.
        public var date: String
        /// Files by their names, and what they are for.
        public var files: [Term]
        /// Variables of the environment, and what they do.
        public var environment: [Term]
        /// Where there is more to read.
        public var seeAlso: String

        public init(date: String, files: [Term], environment: [Term], seeAlso: String) {
            self.date = date
            self.files = files
            self.environment = environment
            self.seeAlso = seeAlso
        }
    }

    /// A name and what it means.
    public struct Term: Sendable {
        public var name: String
        public var meaning: String

        public init(_ name: String, _ meaning: String) {
            self.name = name
            self.meaning = meaning
        }
    }

    public var name: String
    public var version: String
    /// One line.
    public var abstract: String
    /// What to do first, as paragraphs.
    public var discussion: String
    public var groups: [Group]
    public var topics: [HelpTopic]
    public var manual: Manual

    public init(
        name: String, version: String, abstract: String, discussion: String, groups: [Group], topics: [HelpTopic] = [], manual: Manual
    ) {
        self.name = name
        self.version = version
        self.abstract = abstract
        self.discussion = discussion
        self.groups = groups
        self.topics = topics
        self.manual = manual
    }

    public var commands: [any ParsableCommand.Type] { groups.flatMap(\.commands) }
}

extension Program {
    /// Every command under the headings of help, those that each program has last.
    var declaredGroups: [(title: String, commands: [CommandDeclaration])] {
        groups.map { ($0.title, $0.commands.map { $0.declaration }) } + [("About \(name)", builtInCommands.map(\.declaration))]
    }

    var declarations: [CommandDeclaration] { declaredGroups.flatMap(\.commands) }
}
