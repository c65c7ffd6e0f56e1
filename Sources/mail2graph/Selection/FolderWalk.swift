/// The names that PowerShell gives its scripts, modules and data files.
let scriptExtensions: Set<String> = ["ps1", "psm1", "psd1"]

/// What is found below one folder that was named.
struct FolderWalk: Sendable {
    /// In no order.
    private(set) var files: [ScriptFile] = []
    /// Those with the name of a script, and those that may lead to a folder.
    private(set) var links: [ScriptFile] = []
    private(set) var problems: [(problem: Problem, location: FilePath)] = []
    /// Files and folders that were left out.
    private(set) var leftOut: Set<FilePath> = []

    private let path: FilePath
    private let location: FilePath
    private let glob: PathGlob?

    /// A folder that is still to be looked into.
    private struct Pending {
        var path: FilePath
        var location: FilePath
        var rules: IgnoreRules
        /// Whether everything in it is meant, and not only what matches a pattern.
        var isMeant: Bool
    }

    private var pending: [Pending] = []

    /// - Parameters:
    ///   - path: The folder as it was named.
    ///   - location: The folder without links.
    ///   - glob: What is meant in it; nil for all.
    init(_ path: FilePath, at location: FilePath, _ glob: PathGlob?, excludes: [Exclude], readsGitignore: Bool) {
        self.path = path
        self.location = location
        self.glob = glob
        let rules = IgnoreRules(for: location, excludes: excludes, readsGitignore: readsGitignore)
        pending = [Pending(path: path, location: location, rules: rules, isMeant: glob == nil)]
        while let folder = pending.popLast() {
            do throws(FileError) {
                try look(into: folder)
            } catch {
                let weight: Problem.Weight = folder.location == location ? .failure : .incomplete
                problems.append((Problem(weight, folder.path, doing: "the folder can't be read", error), folder.location))
            }
        }
    }

    /// Whether nothing is there that was meant.
    var isEmpty: Bool { files.isEmpty && links.isEmpty && problems.isEmpty }

    private mutating func look(into folder: Pending) throws(FileError) {
        let entries = try entries(of: folder.location)
        var rules = folder.rules
        rules.enter(folder.location, containing: entries)
        for entry in entries {
            let file = ScriptFile(
                path: folder.path == FilePath(".") ? FilePath(bytes: entry.name) : folder.path.appending(entry.name),
                location: folder.location.appending(entry.name), isNamed: false)
            if entry.kind == .folder && passedOver.contains(entry.name) || Settings.isFileName(entry.name) { continue }
            if entry.kind == .folder && file.path.fileExtension == GoldenFolder.folderExtension && glob?.meansGoldenFolders != true {
                // A link does not lead there either.
                leftOut.insert(file.location)
                continue
            }
            if rules.leavesOut(file.location, isFolder: entry.kind == .folder) {
                leftOut.insert(file.location)
                continue
            }
            take(file, entry.kind, of: folder, rules)
        }
    }

    private mutating func take(_ file: ScriptFile, _ kind: FileStatus.Kind, of folder: Pending, _ rules: IgnoreRules) {
        let inner = glob == nil ? [] : file.location.relative(to: location)?.bytes ?? []
        let matches = !folder.isMeant && glob?.matches(inner) == true
        let isMeant = folder.isMeant || matches
        let isScript = isMeant && file.hasScriptName
        switch kind {
        case .folder:
            if isScript {
                problems.append((Problem(.note, file.path, "is a folder with the name of a script; what is in it is read"), file.location))
            }
            if isMeant || glob?.reaches(into: inner) == true {
                pending.append(Pending(path: file.path, location: file.location, rules: rules, isMeant: isMeant))
            }
        case .file where isScript || matches && glob?.namesEnding == true: files.append(file)
        case .link where isMeant: links.append(file)
        case .other where isScript: problems.append((Problem(.incomplete, file.path, doing: "can't be read", .notAFile), file.location))
        case .file, .link, .other: break
        }
    }
}

extension ScriptFile {
    var hasScriptName: Bool { scriptExtensions.contains(path.fileExtension) }
}

/// Folders that hold no scripts of the user's: their old versions are no work to do.
private let passedOver: Set<[UInt8]> = [Array(".git".utf8), Array(Backup.folderName.utf8)]
