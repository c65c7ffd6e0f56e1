#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What a file has besides its bytes and its owner.
struct FileStamps: Hashable, Sendable {
    /// The permission bits.
    var mode: mode_t
    /// Of the last change of the content, since 1970.
    var modifiedSeconds: Int
    var modifiedNanoseconds: Int

    init(mode: mode_t, modifiedSeconds: Int, modifiedNanoseconds: Int) {
        self.mode = mode
        self.modifiedSeconds = modifiedSeconds
        self.modifiedNanoseconds = modifiedNanoseconds
    }

    init(_ status: FileStatus) {
        self.init(mode: status.mode, modifiedSeconds: status.modifiedSeconds, modifiedNanoseconds: status.modifiedNanoseconds)
    }

    /// Gives an open file the time.
    func setTime(of descriptor: Int32) throws(FileError) {
        let modified = timespec(tv_sec: modifiedSeconds, tv_nsec: modifiedNanoseconds)
        try system { futimens(descriptor, [modified, modified]) }
    }
}
