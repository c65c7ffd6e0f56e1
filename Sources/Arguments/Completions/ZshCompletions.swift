/// The completion script for zsh: one `_arguments` for each command.
struct ZshCompletions {
    var program: Program

    var script: String {
        let name = program.functionName
        return """
            #compdef \(program.name)
            # Completions of \(program.name) for zsh. Made by: \(program.name) completions zsh

            \(name)() {
                local curcontext=$curcontext context state state_descr line ret=1
                local -A opt_args
                local -a commands
                _arguments -C \\
                    '(- : *)'{-h,--help}'[Show help]' \\
                    '(- : *)'{-v,--version}'[Show the version]' \\
                    '1:command:->command' \\
                    '*::argument:->argument' && ret=0
                case $state in
                command)
            \(groups.indented(by: 8))
                    ;;
                argument)
                    curcontext="${curcontext%:*:*}:\(program.name)-$words[1]:"
                    case $words[1] in
            \(program.declarations.map(arguments).joined(separator: "\n").indented(by: 8))
                    esac
                    ;;
                esac
                return ret
            }

            # Read by compinit it is run, sourced it says what it completes.
            if [[ $funcstack[1] == \(name) ]]; then
                \(name) "$@"
            else
                compdef \(name) \(program.name.singleQuoted)
            fi

            """
    }

    /// The commands under the headings of help.
    private var groups: String {
        program.declaredGroups.enumerated().map { number, group in
            let commands = group.commands.map { described($0.name, $0.abstract) }
            return """
                commands=(
                \(commands.joined(separator: "\n").indented(by: 4))
                )
                _describe -V -t commands-\(number + 1) \(group.title.singleQuoted) commands && ret=0
                """
        }.joined(separator: "\n")
    }

    /// `diff)` and what the command takes.
    private func arguments(_ command: CommandDeclaration) -> String {
        let specifications = command.completed.map { specification($0).indented(by: 8) }.joined(separator: " \\\n")
        return """
            \(command.name))
            \(command.completed.map(choices).joined())    _arguments -s -S : \\
            \(specifications) && ret=0
                ;;
            """
    }

    /// An array of the values of an argument; empty where they can't be listed.
    private func choices(of argument: Declaration) -> String {
        if argument.choices.isEmpty { return "" }
        let choices = argument.choices.map { "        \(described($0.name, $0.help))\n" }
        return "    local -a \(variable(for: argument))=(\n\(choices.joined())    )\n"
    }

    private func variable(for argument: Declaration) -> String { "values_of_" + argument.name.asFunctionName }

    private func specification(_ argument: Declaration) -> String {
        let value = ":\(escaped(argument.valueName, [":"])):\(action(argument))"
        if argument.kind == .operand { return ((argument.isRepeatable ? "*" : "1") + value).singleQuoted }

        let explanation = "[\(escaped(argument.help.summary, [":", "[", "]"]))]" + (argument.kind == .flag ? "" : value)
        let takesValue = argument.kind == .option
        let forms = argument.names.map { name in takesValue ? name + (name.hasPrefix("--") ? "=" : "+") : name }
        // An option that was given is offered no more by itself; of two names, neither.
        let given = argument.isRepeatable ? "*" : argument.names.count == 1 ? "" : "(\(argument.names.joined(separator: " ")))"
        if forms.count == 1 { return (given + forms[0] + explanation).singleQuoted }
        return "\(given.singleQuoted){\(forms.joined(separator: ","))}\(explanation.singleQuoted)"
    }

    /// What completes the value.
    private func action(_ argument: Declaration) -> String {
        if !argument.choices.isEmpty { return "{_describe -V \(argument.valueName.singleQuoted) \(variable(for: argument))}" }
        switch argument.completion {
        case .none: return ""
        case .folders: return "_files -/"
        case .files(let endings):
            return endings.isEmpty ? "_files" : "_files -g \("(#i)*(\(endings.joined(separator: "|")))(-.)".singleQuoted)"
        }
    }

    /// A word and what it means, as `_describe` reads them.
    private func described(_ name: String, _ meaning: String) -> String {
        let name = name.replacing("\\", with: "\\\\").replacing(":", with: "\\:")
        return (meaning.isEmpty ? name : "\(name):\(meaning.summary)").singleQuoted
    }

    /// Text within a specification of `_arguments`, where some characters would end it.
    private func escaped(_ text: String, _ ends: [String]) -> String {
        (["\\"] + ends).reduce(text) { $0.replacing($1, with: "\\" + $1) }
    }
}
