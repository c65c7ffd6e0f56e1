import Arguments
import GoldenFiles
import MailMigration

/// A script and the folder that keeps what its migration came to.
struct GoldenFolder: Sendable {
    /// The script of a folder of its own.
    static let beforeName = "before.ps1"
    /// Options of the command line, one a line.
    static let optionsName = "options"
    /// How the folder of a script is called that lies among others: `report.ps1.golden` keeps what becomes of `report.ps1`.
    static let folderExtension = "golden"

    /// As it is shown.
    var before: FilePath
    var kept: FilePath

    /// The scripts with their folders below a folder, by name.
    static func all(in folder: FilePath) throws(FileError) -> [GoldenFolder] {
        let before = folder.appending(beforeName)
        let entries = try entries(of: folder).sorted { $0.name.lexicographicallyPrecedes($1.name) }
        // Beside a script of its own everything else is what became of it.
        if entries.contains(where: { $0.name == before.name }) { return [GoldenFolder(before: before, kept: folder)] }
        var found: [GoldenFolder] = []
        for entry in entries {
            let path = folder == FilePath(".") ? FilePath(bytes: entry.name) : folder.appending(entry.name)
            switch entry.kind {
            case .file where ["ps1", "psm1"].contains(path.fileExtension):
                found.append(GoldenFolder(before: path, kept: FilePath(bytes: path.bytes + ".\(folderExtension)".utf8)))
            case .folder where path.fileExtension != folderExtension && entry.name.first != UInt8(ascii: "."): found += try all(in: path)
            default: break
            }
        }
        return found
    }

    /// How the script is migrated: as the command line says, else its own options, else the settings.
    /// - Parameter targets: Nil for the one that is said. Those are left out whose scripts could not sign in this way.
    func options(given: ParsedArguments, settings: Settings, targets: [Target]?) throws(UsageError) -> [MigrationOptions] {
        let migration = try MigrationArguments(given.over(try ownOptions()), settings)
        let location = (try? resolved(before)) ?? before
        let said = migration.options(for: ScriptFile(path: before, location: location, isNamed: true))
        return (targets ?? [said.target]).compactMap { target in
            var options = said
            options.target = target
            return options.scope == .all && options.signIn.conflict(with: target) != nil ? nil : options
        }
    }

    private func ownOptions() throws(UsageError) -> ParsedArguments {
        let path = kept.appending(Self.optionsName)
        let content: FileContent
        do throws(FileError) {
            content = try FileContent(of: path)
        } catch {
            if error == .noSuchFile { return ParsedArguments() }
            throw UsageError(report: ReportLines(colour: false).lines(for: Problem(.failure, path, doing: "can't be read", error)))
        }
        var words: [ArgumentText] = []
        for line in content.bytes.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
            words += line.split(separator: UInt8(ascii: " "), maxSplits: 1).map(ArgumentText.init)
        }
        do throws(UsageError) {
            return try ParsedArguments(words, of: MigrationArguments.flagDeclarations)
        } catch {
            throw UsageError(report: ReportLines(colour: false).lines(for: Problem(.failure, path, error.message)))
        }
    }
}
