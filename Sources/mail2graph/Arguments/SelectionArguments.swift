import Arguments

/// Which scripts a command looks at.
struct SelectionArguments: Sendable {
    var scripts: ScriptSelection
    /// Bytes.
    var sizeLimit: Int

    static let declarations: [any DeclaredArgument] = [
        pathArgument, filesFrom, exclude, gitignore, shard, maximumSize,
    ]

    private static let pathArgument = Argument<[ArgumentText]>.operands(
        "PATH", required: false, completion: .scripts,
        help: """
            A script, or a folder: folders are searched for .ps1, .psm1 and .psd1, links within them are followed no further than \
            the folder goes, and .git and the *.golden folders of golden are passed over unless they are named. A file that is named \
            is taken whatever its name ends with. Patterns such as 'scripts/**/*.ps1' are filled in where the shell has not done so.
            """)

    private static let section = "Selection"
    private static let filesFrom = Argument<[ArgumentText]>.options(
        "files-from", value: "FILE", completion: .files,
        help: "Take the names in FILE too, as if they were PATHs: one a line, or with a NUL behind each; - is standard input.",
        section: section)
    private static let exclude = Argument<[ArgumentText]>.options(
        "exclude", value: "PATTERN",
        help: "Leave out what matches in the folders, in the form of a line of .gitignore: old/, *.Tests.ps1, !this.ps1.", section: section)
    private static let gitignore = Argument<Bool>.flag(
        "gitignore", help: "Leave out what git ignores by .gitignore files, .git/info/exclude and core.excludesFile.", section: section)
    private static let shard = Argument<ArgumentText?>.option(
        "shard", value: "I/N",
        help: "Take the I-th of N shares of the scripts, for N machines that each do one. A script's share hangs on its path alone.",
        section: section)
    private static let maximumSize = Argument<Megabytes>.option(
        "max-size", value: "MB", default: .ofScripts,
        help: "Leave larger files alone and say so: a script takes some eighty times its size of memory while it is parsed.")

    /// - Parameter isOptional: Whether something else says which scripts.
    init(_ arguments: ParsedArguments, _ settings: Settings, isOptional: Bool = false) throws(UsageError) {
        let paths = arguments[Self.pathArgument].map { FilePath(bytes: $0.bytes) }
        let lists = arguments[Self.filesFrom].map { FilePath(bytes: $0.bytes) }
        if paths.isEmpty && lists.isEmpty && !isOptional {
            throw UsageError("PATH is missing: name scripts or folders, or a list of them with --files-from.")
        }
        scripts = ScriptSelection(
            paths: paths, lists: lists, excludes: settings.excludes + (try Self.excludes(arguments)),
            respectsGitignore: arguments[Self.gitignore],
            shard: try Self.share(arguments))
        let megabytes = arguments.has(Self.maximumSize) ? nil : settings.maximumSize
        sizeLimit = (megabytes.map { Megabytes(count: $0) } ?? arguments[Self.maximumSize]).bytes
    }

    /// What the command line names; of a pattern the folder that it is looked for in.
    static func paths(_ arguments: ParsedArguments) -> [FilePath] {
        arguments[pathArgument].map { FilePath(bytes: $0.bytes) }.map { path in
            let exists = (try? FileStatus(of: path, followingLinks: false)) != nil
            return exists ? path : PathGlob(path)?.folder ?? path
        }
    }

    /// The options on a command line that choose among scripts, PATHs aside.
    static func givenBesidesPaths(_ arguments: ParsedArguments) -> [String] {
        declarations.map(\.declaration).filter { $0.section == section && arguments.has($0) }.map(\.display)
    }

    private static func share(_ arguments: ParsedArguments) throws(UsageError) -> Shard? {
        guard let text = arguments[shard]?.string else { return nil }
        if let shard = Shard(text) { return shard }
        throw UsageError("--shard does not take '\(text)'; it takes I/N, such as 1/4: share I of N, counted from 1.")
    }

    private static func excludes(_ arguments: ParsedArguments) throws(UsageError) -> [Exclude] {
        var excludes: [Exclude] = []
        for text in arguments[exclude] {
            guard let pattern = IgnorePattern(text.bytes) else {
                throw UsageError("--exclude does not take '\(text.string)'; it takes a pattern such as old/ or *.Tests.ps1.")
            }
            excludes.append(Exclude(pattern: pattern))
        }
        return excludes
    }
}

extension Settings {
    /// What the file leaves out.
    fileprivate var excludes: [Exclude] {
        guard let folder = file.flatMap({ try? resolved($0) })?.parent else { return [] }
        return exclude.compactMap { IgnorePattern($0).map { Exclude(pattern: $0, folder: folder) } }
    }
}

struct Megabytes: ArgumentValue {
    static let range = 1...2048
    static let ofScripts = Megabytes(count: 32)

    var count: Int
    var bytes: Int { count * 1_048_576 }

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
