/// A script that was found.
struct ScriptFile: Hashable, Sendable {
    /// The path as it is shown: from where the user stands, as they named it.
    var path: FilePath
    /// Where it lies, without links: what is read and written.
    var location: FilePath
    /// Whether the user named the file itself.
    var isNamed: Bool
}

/// The scripts that a selection means.
struct ScriptSearch: Sendable {
    /// In the order of the paths given, below each by name.
    private(set) var scripts: [ScriptFile] = []
    private(set) var problems: [Problem] = []
    /// The folder that all that was named lies in; nil where nothing was found.
    private(set) var root: FilePath?

    private let shard: Shard?
    private var seen: Set<FilePath> = []

    /// A file that is named is taken whatever its name ends with. Folders are searched for scripts; git's and
    /// mail2graph's own folders are passed over, what `mail2graph golden` keeps among them. A link below a folder is followed only to
    /// a file within what was named.
    init(_ selection: ScriptSelection) {
        shard = selection.shard
        let named = selection.paths.compactMap { resolve(named: $0) } + selection.lists.flatMap { resolve(list: $0) }
        for place in named {
            let folder = place.isFolder ? place.location : place.location.parent
            root = root?.commonFolder(with: folder) ?? folder
        }
        let walks = named.map { place -> FolderWalk? in
            if !place.isFolder { return nil }
            return FolderWalk(
                place.path, at: place.location, place.glob, excludes: selection.excludes, readsGitignore: selection.respectsGitignore)
        }
        let searched = SearchedFolders(
            named.filter(\.isFolder).map(\.location), leftOut: walks.reduce(into: []) { $0.formUnion($1?.leftOut ?? []) })
        for (place, walk) in zip(named, walks) {
            guard let walk else {
                add([ScriptFile(path: place.path, location: place.location, isNamed: true)])
                continue
            }
            add(walk, searched)
            if place.glob == nil, walk.isEmpty { problems.append(noScript(in: place.path, leftOut: walk.leftOut.count)) }
            if let glob = place.glob, walk.isEmpty {
                problems.append(
                    Problem(.failure, glob.path, "matches no script", advice: "check the pattern; ** stands for folders within folders"))
            }
        }
    }

    // MARK: What was named

    private struct NamedPlace {
        var path: FilePath
        var location: FilePath
        var isFolder: Bool
        var glob: PathGlob?
    }

    private mutating func resolve(named path: FilePath, isLiteral: Bool = false) -> NamedPlace? {
        do throws(FileError) {
            // A file that really has the name of a pattern is meant by it.
            if !isLiteral, let glob = PathGlob(path), (try? FileStatus(of: path, followingLinks: false)) == nil {
                let location = try resolved(glob.folder)
                if try FileStatus(of: location).kind != .folder { throw .isNoFolder }
                return NamedPlace(path: glob.folder, location: location, isFolder: true, glob: glob)
            }
            let location = try resolved(path)
            let kind = try FileStatus(of: location).kind
            if kind == .other { throw .notAFile }
            return NamedPlace(path: path, location: location, isFolder: kind == .folder)
        } catch {
            problems.append(Problem(.failure, path, doing: "can't be read", error))
            return nil
        }
    }

    private mutating func resolve(list: FilePath) -> [NamedPlace] {
        let shown = list == FilePath("-") ? FilePath("standard input") : list
        do throws(FileError) {
            let names = try names(in: list)
            if names.isEmpty { problems.append(Problem(.note, shown, "names no script", advice: "there is nothing to do for it")) }
            return names.compactMap { resolve(named: $0, isLiteral: true) }
        } catch {
            problems.append(Problem(.failure, shown, doing: "the list can't be read", error))
            return []
        }
    }

    /// - Parameter leftOut: How many files and folders in it are not wanted.
    private func noScript(in folder: FilePath, leftOut: Int) -> Problem {
        let endings = scriptExtensions.sorted().map { "." + $0 }.joined(separator: ", ")
        if leftOut == 0 {
            return Problem(
                .note, folder, "holds no script whose name ends with \(endings)", advice: "check the folder, or name the scripts themselves"
            )
        }
        return Problem(
            .note, folder,
            "holds no script but what is left out of it (\(leftOut == 1 ? "1 file or folder" : "\(leftOut) files or folders"))",
            advice: "see --exclude, --gitignore and Exclude in the settings; folders named *.golden are left out unless they are named")
    }

    // MARK: What was found

    private mutating func add(_ walk: FolderWalk, _ searched: SearchedFolders) {
        var scripts = walk.files
        var problems = walk.problems
        // After the files, so that a file that is both found and linked goes by its own name.
        var seen = seen.union(scripts.map(\.location))
        for link in walk.links.sorted(by: { $0.path < $1.path }) {
            switch searched.follow(link) {
            case .script(let script): if seen.insert(script.location).inserted { scripts.append(script) }
            case .problem(let problem): problems.append((problem, link.location))
            case .nothing: break
            }
        }
        add(scripts.sorted { $0.path < $1.path })
        self.problems += problems.filter { isInShard($0.location) }.map(\.problem).sorted { $0.path < $1.path }
    }

    private mutating func add(_ scripts: [ScriptFile]) {
        for script in scripts where seen.insert(script.location).inserted && isInShard(script.location) { self.scripts.append(script) }
    }

    private func isInShard(_ location: FilePath) -> Bool {
        guard let shard, let root else { return true }
        return shard.holds(location.relative(to: root) ?? location)
    }
}
