import MailMigration
import PowerShellAnalysis
import PowerShellSyntax
import Synchronization

/// The files that the scripts of a run load. Each is read once, however many scripts load it, and only if a script that may send
/// does. Nothing is written, and nothing fails: a file that can't be read is one with a reason.
///
/// A class, as the threads of a run share it.
final class FileLibrary: Sendable {
    private let sizeLimit: Int
    private let folders = FolderNames()
    private let shelves = Mutex<[FilePath: Shelf]>([:])

    /// - Parameter sizeLimit: The most bytes that are read of a file.
    init(sizeLimit: Int = Megabytes.ofScripts.bytes) { self.sizeLimit = sizeLimit }

    /// What the files define that a script loads, and those that they load.
    /// - Parameter location: Of the script, without links.
    func files(loadedBy script: ParsedScript, at location: FilePath) -> LoadedFiles {
        if script.loads.isEmpty { return LoadedFiles() }
        var locations: [String: FilePath] = [:]
        return LoadedFiles(script.loads) { load, path, origin in
            let folder = (origin.flatMap { locations[$0] } ?? location).parent
            return LoadSearch(folders: folders).files(at: path, of: load, from: folder).map { found in
                switch found {
                case .nothing: return .nothing
                case .missing(let reason): return .unreadable(name: load.isOneFile ? path.shown : load.text, reason: reason)
                case .found(let file):
                    let name = "\(file.path(from: location.parent))"
                    locations[file.description] = file
                    switch content(of: file) {
                    case .success(let content): return .file(id: file.description, name: name, content)
                    case .failure(let error): return .unreadable(name: name, reason: error.reason)
                    }
                }
            }
        }
    }

    // MARK: Reading

    /// Where the content of a file is kept: whoever comes first reads, and the others wait.
    private final class Shelf: Sendable {
        let content = Mutex<Result<LoadableFile, FileError>?>(nil)
    }

    private func content(of file: FilePath) -> Result<LoadableFile, FileError> {
        let shelf = shelves.withLock { shelves in
            let shelf = shelves[file] ?? Shelf()
            shelves[file] = shelf
            return shelf
        }
        return shelf.content.withLock { content in
            let known = content ?? Result { () throws(FileError) in try read(file) }
            content = known
            return known
        }
    }

    private func read(_ file: FilePath) throws(FileError) -> LoadableFile {
        let source = SourceText(bytes: try FileContent(of: file, limit: sizeLimit).bytes)
        if source.isBinary { throw .binary }
        return LoadableFile(source, isManifest: file.fileExtension == "psd1")
    }
}

extension FileLoad {
    fileprivate var isOneFile: Bool { paths?.count == 1 }
}

extension StaticPath {
    /// As one would write it on Windows, from the folder of the script.
    fileprivate var shown: String {
        switch start {
        case .scriptFolder, .currentFolder: names.joined(separator: "\\")
        case .root(let root): ([root] + names).joined(separator: "\\")
        }
    }
}
