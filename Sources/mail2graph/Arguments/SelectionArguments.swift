import Arguments

/// Which scripts a command looks at.
struct SelectionArguments: Sendable {
    var paths: [FilePath]
    /// Bytes.
    var sizeLimit: Int

    static let declarations: [any DeclaredArgument] = [pathArgument, maximumSize]

    private static let pathArgument = Argument<[ArgumentText]>.operands(
        "PATH", required: false, completion: .scripts,
        help: """
            A script, or a folder: folders are searched for .ps1, .psm1 and .psd1, links within them are followed no further than \
            the folder goes, and .git is passed over. A file that is named is taken whatever its name ends with.
            """)
    private static let maximumSize = Argument<Megabytes>.option(
        "max-size", value: "MB", default: .ofScripts,
        help: "Leave larger files alone and say so: a script takes some eighty times its size of memory while it is parsed.")

    /// - Parameter isOptional: Whether something else says which scripts.
    init(_ arguments: ParsedArguments, _ settings: Settings, isOptional: Bool = false) throws(UsageError) {
        paths = Self.paths(arguments)
        if paths.isEmpty && !isOptional { throw UsageError("PATH is missing: name scripts or folders.") }
        let megabytes = arguments.has(Self.maximumSize) ? nil : settings.maximumSize
        sizeLimit = (megabytes ?? arguments[Self.maximumSize].count) * 1_048_576
    }

    /// What the command line names.
    static func paths(_ arguments: ParsedArguments) -> [FilePath] { arguments[pathArgument].map { FilePath(bytes: $0.bytes) } }
}

struct Megabytes: ArgumentValue {
    static let range = 1...2048
    static let ofScripts = Megabytes(count: 32)

    var count: Int

    init(count: Int) { self.count = count }

    init?(argument: ArgumentText) {
        guard let count = Int(argument.string), Self.range.contains(count) else { return nil }
        self.count = count
    }

    var argument: String { "\(count)" }
}

extension Declaration.Completion {
    /// The scripts that a folder is searched for.
    static let scripts = Declaration.Completion.files(endings: [".ps1", ".psm1", ".psd1"])
}
