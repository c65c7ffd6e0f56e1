import Foundation

/// Where git keeps the patterns of a repository that stand in no `.gitignore`: the person's own, and those of this copy of it.
///
/// Git is asked, as only it knows what its settings come to; where it can't be, it is taken to have none.
/// Source: gitignore(5), git-config(1).
struct GitExcludes: Sendable {
    /// The weaker before the stronger. They need not be there.
    let files: [FilePath]

    /// - Parameter repository: The folder with `.git` in it, without links.
    init(of repository: FilePath) {
        // In a worktree or a submodule .git is a file, and what it leads to lies elsewhere.
        let own = answer(of: repository, ["rev-parse", "--git-path", "info/exclude"]) ?? FilePath(".git/info/exclude")
        let personal = answer(of: repository, ["config", "--type=path", "--get", "core.excludesFile"]) ?? Self.defaultFile
        files = [personal, own].compactMap(\.self).map { $0.isAbsolute ? $0 : repository.appending($0.bytes) }
    }

    /// Where git looks for a person's patterns if its settings do not say.
    private static var defaultFile: FilePath? {
        let environment = ProcessInfo.processInfo.environment
        if let folder = environment["XDG_CONFIG_HOME"], !folder.isEmpty { return FilePath(folder).appending("git/ignore") }
        return environment["HOME"].map { FilePath($0).appending(".config/git/ignore") }
    }
}

/// What git answers in a repository, without its line end; nil where it can't be asked or has no answer.
private func answer(of repository: FilePath, _ arguments: [String]) -> FilePath? {
    guard let folder = String(validating: repository.bytes, as: UTF8.self) else { return nil }
    let git = Process()
    git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    git.arguments = ["git", "-C", folder] + arguments
    git.standardInput = FileHandle.nullDevice
    git.standardError = FileHandle.nullDevice
    let pipe = Pipe()
    git.standardOutput = pipe
    guard (try? git.run()) != nil else { return nil }
    let answer = Array(pipe.fileHandleForReading.readDataToEndOfFile())
    git.waitUntilExit()
    guard git.terminationStatus == 0, answer.last == UInt8(ascii: "\n") else { return nil }
    return FilePath(bytes: answer.dropLast())
}
