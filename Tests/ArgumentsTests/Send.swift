import Arguments

/// A command that has one of everything.
struct Send: ParsableCommand {
    enum Format: String, ArgumentChoice {
        case html
        case plain = "plain-text"

        var help: String { self == .html ? "With markup." : "Without." }
    }

    static let format = Argument<Format>.option("format", short: "f", value: "NAME", default: .html, help: "The form of the body.")
    static let server = Argument<String?>.option("server", value: "NAME", help: "Who takes the message.", section: "Delivery")
    static let recipients = Argument<[String]>.options("to", short: "t", value: "ADDRESS", help: "Who gets it.", section: "Delivery")
    static let folder = Argument<ArgumentText?>.option(
        "folder", value: "DIR", completion: .folders, help: "Where 'sent' mail goes.", section: "Delivery")
    static let list = Argument<ArgumentText?>.option(
        "list", value: "FILE", completion: .files, help: "Who gets it: one a line. [CSV]", section: "Delivery")
    static let quiet = Argument<Bool>.flag("quiet", short: "q", help: "Says nothing.")
    static let verbose = Argument<Bool>.flag("verbose", short: "v", help: "Says more.")
    static let files = Argument<[ArgumentText]>.operands("FILE", required: true, completion: .files(endings: [".txt", ".md"]), help: "What goes with it.")

    static let declaration = CommandDeclaration(
        name: "send",
        abstract: "Sends files.",
        discussion:
            "A first paragraph that is long enough to need more than one line of the eighty columns.\n\n    kept  as it is\n\nA last.",
        arguments: [files, format, quiet, verbose, server, recipients, folder, list],
        exitCodes: [.init(0, "Sent."), .init(1, "Not sent.")],
        examples: [.init("send a.txt --to b@contoso.com", "Sends one file to one person.")]
    )

    var parsed: ParsedArguments

    init(_ arguments: ParsedArguments) throws(UsageError) {
        if arguments[Self.quiet] && arguments[Self.verbose] { throw UsageError("--quiet and --verbose exclude each other.") }
        parsed = arguments
    }

    func run() -> Int32 { 0 }
}

/// A command without operands.
struct List: ParsableCommand {
    static let declaration = CommandDeclaration(name: "list", abstract: "Lists what was sent.", arguments: [])
    init(_ arguments: ParsedArguments) throws(UsageError) {}
    func run() -> Int32 { 0 }
}

let mailer = Program(
    name: "mailer", version: "1.2.3", abstract: "Sends files by mail.", discussion: "Begin with send.",
    groups: [.init("Post", [Send.self]), .init("Look back", [List.self])],
    topics: [.init("servers", abstract: "Who takes messages.", discussion: "Any server\\share does.\n\n    .leading dot\n    'quote")],
    manual: .init(
        date: "May 12, 1996", files: [.init(".mailrc", "Settings.")], environment: [.init("NO_COLOR", "Turns colours off.")],
        seeAlso: "mail(1)")
)
