import Synchronization

/// What is in folders, by names in any case: scripts were written where `Mail.psm1` and `mail.PSM1` are the same file.
///
/// Each folder is read once. A class, as the threads of a run share it.
final class FolderNames: Sendable {
    private struct Names: Sendable {
        var all: Set<[UInt8]>
        /// By the name in lower case.
        var byLowered: [String: [UInt8]]
    }

    /// Nil for a folder that can't be read.
    private let folders = Mutex<[FilePath: Names?]>([:])

    /// Where something lies in a folder; nil where there is nothing of that name.
    func location(of name: String, in folder: FilePath) -> FilePath? {
        guard let names = names(in: folder) else {
            // A folder may be passed through without being read.
            let path = folder.appending(name)
            return (try? FileStatus(of: path)) == nil ? nil : path
        }
        let exact = Array(name.utf8)
        if names.all.contains(exact) { return folder.appending(exact) }
        return names.byLowered[name.lowercased()].map(folder.appending)
    }

    /// The names in a folder that are versions, the highest first.
    func versions(in folder: FilePath) -> [String] {
        let found = names(in: folder)?.byLowered.keys.compactMap { name -> (name: String, numbers: [Int])? in
            let numbers = name.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
            return numbers.count > 1 && !numbers.contains(nil) ? (name, numbers.compactMap(\.self)) : nil
        }
        return (found ?? []).sorted { $1.numbers.lexicographicallyPrecedes($0.numbers) }.map(\.name)
    }

    private func names(in folder: FilePath) -> Names? {
        if let known = folders.withLock({ $0[folder] }) { return known }
        let entries = try? entries(of: folder)
        let names = entries.map { entries in
            Names(
                all: Set(entries.map(\.name)),
                // Of two that differ in case alone, the same one always.
                byLowered: Dictionary(
                    entries.map { (String(decoding: $0.name, as: UTF8.self).lowercased(), $0.name) },
                    uniquingKeysWith: { $0.lexicographicallyPrecedes($1) ? $0 : $1 }))
        }
        folders.withLock { $0[folder] = .some(names) }
        return names
    }
}
