/// What was done to put a file back.
enum Restoration: Hashable, Sendable {
    /// It has its old bytes, time and permissions again.
    case restored
    /// It has its old bytes already: the run was cut short before it, or somebody put it back.
    case wasOld
}

/// Why a file could not be put back.
enum RestorationError: Error, Hashable, Sendable {
    case vanished
    /// There is a link, a folder or something else now.
    case replaced(FileStatus.Kind)
    /// It is neither as it was nor what the run made of it.
    case edited(digest: String)
    case backupUnreadable(FileError)
    /// The old version is no longer what was kept.
    case backupDamaged
    case unwritable(FileError)
}

/// Puts a file back to what it was before the run, whole or not at all, if it still is what the run made of it.
func restore(_ file: KeptFile) throws(RestorationError) -> Restoration {
    let current = try content(of: file.path)
    let digest = SHA256(current.bytes).description
    if digest == file.before { return .wasOld }
    if digest != file.after { throw .edited(digest: digest) }

    let old: [UInt8]
    do throws(FileError) {
        old = try FileContent(of: file.backup).bytes
    } catch {
        throw .backupUnreadable(error)
    }
    if SHA256(old).description != file.before { throw .backupDamaged }
    do throws(FileError) {
        try FileReplacement(of: file.path, read: current, with: old, stamps: file.stamps).commit(read: current)
    } catch {
        throw .unwritable(error)
    }
    return .restored
}

private func content(of path: FilePath) throws(RestorationError) -> FileContent {
    let kind: FileStatus.Kind
    let content: FileContent?
    do throws(FileError) {
        kind = try FileStatus(of: path, followingLinks: false).kind
        content = kind == .file ? try FileContent(of: path) : nil
    } catch {
        throw error == .noSuchFile ? .vanished : .unwritable(error)
    }
    // The run changed the file itself; where a link leads now is another one.
    guard let content else { throw .replaced(kind) }
    return content
}
