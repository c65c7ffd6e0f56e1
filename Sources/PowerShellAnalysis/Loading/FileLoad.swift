import PowerShellSyntax

/// A place where a script takes in another file: what that file defines counts in the script from then on.
public struct FileLoad: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// `. file`: as if the file stood in the script.
        case dotSource
        /// `Import-Module`, `using module`, a part of a manifest: what the file exports.
        case module
    }

    public let kind: Kind
    /// Where the file may lie; nil where only a run tells.
    public let paths: [StaticPath]?
    /// Of the whole command.
    public let extent: Extent
    /// Counted from 1.
    public let line: Int
    /// What names the file, on one line and short.
    public let text: String
    /// What always runs after it, unless it comes before: the block that it stands in.
    let block: Extent
    /// Whether the block is the script's own, so that what its functions do comes after it.
    let isAtTop: Bool
    /// Why it may be another file than the one at the path, or none, as part of a sentence: `line 3 counts from …`; nil where
    /// there is no doubt.
    public let doubt: String?
    /// Whether nobody has to know if there is no such file: a module by its name, which may lie elsewhere.
    public let isByName: Bool
    /// Where each of the paths is a folder, which of its files are loaded; nil where they are files.
    public let source: FolderSource?
    /// `-Function`: what else there is, is not taken in.
    let functions: NamePatterns?
    /// `-Prefix`: stands before the noun of what is taken in.
    let prefix: String?
}

extension FileLoad {
    /// Whether what it brings in is there when a command runs, as far as the order of the text tells.
    func alwaysRuns(before command: Command) -> Bool {
        let isInFunction = command.node.enclosingFunction != nil
        if isAtTop && isInFunction { return true }
        return extent.end <= command.extent.start && block.contains(command.extent)
    }
}

/// Where a load stands in its script.
struct LoadPlace {
    /// What runs after it where it comes later: the innermost block around it, a `try` passed over.
    let block: Extent
    /// Whether it always runs, and the block is the script's own.
    let isAtTop: Bool
    /// Whether the block is the script's own.
    let isOfScript: Bool

    /// Whether the block is this one, of a loop or of a script block.
    func isDirectly(in body: Node) -> Bool {
        block == body.extent || body.children.contains { $0.kind == .namedBlock && $0.extent == block }
    }

    init(_ node: Node) {
        let script = node.tree.root.node
        var found = node.enclosingBlockStatement
        let isStatement =
            found.map { $0.statement.node == node || [.pipeline, .assignmentStatement].contains($0.statement.node.kind) } ?? true
        while let block = found?.block, let attempt = block.parent.flatMap(TryStatement.init), attempt.body.node == block {
            found = attempt.node.enclosingBlockStatement
        }
        isOfScript = found.map { $0.block.parent == script } ?? true
        block = isOfScript ? script.extent : found!.block.extent
        isAtTop = isOfScript && isStatement
    }
}

/// Names with `*` and `?`, in any case.
struct NamePatterns: Hashable, Sendable {
    let patterns: [String]

    func match(_ name: String) -> Bool { patterns.contains { wildcardMatch($0, name) } }
}
