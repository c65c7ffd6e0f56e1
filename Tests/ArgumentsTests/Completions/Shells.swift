import Arguments
import Foundation
import TestSupport

/// What the Tab key gives in a shell that has read the completions of the mailer.
struct Shell {
    let name: String

    /// Files to complete, and the script.
    func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for file in ["letter.txt", "list.csv", "my folder/a b.txt", "it:1/x.TXT", "outbox/sent.csv"] { try folder.write(file, []) }
        try folder.write("script", Array(script.utf8))
        return folder
    }

    var script: String {
        guard case .show(let text) = mailer.parse(["completions", ArgumentText(name)]) else { return "" }
        return text
    }

    /// Whether the shell can read the script.
    func check() throws -> ProgramRun {
        let folder = try folder()
        return try ProgramRun([name, "-n", "script"], in: folder.url)
    }
}

/// bash at a terminal. What stands on the line after every completion was put in.
func bash(_ lines: [String]) throws -> [String] {
    let folder = try Shell(name: "bash").folder()
    let terminal = try PseudoTerminal(
        ["bash", "--norc", "--noprofile", "-i"], in: folder.url, environment: ["TERM": "dumb", "HISTFILE": "", "LC_ALL": "C.UTF-8"])
    terminal.type("source ./script\n")
    terminal.type(#"show() { printf '\n<%s>END\n' "$READLINE_LINE"; READLINE_LINE=; }"# + "\n")
    terminal.type(#"bind -x '"\C-x\C-p": show'; bind '"\C-x*": insert-completions'; bind 'set bell-style none'"# + "\n")
    terminal.type("echo RE''ADY\n")
    _ = try terminal.read(upTo: "READY\r\n")
    return try lines.map { line in
        terminal.type(line + "\u{18}*\u{18}\u{10}")
        let shown = try terminal.read(upTo: ">END")
        return shown.split(separator: "<").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? ""
    }
}

/// zsh at a terminal: what it lists below the line, a line each.
func zsh(_ lines: [String]) throws -> [[String]] {
    let folder = try Shell(name: "zsh").folder()
    let terminal = try PseudoTerminal(["zsh", "-f", "-i"], in: folder.url, environment: ["TERM": "dumb", "LC_ALL": "C.UTF-8"])
    terminal.type("PS1='% '; autoload -U compinit && compinit -u -D; source ./script; LISTMAX=0; setopt nobeep nopromptsp\n")
    terminal.type("zstyle ':completion:*' verbose yes; zstyle ':completion:*:descriptions' format '[%d]'\n")
    terminal.type("show() { print -r -- $'\\n'\"<$BUFFER>END\"; BUFFER= }; zle -N show\n")
    terminal.type("bindkey '^X^L' list-choices; bindkey '^X^P' show\n")
    terminal.type("echo RE''ADY\n")
    _ = try terminal.read(upTo: "READY\r\n")
    return try lines.map { line in
        terminal.type(line + "\u{18}\u{0C}\u{18}\u{10}")
        let shown = try terminal.read(upTo: ">END")
        let rows = shown.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        // The line itself stands above and below the list.
        return rows.filter { !$0.hasPrefix("%") && !$0.hasPrefix("<") && !$0.contains(line.trimmingCharacters(in: .whitespaces)) }
    }
}

/// What fish offers, a line each: the word and what it means.
func fish(_ lines: [String]) throws -> [[String]] {
    let folder = try Shell(name: "fish").folder()
    let questions = lines.map { "complete -C '\($0.replacing("\\", with: "\\\\"))'; echo END\n" }
    try folder.write("questions", Array(("source ./script\n" + questions.joined()).utf8))
    let environment = ["HOME": folder.url.path, "LC_ALL": "C.UTF-8"]
    let answers = try ProgramRun(["fish", "--no-config", "questions"], in: folder.url, environment: environment)
    let text = String(decoding: answers.out, as: UTF8.self) + answers.errors
    return text.split(separator: "END\n", omittingEmptySubsequences: false).dropLast().map { $0.split(separator: "\n").map(String.init) }
}
