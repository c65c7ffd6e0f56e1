/// A script that was found.
struct ScriptFile: Hashable, Sendable {
    /// The path as it is shown: from where the user stands, as they named it.
    var path: FilePath
    /// Where it lies, without links: what is read and written.
    var location: FilePath
    /// Whether the user named the file itself.
    var isNamed: Bool
}

/// The names that PowerShell gives its scripts, modules and data files.
let scriptExtensions: Set<String> = ["ps1", "psm1", "psd1"]

/// The scripts below some paths.
struct ScriptSearch: Sendable {
    /// In the order of the paths given, below each by name.
    private(set) var scripts: [ScriptFile] = []
    private(set) var problems: [Problem] = []
    /// The folder that all that was named lies in; nil where nothing was found.
    private(set) var root: FilePath?

    private var seen: Set<FilePath> = []
    private var folders: [FilePath] = []

    /// A file that is named is taken whatever its name ends with. Folders are searched for scripts; git's and
    /// mail2graph's own folders are passed over. A link below a folder is followed only to a file within what was named.
    init(_ paths: [FilePath]) {
        let named = paths.compactMap { resolve(named: $0) }
        folders = named.filter { $0.kind == .folder }.map(\.location)
        for path in named {
            let folder = path.kind == .folder ? path.location : path.location.parent
            root = root?.commonFolder(with: folder) ?? folder
            if path.kind == .folder {
                search(path.path, at: path.location)
            } else if seen.insert(path.location).inserted {
                scripts.append(ScriptFile(path: path.path, location: path.location, isNamed: true))
            }
        }
    }

    private typealias NamedPath = (path: FilePath, location: FilePath, kind: FileStatus.Kind)

    private mutating func resolve(named path: FilePath) -> NamedPath? {
        do throws(FileError) {
            let location = try resolved(path)
            let status = try FileStatus(of: location)
            if status.kind == .other { throw .notAFile }
            return (path, location, status.kind)
        } catch {
            problems.append(Problem(.failure, path, doing: "can't be read", error))
            return nil
        }
    }

    // MARK: Folders

    private mutating func search(_ path: FilePath, at location: FilePath) {
        var found: [ScriptFile] = []
        var links: [ScriptFile] = []
        var problems: [Problem] = []
        var pending = [(path: path, location: location)]
        while let folder = pending.popLast() {
            do throws(FileError) {
                for entry in try entries(of: folder.location) {
                    let file = ScriptFile(
                        path: folder.path == FilePath(".") ? FilePath(bytes: entry.name) : folder.path.appending(entry.name),
                        location: folder.location.appending(entry.name), isNamed: false
                    )
                    let isScript = scriptExtensions.contains(file.path.fileExtension)
                    switch entry.kind {
                    case .folder:
                        if passedOver.contains(entry.name) { continue }
                        if isScript {
                            problems.append(Problem(.note, file.path, "is a folder with the name of a script; what is in it is read"))
                        }
                        pending.append((file.path, file.location))
                    case .file where isScript && entry.name != settingsName: found.append(file)
                    case .link: links.append(file)
                    case .other where isScript:
                        problems.append(Problem(.incomplete, file.path, doing: "can't be read", .notAFile))
                    case .file, .other: break
                    }
                }
            } catch {
                let weight: Problem.Weight = folder.path == path ? .failure : .incomplete
                problems.append(Problem(weight, folder.path, doing: "the folder can't be read", error))
            }
        }
        found = found.filter { seen.insert($0.location).inserted }
        // After the files, so that a file that is both found and linked goes by its own name.
        for link in links.sorted(by: { $0.path < $1.path }) { follow(link, into: &found, &problems) }
        scripts += found.sorted { $0.path < $1.path }
        self.problems += problems.sorted { $0.path < $1.path }
    }

    private mutating func follow(_ link: ScriptFile, into found: inout [ScriptFile], _ problems: inout [Problem]) {
        let isScript = scriptExtensions.contains(link.path.fileExtension)
        do throws(FileError) {
            let location = try resolved(link.location)
            let kind = try FileStatus(of: location).kind
            let isInside = folders.contains { location == $0 || location.relative(to: $0) != nil }
            switch kind {
            case .folder where !isInside, .file where isScript && !isInside:
                problems.append(
                    Problem(.note, link.path, "is a link out of the folder and not followed", advice: "name \(location) to have it read"))
            case .file where isScript:
                if seen.insert(location).inserted { found.append(ScriptFile(path: link.path, location: location, isNamed: false)) }
            case .other where isScript:
                throw .notAFile
            default: break
            }
        } catch {
            if !isScript { return }
            problems.append(
                error == .noSuchFile
                    ? Problem(.incomplete, link.path, "is a link to a file that is not there", advice: "remove or mend the link")
                    : Problem(.incomplete, link.path, doing: "can't be read", error))
        }
    }
}

/// The tool's own file is no script of the user's.
private let settingsName = Array(Settings.fileName.utf8)

/// Folders that hold no scripts of the user's: their old versions are no work to do.
private let passedOver: Set<[UInt8]> = [Array(".git".utf8), Array(Backup.folderName.utf8)]
