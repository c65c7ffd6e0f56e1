/// Which scripts are meant.
struct ScriptSelection: Sendable {
    /// Scripts, folders, and patterns of them.
    var paths: [FilePath]
    /// Files that name more scripts and folders; `-` is standard input.
    var lists: [FilePath] = []
    /// What is left out of folders; a file that is named is taken all the same.
    var excludes: [Exclude] = []
    /// Whether what git ignores is left out too.
    var respectsGitignore = false
    /// The share to take; nil for all of it.
    var shard: Shard?
}
