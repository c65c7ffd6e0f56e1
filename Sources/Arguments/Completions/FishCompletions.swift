/// The completion script for fish 3.1 and newer.
struct FishCompletions {
    var program: Program

    var script: String {
        let name = "_" + program.functionName
        return """
            # Completions of \(program.name) for fish. Made by: \(program.name) completions fish

            \(Self.engine.replacing("PROGRAM", with: name))
            complete -c \(quoted(program.name)) -f
            \(line(when: name + "_names_no_command", "-k", "-a", list(program.declarations.map { ($0.name, $0.abstract) })))
            \(line(when: name + "_names_no_command", "-s", "h", "-l", "help", "-d", quoted("Show help")))
            \(line(when: name + "_names_no_command", "-s", "v", "-l", "version", "-d", quoted("Show the version")))
            \(program.declarations.flatMap(lines).joined(separator: "\n"))

            """
    }

    private func lines(_ command: CommandDeclaration) -> [String] {
        let name = "_" + program.functionName
        return command.completed.compactMap { argument in
            if argument.kind == .operand {
                let values = values(argument, required: false)
                if values.isEmpty { return nil }
                let valued = command.completed.filter { $0.kind == .option }.map { pattern(awaiting: $0, of: command) }
                let condition =
                    argument.isRepeatable
                    ? "\(name)_is \(command.name)"
                    : "\(name)_awaits \(command.name) \(quoted(valued.joined(separator: "|")))"
                return line(when: condition, values)
            }
            let given = argument.isRepeatable ? "" : " " + quoted(pattern(giving: argument, of: command))
            let awaited = argument.isRepeatable || argument.kind == .flag ? "" : " " + quoted(pattern(awaiting: argument, of: command))
            let letter = argument.short.map { ["-s", String($0)] } ?? []
            return line(
                when: "\(name)_is \(command.name)\(given)\(awaited)",
                (letter + ["-l", argument.name, "-d", quoted(argument.help.summary)]).joined(separator: " "),
                argument.kind == .option ? values(argument, required: true) : "")
        }
    }

    private func line(when condition: String, _ words: String...) -> String {
        (["complete", "-c", quoted(program.name), "-n", quoted(condition)] + words.filter { !$0.isEmpty }).joined(separator: " ")
    }

    /// What completes the value.
    private func values(_ argument: Declaration, required: Bool) -> String {
        let name = "_" + program.functionName
        let requirement = required ? "-x " : ""
        if !argument.choices.isEmpty { return requirement + "-k -a " + list(argument.choices.map { ($0.name, $0.help) }) }
        switch argument.completion {
        case .none: return required ? "-x" : ""
        case .folders: return requirement + "-a " + quoted("(\(name)_files /)")
        case .files(let endings):
            return endings.isEmpty
                ? (required ? "-r -F" : "-F") : requirement + "-k -a " + quoted("(\(name)_files \(endings.joined(separator: " ")))")
        }
    }

    /// What a word looks like that gives the argument: `--target(=.*)?|-[q]*t.*`
    private func pattern(giving argument: Declaration, of command: CommandDeclaration) -> String {
        let long = "--" + argument.name + (argument.kind == .flag ? "" : "(=.*)?")
        return long + (argument.short.map { "|-\(letters(of: command))\($0).*" } ?? "")
    }

    /// What a word looks like after which the argument's value stands.
    private func pattern(awaiting argument: Declaration, of command: CommandDeclaration) -> String {
        "--" + argument.name + (argument.short.map { "|-\(letters(of: command))\($0)" } ?? "")
    }

    /// The letters of flags, which may stand before the letter of another option in the same word.
    private func letters(of command: CommandDeclaration) -> String {
        "[" + command.completed.filter { $0.kind == .flag }.compactMap { $0.short.map(String.init) }.joined() + "]*"
    }

    /// Words and what they mean, as `complete -a` reads them.
    private func list(_ words: [(name: String, meaning: String)]) -> String {
        quoted(words.map { $0.meaning.isEmpty ? $0.name : $0.name + "\\t" + quoted($0.meaning.summary) }.joined(separator: " "))
    }

    /// As one word of fish that means nothing else.
    private func quoted(_ text: String) -> String {
        "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }

    /// What is the same for every program. `PROGRAM` stands for what its functions begin with.
    private static let engine = #"""
        # Whether no command stands before the cursor.
        function PROGRAM_names_no_command
            test (count (commandline -opc)) -eq 1
        end

        # Whether the command stands before the cursor, and no word that matches the first pattern. A last word that matches the
        # second does not count: its value is what is being typed.
        function PROGRAM_is -a command given awaited
            set -l words (commandline -opc)
            test "$words[2]" = "$command"; or return 1
            test -z "$given"; and return 0
            test -n "$awaited"; and string match -rq -- "^($awaited)\$" $words[-1]; and set -e words[-1]
            not string match -rq -- "^($given)\$" $words
        end

        # Whether the command stands before the cursor and no operand. The pattern is of options whose value is the next word.
        function PROGRAM_awaits -a command valued
            set -l words (commandline -opc)
            test "$words[2]" = "$command"; or return 1
            set -l past no
            set -l value no
            for word in $words[3..]
                if test $value = yes
                    set value no
                else if test $past = no -a "$word" = --
                    set past yes
                else if test $past = no; and string match -rq -- '^-.' $word
                    string match -rq -- "^($valued)\$" $word; and set value yes
                else
                    return 1
                end
            end
            test $value = no
        end

        # Lists folders, and files that end with one of the words; every file where none does.
        function PROGRAM_files
            set -l word (string replace -r -- '^--[^=]*=' '' (commandline -ct))
            # What is no command is completed with files.
            set -l names (complete -C "PROGRAM_no_command $word")
            set -l endings (string escape --style=regex -- $argv / | string join '|')
            set -l fitting (string match -ri -- "^.*(?:$endings)\$" $names)
            set -q fitting[1]; or set fitting $names
            test (count $fitting) -eq 0; or printf '%s\n' $fitting
        end
        """#
}
