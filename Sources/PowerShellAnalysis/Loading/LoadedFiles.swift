import PowerShellSyntax

/// What the files define that a script loads, and which of them could not be looked at.
///
/// Made before the script is analysed, from files that were read by then: nothing here reads any.
public struct LoadedFiles: Sendable {
    /// What a load comes to.
    public enum Found: Sendable {
        /// - Parameters:
        ///   - id: The same for the same file, wherever it is loaded from.
        ///   - name: As it is shown.
        case file(id: String, name: String, LoadableFile)
        /// - Parameter reason: Part of a sentence.
        case unreadable(name: String, reason: String)
        /// Nobody has to look at it: a library, a module that is installed, a part of a Microsoft product.
        case nothing
    }

    /// A file that may define a command of the script, and nobody can say whether it does.
    public struct Unread: Hashable, Sendable {
        /// Of the script's own load, counted from 1.
        public let line: Int
        /// Of the same.
        let load: Extent
        /// The file, or what the script says in its place.
        public let name: String
        /// Part of a sentence behind the name: `which can't be read: there is no such file`.
        public let reason: String
    }

    /// A file in the way in which its definitions reach the script.
    struct Member: Sendable {
        let file: LoadableFile
        let name: String
        /// By which load of the script.
        let load: FileLoad
        /// The modules around its definitions, from the script inwards.
        let modules: [Import]
        /// Why it may not be loaded, whatever the script does; nil where it is.
        let doubt: String?
    }

    /// A module that a definition passes through.
    struct Import: Sendable {
        let load: FileLoad
        let exports: ModuleExports
    }

    private(set) var members: [Member] = []
    public private(set) var unread: [Unread] = []
    /// Loads of the script that lead to scripts which nobody looked at, though they need no word.
    private(set) var passedOver: Set<Extent> = []

    /// None.
    public init() {}

    /// - Parameters:
    ///   - loads: Of the script.
    ///   - find: What a load of a file comes to. The file is the one that loads it by its id; nil for the script.
    public init(_ loads: [FileLoad], _ find: (FileLoad, StaticPath, _ from: String?) -> [Found]) {
        var pending: [Step] = loads.reversed().map { Step(load: $0, origin: nil, top: $0, modules: [], doubt: nil) }
        var seen: Set<Visit> = []
        while let step = pending.popLast(), members.count < Self.limit {
            guard let paths = step.load.paths else {
                add(
                    Unread(
                        line: step.top.line, load: step.top.extent, name: step.unknownName,
                        reason: "and only a run tells which file that is")
                )
                continue
            }
            for found in paths.flatMap({ find(step.load, $0, step.origin) }) {
                switch found {
                case .nothing: if step.load.kind == .dotSource { passedOver.insert(step.top.extent) }
                case .unreadable(let name, let reason):
                    add(Unread(line: step.top.line, load: step.top.extent, name: name, reason: "which can't be read: \(reason)"))
                case .file(let id, let name, let file):
                    guard seen.insert(Visit(id: id, load: step.top, isModule: step.load.kind == .module)).inserted else { continue }
                    pending += add(file, name, id: id, by: step)
                }
            }
        }
        passedOver.formUnion(pending.map(\.top.extent))
    }

    /// - Returns: What the file loads itself.
    private mutating func add(_ file: LoadableFile, _ name: String, id: String, by step: Step) -> [Step] {
        if let error = file.error {
            add(Unread(line: step.top.line, load: step.top.extent, name: name, reason: "which can't be parsed (line \(error.line))"))
            return []
        }
        let modules = step.modules + (step.load.kind == .module ? [Import(load: step.load, exports: file.exports)] : [])
        let doubt = step.doubt ?? step.load.doubt.map { "line \(step.load.line)\(step.name.map { " of \($0)" } ?? "") \($0)" }
        members.append(Member(file: file, name: name, load: step.top, modules: modules, doubt: doubt))
        func steps(_ loads: [FileLoad], _ modules: [Import]) -> [Step] {
            loads.reversed().map { load in
                Step(
                    load: load, origin: id, top: step.top, modules: modules,
                    doubt: doubt ?? (load.isAtTop ? nil : "line \(load.line) of \(name) loads it in some runs only"), name: name)
            }
        }
        return steps(file.loads, modules) + steps(file.processed, step.modules)
    }

    /// More files than any script loads: a net below loads that never end.
    private static let limit = 1000

    private mutating func add(_ file: Unread) {
        if !unread.contains(where: { $0.name == file.name && $0.load == file.load }) { unread.append(file) }
    }

    /// A load that is still to be followed.
    private struct Step {
        let load: FileLoad
        let origin: String?
        let top: FileLoad
        let modules: [Import]
        let doubt: String?
        /// Of the file that it stands in; nil for the script.
        var name: String?

        /// What stands for the file where only a run tells which it is.
        var unknownName: String { name.map { "\(load.text) of \($0)" } ?? load.text }
    }

    private struct Visit: Hashable {
        let id: String
        let load: FileLoad
        let isModule: Bool
    }
}
