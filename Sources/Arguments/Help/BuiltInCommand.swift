/// A command of every program: it answers with text about the program.
struct BuiltInCommand: Sendable {
    var declaration: CommandDeclaration
    /// - Returns: What goes to standard output.
    var answer: @Sendable (ParsedArguments, HelpPage) -> String
}

extension Program {
    var builtInCommands: [BuiltInCommand] { [helpCommand, completionsCommand, manualCommand] }

    private var helpCommand: BuiltInCommand {
        let topic = topicArgument
        return BuiltInCommand(
            declaration: CommandDeclaration(
                name: "help", abstract: "Explains a command or a topic.", arguments: [topic],
                examples: [.init("help \(commands.first?.declaration.name ?? "help")", "Is the same as --help after that command.")])
        ) { arguments, page in
            guard let name = arguments[topic] else { return page.text(for: self) }
            if let topic = topics.first(where: { $0.name == name }) { return page.text(for: topic) }
            return declarations.first { $0.name == name }.map(page.text(for:)) ?? page.text(for: self)
        }
    }

    /// Takes the name of a command or a topic.
    private var topicArgument: Argument<String?> {
        let others = commands.map { $0.declaration } + [completionsCommand.declaration, manualCommand.declaration]
        let choices =
            others.map { Declaration.Choice($0.name, help: $0.abstract) }
            + topics.map { Declaration.Choice($0.name, help: $0.abstract) }
        let declaration = Declaration(operand: "TOPIC", choices: choices, completion: .none, help: "A command or a topic.")
        return Argument(declaration: declaration) { given throws(UnfitValue) in
            guard let word = given.last else { return nil }
            guard choices.contains(where: { $0.name == word.string }) else { throw UnfitValue(value: word) }
            return word.string
        }
    }

    private var completionsCommand: BuiltInCommand {
        let shell = Argument<CompletionShell>.operand("SHELL", help: "The shell that is to complete command lines.")
        return BuiltInCommand(
            declaration: CommandDeclaration(
                name: "completions",
                abstract: "Prints what teaches a shell to complete command lines.",
                discussion: """
                    Packages and make install bring the files to where the shells look. To do it by hand, for yourself alone:

                    bash, with the package bash-completion:

                        mkdir -p ~/.local/share/bash-completion/completions
                        \(name) completions bash > ~/.local/share/bash-completion/completions/\(name)

                    zsh, with these two lines in ~/.zshrc: fpath=(~/.zfunc $fpath) and autoload -U compinit && compinit

                        mkdir -p ~/.zfunc
                        \(name) completions zsh > ~/.zfunc/_\(name)

                    fish:

                        \(name) completions fish > ~/.config/fish/completions/\(name).fish

                    Begin a new shell then, type \(name) and a blank, and press the Tab key. After an update of \(name), do it again.
                    """,
                arguments: [shell],
                examples: [
                    .init("completions bash > \(name).bash", "Makes the script for bash; it can be read with: source \(name).bash")
                ])
        ) { arguments, _ in arguments[shell].script(for: self) }
    }

    private var manualCommand: BuiltInCommand {
        BuiltInCommand(
            declaration: CommandDeclaration(
                name: "manual",
                abstract: "Prints the man page.",
                discussion: """
                    It says what help says of every command and topic, in the form that man reads. make install brings it to where man \
                    finds it.
                    """,
                arguments: [],
                examples: [
                    .init("manual > \(name).1 && man ./\(name).1", "Shows the page.")
                ])
        ) { _, _ in ManualPage(program: self).text }
    }
}
