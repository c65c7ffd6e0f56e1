import Arguments

/// `mail2graph parse` on the command line; ``ParseCommand`` does the work.
struct ParseArguments: ParsableCommand {
    private static let nodesArgument = Argument<Bool>.flag("nodes", help: "Print every node of the tree, not only the errors.")
    private static let filesArgument = Argument<[ArgumentText]>.operands(
        "FILE", required: false, completion: .scripts,
        help: "A script. Where none is named, names are read from standard input, one a line.")

    static let declaration = CommandDeclaration(
        name: "parse",
        abstract: "Prints what the parser makes of scripts, as a line of JSON each.",
        discussion: "For those who want to know why a script could not be parsed, and for comparing the parser with PowerShell's own.",
        arguments: [filesArgument, nodesArgument],
        exitCodes: [
            .init(0, "Every file was parsed without an error."),
            .init(1, "A file has errors or can't be read; its line says which."),
            .init(2, "The command line is wrong, or the output can't be written."),
        ],
        examples: [
            .init("parse script.ps1", "Shows the errors of one script."),
            .init("parse --nodes script.ps1", "Shows its tree as well."),
        ])

    private let nodes: Bool
    private let files: [String]

    init(_ arguments: ParsedArguments) throws(UsageError) {
        nodes = arguments[Self.nodesArgument]
        files = arguments[Self.filesArgument].map(\.string)
    }

    func run() -> Int32 { ParseCommand(nodes: nodes, files: files).run() }
}
