/// What the words after a command's name turn into, and what it does then.
public protocol ParsableCommand: Sendable {
    static var declaration: CommandDeclaration { get }
    /// - Throws: ``UsageError`` where values do not go together.
    init(_ arguments: ParsedArguments) throws(UsageError)
    /// Does the work and says what the process exits with.
    func run() -> Int32
}

/// A command as data: what parsing, help and completions need to know of it.
public struct CommandDeclaration: Sendable {
    public struct Example: Sendable {
        /// As one would type it.
        public var command: String
        /// What it does.
        public var explanation: String

        public init(_ command: String, _ explanation: String) {
            self.command = command
            self.explanation = explanation
        }
    }

    public struct ExitCode: Hashable, Sendable {
        public var code: Int32
        public var meaning: String

        public init(_ code: Int32, _ meaning: String) {
            self.code = code
            self.meaning = meaning
        }
    }

    public var name: String
    /// One line.
    public var abstract: String
    /// Paragraphs parted by blank lines; lines that start with a blank are kept as they are.
    public var discussion: String
    public var arguments: [any DeclaredArgument]
    public var exitCodes: [ExitCode]
    public var examples: [Example]

    public init(
        name: String, abstract: String, discussion: String = "", arguments: [any DeclaredArgument], exitCodes: [ExitCode] = [],
        examples: [Example] = []
    ) {
        self.name = name
        self.abstract = abstract
        self.discussion = discussion
        self.arguments = arguments
        self.exitCodes = exitCodes
        self.examples = examples
    }

    /// What help, completions and suggestions read of the arguments.
    public var declarations: [Declaration] { arguments.map(\.declaration) }

    /// What can be given after the command's name, `--help` too.
    var completed: [Declaration] { declarations + [.help] }

    var operand: Declaration? { declarations.first { $0.kind == .operand } }
}

/// The values of one command line, read by the arguments that were declared.
public struct ParsedArguments: Sendable {
    var given: [String: [ArgumentText]]

    /// Of an empty command line.
    public init() { given = [:] }

    init(given: [String: [ArgumentText]]) { self.given = given }

    /// These, and where an argument is not among them the other's.
    public func over(_ other: ParsedArguments) -> ParsedArguments {
        ParsedArguments(given: given.merging(other.given) { own, _ in own })
    }

    /// The value of an argument that the command declares: it was checked when the command line was parsed.
    public subscript<Value>(argument: Argument<Value>) -> Value {
        guard let value = try? argument.interpret(given[argument.declaration.name] ?? []) else {
            preconditionFailure("the command does not declare \(argument.declaration.display)")
        }
        return value
    }

    /// Whether an argument stands on the command line.
    public func has<Value>(_ argument: Argument<Value>) -> Bool { has(argument.declaration) }

    /// Whether an argument stands on the command line.
    public func has(_ declaration: Declaration) -> Bool { given[declaration.name] != nil }
}
