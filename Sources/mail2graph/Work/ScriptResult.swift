import MailMigration
import PowerShellAnalysis
import PowerShellSyntax
import ScriptDiff

/// What became of one script.
struct ScriptResult: Sendable {
    var file: ScriptFile
    /// As it was read; nil where it could not be.
    var content: FileContent?
    /// Nil where it could not be read, or can't hold a send.
    private var parsed: ParsedScript?
    /// What the files define that it loads.
    private var loaded = LoadedFiles()
    /// Nil where it was not worked out, as it was not parsed.
    var migration: Migration?
    /// What changes; nil where nothing does or can.
    var rewrite: Rewrite?
    var problems: [Problem] = []
    /// The sends among those that were left as rejected about which nobody has decided, by the start of their commands.
    var undecided: Set<Int> = []
    /// What a report shows of it; nil where none is made.
    var review: ReviewedScript?

    /// What is to be reported of its sends. Where the script stays as it is, none of them has moved.
    var findings: [Finding] {
        let findings = (migration?.findings ?? []).map { undecided.contains($0.extent.start) ? $0.undecided : $0 }
        return isStuck ? findings.filter { !$0.changes } : findings
    }

    /// How many sends would move if the script could be changed.
    var stuckSends: Int { isStuck ? migration?.findings.count(where: \.changes) ?? 0 : 0 }

    private var isStuck: Bool { rewrite == nil && migration?.edits.isEmpty == false }

    /// Reads a script and works out what is to be done to it. Nothing is written.
    /// - Parameters:
    ///   - sizeLimit: The most bytes that are read.
    ///   - library: The files that scripts load.
    init(of file: ScriptFile, options: MigrationOptions, sizeLimit: Int, library: FileLibrary) {
        self.init(reading: file, sizeLimit: sizeLimit, library: library)
        migrate(options)
    }

    /// Reads a script. One that can't hold a send is not going to be parsed: whether it could be is no news to those who move
    /// sends.
    ///
    /// - Parameter place: From where the files count that it loads, if that is not where it lies: the place of the script of which
    ///   it is an old version.
    init(reading file: ScriptFile, as place: FilePath? = nil, sizeLimit: Int, library: FileLibrary) {
        self.file = file
        do throws(FileError) {
            let content = try FileContent(of: file.location, limit: sizeLimit)
            if mayHoldSend(content.bytes) {
                let source = SourceText(bytes: content.bytes)
                if looksBinary(source) { throw .binary }
                let parsed = ParsedScript(source)
                loaded = library.files(loadedBy: parsed, at: place ?? file.location)
                self.parsed = parsed
            }
            self.content = content
        } catch {
            problems = [Problem(file.isNamed ? .failure : .incomplete, file.path, doing: "can't be read", error)]
        }
    }

    /// Works out what is to be done to the script, if it could be read, in place of what was worked out before.
    mutating func migrate(_ options: MigrationOptions) {
        guard let parsed else { return }
        let migration = MailMigration.migrate(parsed, loaded: loaded, options: options)
        self.migration = migration
        rewrite = nil
        problems = migration.errors.map { error in
            Problem(
                .incomplete, file.path, line: error.line, "can't be parsed: \(error.message)", advice: "mend the script, or leave it out")
        }
        if migration.edits.isEmpty { return }
        do {
            rewrite = try Rewrite(parsed.source, edits: migration.edits)
        } catch {
            problems.append(Problem(.incomplete, file.path, "can't be changed: \(error)"))
        }
    }
}

/// UTF-16 has NUL bytes, but its text has none.
private func looksBinary(_ source: SourceText) -> Bool { source.text.contains(0) }
