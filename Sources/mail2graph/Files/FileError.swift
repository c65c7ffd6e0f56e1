#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why a file could not be read or written.
enum FileError: Error, Hashable, Sendable {
    /// The operating system refused; its error number.
    case system(Int32)
    /// A pipe, a socket or a device.
    case notAFile
    case isFolder
    case isNoFolder
    /// In bytes.
    case tooLarge(size: Int, limit: Int)
    /// NUL bytes outside UTF-16.
    case binary
    /// Nobody may write it.
    case readOnly
    /// It would belong to somebody else afterwards.
    case ownerWouldChange
    /// Somebody wrote it since it was read.
    case changed
    /// Another run is writing it.
    case busy
    /// Something else has the name, in the same folder, under which the new file is to be written first.
    case obstructed(by: FilePath)
    /// There is a file of that name, which is not to be overwritten.
    case isThere
    /// Its name is a script's, and something else would be written there.
    case isScript

    static let noSuchFile = FileError.system(ENOENT)
    static let brokenPipe = FileError.system(EPIPE)

    /// The error of the system call that failed last on this thread.
    static var last: FileError { .system(errno) }

    /// Why, as part of a sentence.
    var reason: String {
        switch self {
        case .system(let code): systemReason(code)
        case .notAFile: "is no regular file"
        case .isFolder: "is a folder"
        case .isNoFolder: "is no folder"
        case .tooLarge(let size, let limit): "is \(megabytes(size)) MB, and scripts of more than \(megabytes(limit)) MB are not read"
        case .binary: "looks binary: it holds NUL bytes and is not marked as UTF-16"
        case .readOnly: "is read-only"
        case .ownerWouldChange: "belongs to another user or group, which would be lost"
        case .changed: "was changed by somebody else meanwhile"
        case .isThere: "is there already and is not overwritten"
        case .isScript: "has the name of a script"
        case .busy: "is being written by another run of mail2graph"
        case .obstructed(let path): "\(path) beside it is in the way"
        }
    }

    /// What to do about it.
    var advice: String {
        switch self {
        case .system(let code): systemAdvice(code)
        case .notAFile: "copy its content to a file"
        case .isFolder: "name the scripts in it"
        case .isNoFolder: "name the folder that it lies in"
        case .tooLarge: "raise --max-size, or leave it out"
        case .binary: "if it is a script, save it as UTF-8 with a byte-order mark"
        case .readOnly: "make it writable (chmod u+w) and run again"
        case .ownerWouldChange: "run as its owner or as root"
        case .changed: "run again"
        case .isThere: "edit it, or remove it and run again"
        case .isScript: "name another file, report.html say"
        case .obstructed: "remove that and run again"
        case .busy: "wait for that run to end and run again"
        }
    }
}

private func systemReason(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "permission denied"
    case ENOENT: "no such file or folder"
    case ENOTDIR: "part of the path is a file, not a folder"
    case ELOOP: "links that lead in a circle"
    case ENOSPC, EDQUOT: "no space left on the disk"
    case EFBIG: "the file would be larger than is allowed here"
    case EROFS: "the disk is read-only"
    case ENAMETOOLONG: "the path is too long"
    case EMFILE, ENFILE: "too many open files"
    case EIO: "the disk could not be read or written"
    default: String(cString: strerror(code)).lowercased()
    }
}

private func systemAdvice(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "run as a user who may, or change the permissions"
    case ENOENT, ENOTDIR: "check the path"
    case ELOOP: "remove or mend the link"
    case ENOSPC, EDQUOT: "free some space and run again"
    case EFBIG: "raise the limit (ulimit -f) and run again"
    case EROFS: "mount it writable, or copy the scripts elsewhere"
    case ENAMETOOLONG: "run from a folder further down"
    default: "see to it and run again"
    }
}

private func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes * 10 + 524_288) / 1_048_576
    return tenths % 10 == 0 || tenths > 1000 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
}

/// Repeats a system call that a signal interrupted.
/// - Throws: ``FileError/system(_:)`` where it returns less than 0.
@discardableResult
func system<Result: SignedInteger>(_ call: () -> Result) throws(FileError) -> Result {
    while true {
        let result = call()
        if result >= 0 { return result }
        if errno != EINTR { throw .last }
    }
}
