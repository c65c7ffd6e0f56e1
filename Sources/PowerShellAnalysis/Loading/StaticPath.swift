/// A path as far as a script tells it: where it begins and the names that follow.
public struct StaticPath: Hashable, Sendable {
    public enum Start: Hashable, Sendable {
        /// The folder of the file that names the path.
        case scriptFolder
        /// The folder that is current when the script runs, which nothing in it tells.
        case currentFolder
        /// A drive, a server or a folder of the environment: `C:`, `\\server`, `$env:ProgramFiles`; empty for the root of the file
        /// system.
        case root(String)
    }

    public let start: Start
    /// Without `.`; `..` only at the front, where it leads out of a folder that is not known here.
    public let names: [String]

    public init(_ start: Start, _ names: [String] = []) {
        self.start = start
        self.names = names.reduce(into: []) { names, name in
            switch name {
            case "", ".": break
            case ".." where !names.isEmpty && names.last != "..": names.removeLast()
            // There is nothing above a root.
            case "..": if !start.isRoot { names.append(name) }
            default: names.append(name)
            }
        }
    }

    /// What a path means that counts from nowhere else. Nil for the paths of other providers and of home folders.
    public init?(written text: String) {
        let names = text.split(whereSeparator: isSeparator).map(String.init)
        if text.hasPrefix("\\\\") || text.hasPrefix("//") {
            guard let server = names.first else { return nil }
            self.init(.root("\\\\" + server), Array(names.dropFirst()))
        } else if text.first.map(isSeparator) == true {
            self.init(.root(""), names)
        } else if let first = names.first, first.contains(":") {
            guard first.count == 2, first.last == ":", first.first?.isLetter == true else { return nil }
            self.init(.root(first.uppercased()), Array(names.dropFirst()))
        } else {
            if names.isEmpty || names.first == "~" { return nil }
            self.init(.currentFolder, names)
        }
    }

    public func appending(_ text: String) -> StaticPath {
        StaticPath(start, names + text.split(whereSeparator: isSeparator).map(String.init))
    }

    public var parent: StaticPath { appending("..") }

    /// Whether PowerShell takes a text for a path and not for the name of a command or a module: `.\a.ps1`, `C:\a.ps1`.
    /// Source: `IsRooted` in ModuleIntrinsics.cs of the PowerShell repository.
    static func isRooted(_ text: String) -> Bool {
        let start = text.split(separator: "\\", maxSplits: 1, omittingEmptySubsequences: false)[0]
            .split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)[0]
        return text.first.map(isSeparator) == true || start.contains(":") || [".", "..", "~"].contains(start)
    }
}

extension StaticPath.Start {
    fileprivate var isRoot: Bool { if case .root = self { true } else { false } }
}

/// On Windows both are.
func isSeparator(_ character: Character) -> Bool { character == "\\" || character == "/" }
