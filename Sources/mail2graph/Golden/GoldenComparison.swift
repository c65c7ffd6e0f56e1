import Arguments
import GoldenFiles
import MailMigration
import PowerShellAnalysis
import PowerShellSyntax
import ScriptDiff

/// What the migration makes of a script now, beside what is kept of it.
struct GoldenComparison: Sendable {
    let folder: GoldenFolder
    /// Files that would have to be others.
    private(set) var changes: [Change] = []
    /// Nothing is kept of the script yet.
    private(set) var isNew = false
    private(set) var problems: [Problem] = []

    struct Change: Sendable {
        var path: FilePath
        var file: GoldenFile
        var difference: UnifiedDiff
    }

    /// - Parameter options: How the script is migrated.
    init(_ folder: GoldenFolder, _ options: () throws(UsageError) -> [MigrationOptions]) {
        self.folder = folder
        do throws(FileError) {
            let script = ParsedScript(SourceText(bytes: try FileContent(of: folder.before).bytes))
            let loaded = FileLibrary().files(loadedBy: script, at: try resolved(folder.before))
            let results = results(of: script, loaded, options)
            guard !results.isEmpty else { return }
            isNew = try Self.content(of: folder.kept.appending(GoldenFile.report)) == nil
            for file in GoldenFile.all(of: results) {
                let path = folder.kept.appending(file.name)
                if let difference = file.difference(from: try Self.content(of: path), path: path.bytes) {
                    changes.append(Change(path: path, file: file, difference: difference))
                }
            }
        } catch {
            problems.append(Problem(.failure, folder.before, doing: "can't be compared", error))
        }
    }

    private mutating func results(
        of script: ParsedScript, _ loaded: LoadedFiles, _ options: () throws(UsageError) -> [MigrationOptions]
    ) -> [GoldenResult] {
        do throws(UsageError) {
            let options = try options()
            if options.isEmpty {
                problems.append(
                    Problem(.failure, folder.before, "no target goes with the way to sign in that is said", advice: "choose another --auth")
                )
            }
            return options.compactMap { options in
                do {
                    let result = try GoldenResult(script, loaded: loaded, options: options)
                    if let fault = result.fault {
                        problems.append(
                            Problem(.incomplete, folder.before, fault, advice: "please report the script as a fault of mail2graph"))
                    }
                    return result
                } catch {
                    problems.append(Problem(.failure, folder.before, "can't be changed: \(error)"))
                    return nil
                }
            }
        } catch {
            problems.append(Problem(.failure, folder.before, error.message))
            return []
        }
    }

    /// Nil where there is no such file.
    private static func content(of path: FilePath) throws(FileError) -> [UInt8]? {
        do throws(FileError) {
            return try FileContent(of: path).bytes
        } catch {
            if error == .noSuchFile { return nil }
            throw error
        }
    }
}
