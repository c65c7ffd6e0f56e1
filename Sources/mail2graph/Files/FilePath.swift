import ScriptDiff

/// The path of a file in bytes, which need not be text in any encoding.
struct FilePath: Hashable, Comparable, Sendable {
    var bytes: [UInt8]

    init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }
    init(_ string: String) { self.init(bytes: string.utf8) }

    private static let separator = UInt8(ascii: "/")

    var isAbsolute: Bool { bytes.first == Self.separator }

    /// The name after the last slash; slashes at the end do not count.
    var name: [UInt8] {
        let trimmed = bytes[..<endWithoutSlashes]
        return Array(trimmed.suffix(from: (trimmed.lastIndex(of: Self.separator) ?? -1) + 1))
    }

    /// The folder that it lies in: `.` for a bare name, `/` for the root.
    var parent: FilePath {
        guard let slash = bytes[..<endWithoutSlashes].lastIndex(of: Self.separator) else { return FilePath(".") }
        return slash == 0 ? FilePath("/") : FilePath(bytes: bytes[..<slash])
    }

    /// What follows the last dot of the name, in lower case.
    var fileExtension: String {
        let name = name
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return "" }
        return String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
    }

    func appending(_ name: [UInt8]) -> FilePath {
        bytes.last == Self.separator ? FilePath(bytes: bytes + name) : FilePath(bytes: bytes + [Self.separator] + name)
    }

    func appending(_ name: String) -> FilePath { appending(Array(name.utf8)) }

    /// The path from a folder to this one; nil where it does not lie in it. Both are resolved paths.
    func relative(to folder: FilePath) -> FilePath? {
        let prefix = folder.bytes.last == Self.separator ? folder.bytes : folder.bytes + [Self.separator]
        return bytes.starts(with: prefix) && bytes.count > prefix.count ? FilePath(bytes: bytes[prefix.count...]) : nil
    }

    /// The innermost folder that both lie in or are. Both are resolved paths.
    func commonFolder(with other: FilePath) -> FilePath {
        var folder = self
        while folder != other && other.relative(to: folder) == nil { folder = folder.parent }
        return folder
    }

    /// From a folder where it lies in it, else as it is. Both are resolved paths.
    func shown(from folder: FilePath?) -> FilePath {
        guard let folder else { return self }
        return self == folder ? FilePath(".") : relative(to: folder) ?? self
    }

    /// The way from a folder, through those above it where it has to be. Both are resolved paths.
    func path(from folder: FilePath) -> FilePath {
        let common = commonFolder(with: folder)
        let up = folder.relative(to: common).map { $0.bytes.split(separator: Self.separator).count } ?? 0
        let down = relative(to: common).map { [$0.bytes] } ?? []
        return FilePath(bytes: (Array(repeating: Array("..".utf8), count: up) + down).joined(separator: [Self.separator]))
    }

    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        (bytes + [0]).withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { body($0.baseAddress!) }
        }
    }

    /// By bytes, a folder before what is in it.
    static func < (a: FilePath, b: FilePath) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }

    private var endWithoutSlashes: Int {
        bytes.lastIndex { $0 != Self.separator }.map { $0 + 1 } ?? min(1, bytes.count)
    }
}

extension FilePath {
    /// As one would write it on the command line of bash or zsh.
    var shellWord: String {
        if bytes.allSatisfy(plainInShells.contains) && bytes.first != UInt8(ascii: "-") { return String(decoding: bytes, as: UTF8.self) }
        // What begins with a dash would be taken for an option.
        let word = bytes.first == UInt8(ascii: "-") ? FilePath(bytes: Array("./".utf8) + bytes) : self
        let text = word.description
        if Array(text.utf8) == word.bytes { return "'" + text.replacing("'", with: #"'\''"#) + "'" }
        return "$'" + text.dropFirst().dropLast().replacing("'", with: #"\'"#) + "'"
    }
}

extension FilePath: CustomStringConvertible {
    /// For people: as it is, quoted as git quotes where it has control characters or is no UTF-8.
    var description: String {
        if let text = String(validating: bytes, as: UTF8.self), visible(text) == text, !text.contains("\t") { return text }
        return String(decoding: quoted(bytes), as: UTF8.self)
    }
}

private let plainInShells = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,-./:=@_".utf8)
