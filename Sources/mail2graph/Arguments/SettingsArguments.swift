import Arguments

/// Which settings file counts.
enum SettingsArguments {
    static let declarations: [any DeclaredArgument] = [file, ignore]

    private static let file = Argument<ArgumentText?>.option(
        "settings", value: "FILE", completion: .files(endings: [".psd1"]),
        help: """
            Take the settings from this file. Default: mail2graph.psd1 in the folder that everything named lies in, or the nearest \
            above it that has one; else in the current folder or the nearest above that. Options of the command line win over it.
            """)
    private static let ignore = Argument<Bool>.flag("no-settings", help: "Read no settings file.")

    /// - Parameter paths: What the command line names.
    /// - Throws: All that is wrong with the settings file.
    static func settings(_ arguments: ParsedArguments, for paths: [FilePath]) throws(UsageError) -> Settings {
        let named = arguments[file].map { FilePath(bytes: $0.bytes) }
        if arguments[ignore] {
            if named != nil { throw UsageError("--settings and --no-settings exclude each other.") }
            return Settings()
        }
        guard let path = named ?? Settings.file(for: paths) else { return Settings() }
        do throws(Settings.Fault) {
            return try Settings(of: path)
        } catch {
            throw UsageError(error)
        }
    }
}

extension UsageError {
    init(_ fault: Settings.Fault) {
        let report = ReportLines(colour: ColourChoice.auto.colours(2))
        self.init(report: fault.problems.map(report.lines).joined())
    }
}
