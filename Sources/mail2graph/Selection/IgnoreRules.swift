/// The patterns that decide what is left out below a folder, weighed as git weighs them: an inner `.gitignore` before an outer one,
/// a later line before an earlier one. Excludes of the command line come before all of them.
struct IgnoreRules: Sendable {
    /// Patterns that count from one folder.
    private struct Group {
        var folder: FilePath
        var patterns: [IgnorePattern]
    }

    private let readsGitignore: Bool
    private var excludes: [Group] = []
    /// The weaker before the stronger.
    private var groups: [Group] = []

    /// - Parameters:
    ///   - folder: The folder that is going to be searched, without links.
    ///   - readsGitignore: Whether git's own files count: those of the repository that the folder lies in, too.
    init(for folder: FilePath, excludes: [Exclude], readsGitignore: Bool) {
        self.readsGitignore = readsGitignore
        for exclude in excludes {
            let group = Group(folder: exclude.folder ?? folder, patterns: [exclude.pattern])
            self.excludes.append(group)
        }
        guard readsGitignore, let repository = repository(around: folder) else { return }
        groups = ownGroups(of: repository)
        var inner = folder
        var outerFolders: [FilePath] = []
        while inner != repository {
            inner = inner.parent
            outerFolders.append(inner)
        }
        for outer in outerFolders.reversed() { read(outer) }
    }

    /// Takes in what a folder says of what is in it.
    mutating func enter(_ folder: FilePath, containing entries: [FolderEntry]) {
        guard readsGitignore else { return }
        // What lies around a repository has no say in it.
        if entries.contains(where: { $0.name == gitFolder }) { groups = ownGroups(of: folder) }
        if entries.contains(where: { $0.name == gitignore && $0.kind == .file }) { read(folder) }
    }

    /// Whether a file or folder in the folder that was entered is left out.
    func leavesOut(_ path: FilePath, isFolder: Bool) -> Bool {
        for group in excludes.reversed() + groups.reversed() {
            guard let path = path.relative(to: group.folder)?.bytes else { continue }
            if let last = group.patterns.last(where: { $0.matches(path, isFolder: isFolder) }) { return !last.isNegated }
        }
        return false
    }

    private mutating func read(_ folder: FilePath) {
        let file = folder.appending(gitignore)
        // As git, follows no link.
        guard (try? FileStatus(of: file, followingLinks: false))?.kind == .file else { return }
        groups.append(Group(folder: folder, patterns: patterns(in: file)))
    }

    private func ownGroups(of repository: FilePath) -> [Group] {
        GitExcludes(of: repository).files.map { Group(folder: repository, patterns: patterns(in: $0)) }
    }
}

/// A pattern whose files and folders are left out.
struct Exclude: Hashable, Sendable {
    var pattern: IgnorePattern
    /// The folder that it counts from, without links; nil for each folder that was named.
    var folder: FilePath?
}

/// The patterns of a file, a line each; none where it can't be read, as git takes it.
private func patterns(in file: FilePath) -> [IgnorePattern] {
    guard var bytes = (try? FileContent(of: file))?.bytes[...] else { return [] }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
        IgnorePattern(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    }
}

/// The innermost folder with a `.git` in it that another lies in or is.
private func repository(around folder: FilePath) -> FilePath? {
    var outer = folder
    while (try? FileStatus(of: outer.appending(gitFolder))) == nil {
        if outer == outer.parent { return nil }
        outer = outer.parent
    }
    return outer
}

private let gitFolder = Array(".git".utf8)
private let gitignore = Array(".gitignore".utf8)
