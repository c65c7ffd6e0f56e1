#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes a file that is the tool's own to write, whole or not at all.
/// - Parameters:
///   - replaces: Whether a file of that name gives way.
///   - mode: Its permission bits; nil for what the user's umask leaves.
/// - Throws: ``FileError/isThere`` where one is and does not.
func writeWhole(_ bytes: [UInt8], to path: FilePath, replaces: Bool, mode: mode_t? = nil) throws(FileError) {
    let temporary = path.parent.appending(".mail2graph-\(getpid()).new")
    // What a killed run of the same number left is in nobody's way.
    _ = temporary.withCString { unlink($0) }
    let descriptor = try system { temporary.withCString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) } }
    defer {
        close(descriptor)
        _ = temporary.withCString { unlink($0) }
    }
    if let mode { try system { fchmod(descriptor, mode) } }
    try write(bytes, to: descriptor)
    try system { fsync(descriptor) }
    let isGiven = temporary.withCString { new in path.withCString { replaces ? rename(new, $0) : link(new, $0) } } == 0
    if !isGiven { throw errno == EEXIST ? .isThere : .last }
}
