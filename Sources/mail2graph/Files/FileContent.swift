#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The bytes of a file, and what the file system knew of it when they were read.
struct FileContent: Sendable {
    var bytes: [UInt8]
    var status: FileStatus

    /// - Parameter limit: The most bytes that are read.
    init(of path: FilePath, limit: Int = .max) throws(FileError) {
        // Without waiting: a pipe that nobody writes to would hold the run up for ever.
        let descriptor = try system { path.withCString { open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC) } }
        defer { close(descriptor) }
        status = try FileStatus(ofDescriptor: descriptor)
        switch status.kind {
        case .file: break
        case .folder: throw .isFolder
        case .link, .other: throw .notAFile
        }
        if status.size > limit { throw .tooLarge(size: status.size, limit: limit) }
        bytes = try readToEnd(of: descriptor, expecting: status.size)
    }
}

/// What is left to read.
/// - Parameter size: About how many bytes that will be.
func readToEnd(of descriptor: Int32, expecting size: Int = 0) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 1)
    var buffer = [UInt8](repeating: 0, count: min(max(size + 1, 4096), 1 << 20))
    while true {
        let count = try system { read(descriptor, &buffer, buffer.count) }
        if count == 0 { return bytes }
        bytes += buffer[..<count]
    }
}

/// Writes all of the bytes.
func write(_ bytes: [UInt8], to descriptor: Int32) throws(FileError) {
    var written = 0
    while written < bytes.count {
        written += try system {
            bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + written, $0.count - written) }
        }
    }
}
