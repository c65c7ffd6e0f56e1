/// One line of a `.gitignore`: which files and folders below the folder that it stands in are left out, or with `!` taken again.
///
/// Source: gitignore(5), and dir.c of git for what that leaves open.
struct IgnorePattern: Hashable, Sendable {
    /// Takes again what an earlier pattern leaves out.
    let isNegated: Bool
    /// Means folders alone.
    private let isForFolders: Bool
    /// Means a name in any folder below, not a path.
    private let isForNames: Bool
    /// What the path begins with, up to the first wildcard.
    private let prefix: [UInt8]
    private let rest: Wildcard

    /// - Parameter line: A line without its line end.
    /// - Returns: Nil for a blank line or a comment.
    init?(_ line: some Sequence<UInt8>) {
        var pattern = withoutBlanksAtEnd(Array(line))[...]
        if pattern.isEmpty || pattern.first == UInt8(ascii: "#") { return nil }
        isNegated = pattern.first == UInt8(ascii: "!")
        if isNegated { pattern.removeFirst() }
        isForFolders = pattern.last == slash
        if isForFolders { pattern.removeLast() }
        isForNames = !pattern.contains(slash)
        if pattern.first == slash { pattern.removeFirst() }
        prefix = Array(pattern.prefix { !"*?[\\".utf8.contains($0) })
        rest = Wildcard(pattern.dropFirst(prefix.count))
    }

    init?(_ line: String) { self.init(line.utf8) }

    /// - Parameter path: From the folder that the pattern stands in.
    func matches(_ path: [UInt8], isFolder: Bool) -> Bool {
        if isForFolders && !isFolder { return false }
        let text = isForNames ? path[((path.lastIndex(of: slash) ?? -1) + 1)...] : path[...]
        return text.starts(with: prefix) && rest.matches(text.dropFirst(prefix.count))
    }
}

/// Blanks at the end do not count, but where a backslash stands before the first of them.
private func withoutBlanksAtEnd(_ line: [UInt8]) -> [UInt8] {
    var blanks: Int?
    var index = 0
    while index < line.count {
        if line[index] == UInt8(ascii: " ") {
            blanks = blanks ?? index
        } else {
            blanks = nil
            if line[index] == UInt8(ascii: "\\") { index += 1 }
        }
        index += 1
    }
    return blanks.map { Array(line[..<$0]) } ?? line
}

private let slash = UInt8(ascii: "/")
