import ScriptDiff

/// Prints what changes in a script: as a patch, or for people.
struct DiffPrinter: Sendable {
    var isForPeople: Bool
    var colour: Bool
    private let currentFolder = try? resolved(FilePath("."))

    init(isForPeople: Bool, colour: Bool) {
        self.isForPeople = isForPeople
        self.colour = colour
    }

    func print(_ rewrite: Rewrite, of file: ScriptFile) -> [UInt8] {
        let path = label(of: file.location).bytes
        return isForPeople
            ? Array(TerminalRenderer(colour: colour).render(UnifiedDiff(rewrite, path: path, form: .text)).utf8)
            : UnifiedDiff(rewrite, path: path).patch
    }

    /// From the current folder, or from the root of the file system without its slash: a patch must not lead upwards.
    private func label(of location: FilePath) -> FilePath {
        currentFolder.flatMap { location.relative(to: $0) } ?? location.relative(to: FilePath("/")) ?? location
    }
}
