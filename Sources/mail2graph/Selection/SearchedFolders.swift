/// All folders that were searched: a link is followed to what lies in them, and no further.
struct SearchedFolders: Sendable {
    private let folders: [FilePath]
    private let leftOut: Set<FilePath>

    /// - Parameters:
    ///   - folders: Without links.
    ///   - leftOut: The files and folders in them that are not wanted.
    init(_ folders: [FilePath], leftOut: Set<FilePath>) {
        self.folders = folders
        self.leftOut = leftOut
    }

    /// What is at the end of a link.
    enum Target {
        case script(ScriptFile)
        case problem(Problem)
        /// Nothing that was looked for.
        case nothing
    }

    func follow(_ link: ScriptFile) -> Target {
        do throws(FileError) {
            let location = try resolved(link.location)
            let kind = try FileStatus(of: location).kind
            let isInside = folders.contains { location == $0 || location.relative(to: $0) != nil }
            switch kind {
            case .folder where !isInside, .file where link.hasScriptName && !isInside:
                return .problem(
                    Problem(.note, link.path, "is a link out of the folder and not followed", advice: "name \(location) to have it read"))
            case .file where link.hasScriptName && !isLeftOut(location):
                return .script(ScriptFile(path: link.path, location: location, isNamed: false))
            case .other where link.hasScriptName:
                throw .notAFile
            default: return .nothing
            }
        } catch {
            if !link.hasScriptName { return .nothing }
            return .problem(
                error == .noSuchFile
                    ? Problem(.incomplete, link.path, "is a link to a file that is not there", advice: "remove or mend the link")
                    : Problem(.incomplete, link.path, doing: "can't be read", error))
        }
    }

    private func isLeftOut(_ location: FilePath) -> Bool {
        var path = location
        while !leftOut.contains(path) {
            if path == path.parent { return false }
            path = path.parent
        }
        return true
    }
}
