#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What the file system knows of a file.
struct FileStatus: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case file, folder, link
        /// A pipe, a socket, a device.
        case other
    }

    var kind: Kind
    /// Bytes.
    var size: Int
    /// The permission bits.
    var mode: mode_t
    var owner: uid_t
    var group: gid_t
    var device: UInt64
    var inode: UInt64
    /// How many names the file has.
    var names: UInt64
    /// Of the last change of the content, since 1970.
    var modifiedSeconds: Int
    var modifiedNanoseconds: Int

    init(of path: FilePath, followingLinks: Bool = true) throws(FileError) {
        var status = stat()
        try system { path.withCString { followingLinks ? stat($0, &status) : lstat($0, &status) } }
        self.init(status)
    }

    init(ofDescriptor descriptor: Int32) throws(FileError) {
        var status = stat()
        try system { fstat(descriptor, &status) }
        self.init(status)
    }

    private init(_ status: stat) {
        kind = switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
        size = Int(status.st_size)
        mode = status.st_mode & 0o7777
        owner = status.st_uid
        group = status.st_gid
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        names = UInt64(status.st_nlink)
        #if canImport(Glibc)
        let modified = status.st_mtim
        #else
        let modified = status.st_mtimespec
        #endif
        modifiedSeconds = modified.tv_sec
        modifiedNanoseconds = modified.tv_nsec
    }

    /// Whether it is the same file with the same content, as far as the file system tells.
    func isUnchanged(since earlier: FileStatus) -> Bool {
        (device, inode, size) == (earlier.device, earlier.inode, earlier.size)
            && (modifiedSeconds, modifiedNanoseconds) == (earlier.modifiedSeconds, earlier.modifiedNanoseconds)
    }
}

/// The path without links, `.` and `..`.
func resolved(_ path: FilePath) throws(FileError) -> FilePath {
    guard let resolved = path.withCString({ realpath($0, nil) }) else { throw .last }
    defer { free(resolved) }
    return FilePath(bytes: UnsafeBufferPointer(start: resolved, count: strlen(resolved)).map(UInt8.init(bitPattern:)))
}
