import Foundation

/// The names in a list, as `find` and `git ls-files` write it: one a line, or with a NUL behind each, so that any name can be given.
/// - Parameter list: Where the list is; `-` for standard input.
func names(in list: FilePath) throws(FileError) -> [FilePath] {
    let isStandardInput = list == FilePath("-")
    // A pipe too, as `<(…)` gives it.
    let descriptor = isStandardInput ? STDIN_FILENO : try system { list.withCString { open($0, O_RDONLY | O_CLOEXEC) } }
    defer { if !isStandardInput { close(descriptor) } }
    return names(in: try readToEnd(of: descriptor))
}

/// The names in the bytes of a list.
func names(in bytes: [UInt8]) -> [FilePath] {
    var text = bytes[...]
    // What `>` of Windows PowerShell writes.
    if bytes.starts(with: [0xFF, 0xFE]) {
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
        text = Array(String(decoding: units, as: UTF16.self).utf8)[...]
    } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        text = text.dropFirst(3)
    }
    if text.contains(0) { return text.split(separator: 0).map { FilePath(bytes: $0) } }
    return text.split(separator: UInt8(ascii: "\n")).map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }.filter { !$0.isEmpty }
        .map { FilePath(bytes: $0) }
}
