#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

#if canImport(Glibc)
/// Gives an open file the extended attributes of another, its access control list among them.
/// - Throws: The error where an access control list can't be set: who may read a script is not to change unnoticed.
func copyAttributes(from path: FilePath, to descriptor: Int32) throws(FileError) {
    guard let calls = AttributeCalls.system else { return }
    let length = path.withCString { calls.list($0, nil, 0) }
    // A file system without attributes has none to lose.
    if length <= 0 { return }
    var names = [CChar](repeating: 0, count: length)
    let filled = try system { path.withCString { calls.list($0, &names, length) } }
    for name in names[..<filled].split(separator: 0).map({ Array($0) + [0] }) {
        let size = path.withCString { calls.get($0, name, nil, 0) }
        if size < 0 { continue }
        var value = [UInt8](repeating: 0, count: size)
        guard path.withCString({ calls.get($0, name, &value, size) }) == size else { continue }
        // Security labels and the like the system sets by itself, and refuses to others.
        let isAccessList = name.starts(with: "system.".utf8.map(CChar.init))
        if calls.set(descriptor, name, value, size, 0) != 0 && isAccessList { throw .last }
    }
}

/// The calls for attributes, which Swift's Glibc module leaves out.
private struct AttributeCalls {
    var list: @convention(c) (UnsafePointer<CChar>, UnsafeMutablePointer<CChar>?, Int) -> Int
    var get: @convention(c) (UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafeMutableRawPointer?, Int) -> Int
    var set: @convention(c) (Int32, UnsafePointer<CChar>, UnsafeRawPointer, Int, Int32) -> Int32

    static let system: AttributeCalls? = {
        guard let list = dlsym(nil, "listxattr"), let get = dlsym(nil, "getxattr"), let set = dlsym(nil, "fsetxattr") else { return nil }
        return AttributeCalls(
            list: unsafeBitCast(list, to: (@convention(c) (UnsafePointer<CChar>, UnsafeMutablePointer<CChar>?, Int) -> Int).self),
            get: unsafeBitCast(get, to: (@convention(c) (UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafeMutableRawPointer?, Int) -> Int).self),
            set: unsafeBitCast(set, to: (@convention(c) (Int32, UnsafePointer<CChar>, UnsafeRawPointer, Int, Int32) -> Int32).self)
        )
    }()
}
#else
/// Gives an open file the extended attributes and the access control list of another.
func copyAttributes(from path: FilePath, to descriptor: Int32) throws(FileError) {
    let source = try system { path.withCString { open($0, O_RDONLY | O_CLOEXEC) } }
    defer { close(source) }
    try system { fcopyfile(source, descriptor, nil, copyfile_flags_t(COPYFILE_ACL | COPYFILE_XATTR)) }
}
#endif
