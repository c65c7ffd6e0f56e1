/// A shell that completes command lines, and how it is taught those of a program.
enum CompletionShell: String, ArgumentChoice {
    case bash, zsh, fish

    /// Where the script goes so that the shell finds it by itself.
    var help: String {
        switch self {
        case .bash: "For ~/.local/share/bash-completion/completions; needs the package bash-completion."
        case .zsh: "For a folder of $fpath, with an underscore before the name of the file."
        case .fish: "For ~/.config/fish/completions, with .fish behind the name of the file."
        }
    }

    /// The script that the shell is to read.
    func script(for program: Program) -> String {
        switch self {
        case .bash: BashCompletions(program: program).script
        case .zsh: ZshCompletions(program: program).script
        case .fish: FishCompletions(program: program).script
        }
    }
}

extension Program {
    /// What the names of shell functions begin with.
    var functionName: String { "_" + name.asFunctionName }
}

extension Declaration {
    /// `-q` and `--quiet`; empty for an operand.
    var names: [String] { kind == .operand ? [] : (short.map { ["-\($0)"] } ?? []) + ["--" + name] }
}

extension String {
    /// The first sentence without its full stop.
    var summary: String {
        let sentence = firstRange(of: ". ").map { self[..<$0.lowerBound] } ?? self[...]
        return String(sentence.hasSuffix(".") ? sentence.dropLast() : sentence)
    }

    /// With nothing but what names of functions and variables may hold.
    var asFunctionName: String { String(map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }) }

    /// As one word of bash and zsh that means nothing else.
    var singleQuoted: String { "'" + replacing("'", with: #"'\''"#) + "'" }

    /// Every line that is not empty, moved to the right.
    func indented(by count: Int) -> String {
        let blank = String(repeating: " ", count: count)
        return split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : blank + $0 }.joined(separator: "\n")
    }
}
