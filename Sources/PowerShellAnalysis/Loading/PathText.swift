import PowerShellSyntax

/// A text that may begin with a folder that only stands fast when the script runs: what `"$PSScriptRoot\a.ps1"` comes to.
struct PathText: Hashable {
    enum Anchor: Hashable {
        case scriptFolder, currentFolder
        /// The file itself, `$PSCommandPath`.
        case script
        /// A folder that an environment variable names.
        case environment(String)
    }

    /// Nil where the text is all there is.
    var anchor: Anchor?
    var text: String
    /// Whether it may be another one: the default of a parameter.
    var isGuess = false

    /// Nil where the text is no path of the file system.
    var path: StaticPath? {
        switch anchor {
        case nil: StaticPath(written: text)
        case .scriptFolder: StaticPath(.scriptFolder).appending(text)
        case .currentFolder: StaticPath(.currentFolder).appending(text)
        case .environment(let name): StaticPath(.root("$env:" + name)).appending(text)
        case .script:
            // Nothing lies in a file: only what leads out of it is of use.
            StaticPath(.scriptFolder, ["?"]).appending(text).names.first == "?" ? nil : StaticPath(.scriptFolder, ["?"]).appending(text)
        }
    }

    func joined(_ other: PathText, by separator: String = "") -> PathText? {
        guard other.anchor == nil else { return anchor == nil && text.isEmpty ? other : nil }
        return PathText(anchor: anchor, text: text + separator + other.text, isGuess: isGuess || other.isGuess)
    }

    var parent: PathText {
        if anchor == .script && text.isEmpty { return PathText(anchor: .scriptFolder, text: "", isGuess: isGuess) }
        if anchor != nil { return PathText(anchor: anchor, text: text + "/..", isGuess: isGuess) }
        let names = text.split(omittingEmptySubsequences: false, whereSeparator: isSeparator)
        return PathText(anchor: nil, text: names.dropLast().joined(separator: "/"), isGuess: isGuess)
    }
}
