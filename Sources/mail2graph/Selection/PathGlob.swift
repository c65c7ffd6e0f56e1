/// A PATH with wildcards that no shell has filled in: the folder to search, and what is meant in it.
struct PathGlob: Hashable, Sendable {
    /// As it was given.
    let path: FilePath
    /// The part in front of the first name with a wildcard; `.` where there is none.
    let folder: FilePath
    private let pattern: Wildcard
    /// How many names deep what is meant can lie; nil for any number.
    private let depth: Int?
    /// Whether the pattern says how the files that it means end, `*.txt`: then they are taken whatever that is.
    let namesEnding: Bool

    /// - Parameter path: As it was given; between names stands a slash or, as Windows has it, a backslash.
    /// - Returns: Nil where there are no wildcards.
    init?(_ path: FilePath) {
        self.path = path
        let slashes = path.bytes.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
        let names = slashes.split(separator: UInt8(ascii: "/"))
        guard let first = names.firstIndex(where: { $0.contains { "*?[".utf8.contains($0) } }) else { return nil }
        let outer = names[..<first].joined(separator: [UInt8(ascii: "/")])
        folder =
            slashes.first == UInt8(ascii: "/")
            ? FilePath(bytes: [UInt8(ascii: "/")] + outer) : first == 0 ? FilePath(".") : FilePath(bytes: outer)
        pattern = Wildcard(names[first...].joined(separator: [UInt8(ascii: "/")]))
        depth = names[first...].contains { $0.elementsEqual("**".utf8) } ? nil : names.count - first
        let ending = names[names.count - 1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        namesEnding = ending.count > 1 && !ending[ending.count - 1].contains { "*?[]".utf8.contains($0) }
    }

    /// Whether it asks by name for what `mail2graph golden` keeps, which is passed over else.
    var meansGoldenFolders: Bool { path.description.lowercased().contains(".\(GoldenFolder.folderExtension)") }

    /// - Parameter path: From ``folder``.
    func matches(_ path: [UInt8]) -> Bool { pattern.matches(path[...]) }

    /// Whether something in a folder can be meant.
    func reaches(into path: [UInt8]) -> Bool { depth.map { path.count { $0 == UInt8(ascii: "/") } + 1 < $0 } ?? true }
}
