#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Puts new bytes in place of a file's, whole or not at all: whoever opens the file gets the old or the new.
///
/// The new file lies beside the old one, is on the disk before it takes the name, and has the old one's permissions,
/// owner and attributes.
struct FileReplacement {
    private let path: FilePath
    private let temporary: FilePath

    /// Writes the new file beside the old one. The old one stays as it is until ``commit()``.
    /// - Parameter old: The file as it was read.
    init(of path: FilePath, read old: FileContent, with bytes: [UInt8]) throws(FileError) {
        if old.status.mode & 0o222 == 0 { throw .readOnly }
        try system { path.withCString { access($0, W_OK) } }
        self.path = path
        // Short, as the file's own name may be as long as names can be.
        temporary = path.parent.appending(".mail2graph-\(getpid())-\(old.status.inode).tmp")
        do throws(FileError) {
            try write(bytes, like: old.status)
        } catch {
            discard()
            throw error
        }
    }

    /// Gives the new file the old one's name.
    /// - Throws: ``FileError/changed`` where the old one is no longer what was read. It stays untouched then.
    func commit(read old: FileContent) throws(FileError) {
        do throws(FileError) {
            let now = try FileContent(of: path)
            if !now.status.isUnchanged(since: old.status) || now.bytes != old.bytes { throw .changed }
            try system { temporary.withCString { new in path.withCString { rename(new, $0) } } }
        } catch {
            discard()
            throw error
        }
        try? synchronize(folder: path.parent)
    }

    /// Removes the new file.
    func discard() {
        _ = temporary.withCString { unlink($0) }
    }

    private func write(_ bytes: [UInt8], like old: FileStatus) throws(FileError) {
        let descriptor = try system { temporary.withCString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) } }
        defer { close(descriptor) }
        let new = try FileStatus(ofDescriptor: descriptor)
        if (new.owner, new.group) != (old.owner, old.group), fchown(descriptor, old.owner, old.group) != 0 { throw .ownerWouldChange }
        try system { fchmod(descriptor, old.mode) }
        try copyAttributes(from: path, to: descriptor)
        try mail2graph.write(bytes, to: descriptor)
        try system { fsync(descriptor) }
    }
}

/// Makes sure that the names in a folder are on the disk.
func synchronize(folder: FilePath) throws(FileError) {
    let descriptor = try system { folder.withCString { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) } }
    defer { close(descriptor) }
    try system { fsync(descriptor) }
}
