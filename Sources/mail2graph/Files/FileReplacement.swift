#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Puts new bytes in place of a file's, whole or not at all: whoever opens the file gets the old or the new.
///
/// The new file lies beside the old one, is on the disk before it takes the name, and has the old one's permissions,
/// owner and attributes. It is locked as long as its run lives, so that the next run knows what a killed one left.
struct FileReplacement {
    private let path: FilePath
    private let temporary: FilePath
    private let descriptor: Int32

    /// - Throws: What stands in the way of replacing a file, as far as it can be told without writing.
    static func check(_ path: FilePath, read old: FileContent) throws(FileError) {
        if old.status.mode & 0o222 == 0 { throw .readOnly }
        for path in [path, path.parent] { try system { path.withCString { access($0, W_OK) } } }
    }

    /// Writes the new file beside the old one. The old one stays as it is until ``commit(read:)``.
    /// - Parameters:
    ///   - old: The file as it was read.
    ///   - stamps: The permissions and the time that the new file gets; nil for the old one's permissions and the present.
    init(of path: FilePath, read old: FileContent, with bytes: [UInt8], stamps: FileStamps? = nil) throws(FileError) {
        try Self.check(path, read: old)
        self.path = path
        // Short, as the file's own name may be as long as names can be.
        temporary = path.parent.appending("\(temporaryPrefix)\(old.status.inode)\(temporarySuffix)")
        descriptor = try createLocked(temporary)
        do throws(FileError) {
            try write(bytes, like: old.status, stamps)
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
        close(descriptor)
        try? synchronize(folder: path.parent)
    }

    /// Removes the new file.
    func discard() {
        _ = temporary.withCString { unlink($0) }
        close(descriptor)
    }

    private func write(_ bytes: [UInt8], like old: FileStatus, _ stamps: FileStamps?) throws(FileError) {
        let new = try FileStatus(ofDescriptor: descriptor)
        if (new.owner, new.group) != (old.owner, old.group), fchown(descriptor, old.owner, old.group) != 0 { throw .ownerWouldChange }
        try system { fchmod(descriptor, stamps?.mode ?? old.mode) }
        try copyAttributes(from: path, to: descriptor)
        try mail2graph.write(bytes, to: descriptor)
        try stamps?.setTime(of: descriptor)
        try system { fsync(descriptor) }
    }
}

private let temporaryPrefix = ".mail2graph-"
private let temporarySuffix = ".tmp"

/// Removes the new files in a folder that killed runs could not give their names. Those of living runs stay.
func removeLeftReplacements(in folder: FilePath) {
    for entry in (try? entries(of: folder)) ?? [] where entry.kind == .file {
        guard let name = String(validating: entry.name, as: UTF8.self), name.hasPrefix(temporaryPrefix), name.hasSuffix(temporarySuffix),
            UInt64(name.dropFirst(temporaryPrefix.count).dropLast(temporarySuffix.count)) != nil
        else { continue }
        try? removeUnlocked(folder.appending(entry.name))
    }
}

/// Removes a file that no living run has locked.
/// - Throws: ``FileError/busy`` where one has; ``FileError/obstructed(by:)`` where it can't be removed.
private func removeUnlocked(_ path: FilePath) throws(FileError) {
    let left = path.withCString { open($0, O_RDONLY | O_NOFOLLOW | O_CLOEXEC) }
    guard left >= 0 else {
        if errno == ENOENT { return }
        throw .obstructed(by: FilePath(bytes: path.name))
    }
    defer { close(left) }
    if flock(left, LOCK_EX | LOCK_NB) != 0 { throw .busy }
    if isNamed(path, left), path.withCString({ unlink($0) }) != 0 { throw .obstructed(by: FilePath(bytes: path.name)) }
}

/// A new file that is locked. One of the same name that a killed run left is removed.
/// - Throws: ``FileError/busy`` where the run that made it still lives.
private func createLocked(_ path: FilePath) throws(FileError) -> Int32 {
    while true {
        try removeUnlocked(path)
        let descriptor = path.withCString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
        if descriptor < 0 {
            // Another run was quicker.
            if errno == EEXIST { continue }
            throw .last
        }
        // Before it was locked, another run may have taken it for one that was left.
        let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
        if isLocked && isNamed(path, descriptor) { return descriptor }
        close(descriptor)
    }
}

/// Whether an open file still has its name. Whoever has it locked may take the name away; all others leave it.
private func isNamed(_ path: FilePath, _ descriptor: Int32) -> Bool {
    guard let named = try? FileStatus(of: path), let opened = try? FileStatus(ofDescriptor: descriptor) else { return false }
    return (named.device, named.inode) == (opened.device, opened.inode)
}

/// Makes sure that the names in a folder are on the disk.
func synchronize(folder: FilePath) throws(FileError) {
    let descriptor = try system { folder.withCString { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) } }
    defer { close(descriptor) }
    try system { fsync(descriptor) }
}
