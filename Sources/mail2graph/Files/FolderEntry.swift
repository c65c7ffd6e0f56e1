#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A name in a folder.
struct FolderEntry: Sendable {
    var name: [UInt8]
    var kind: FileStatus.Kind
}

/// What is in a folder besides itself and its parent, in no order. What vanishes meanwhile is left out.
func entries(of folder: FilePath) throws(FileError) -> [FolderEntry] {
    guard let stream = folder.withCString(opendir) else { throw .last }
    defer { closedir(stream) }
    var entries: [FolderEntry] = []
    while true {
        errno = 0
        guard let entry = readdir(stream) else {
            if errno != 0 { throw .last }
            return entries
        }
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
        if name == Array(".".utf8) || name == Array("..".utf8) { continue }
        if let kind = kind(of: entry.pointee.d_type, folder.appending(name)) { entries.append(FolderEntry(name: name, kind: kind)) }
    }
}

/// Some file systems do not say in the folder of what kind a file is.
private func kind(of type: UInt8, _ path: FilePath) -> FileStatus.Kind? {
    switch Int(type) {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .link
    case Int(DT_UNKNOWN): try? FileStatus(of: path, followingLinks: false).kind
    default: .other
    }
}
