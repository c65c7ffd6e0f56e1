/// The completion script for bash 3.2 and newer. It needs nothing of the package bash-completion, which only finds it.
struct BashCompletions {
    var program: Program

    var script: String {
        let name = program.functionName
        return """
            # Completions of \(program.name) for bash. Made by: \(program.name) completions bash

            # What a command takes, a word each: its names, whether it may be given again, and what completes its value.
            \(name)_arguments() {
                case $1 in
            \(program.declarations.map(takes).joined(separator: "\n").indented(by: 4))
                esac
            }

            \(Self.engine.replacing("PROGRAM", with: name).replacing("COMMANDS", with: names.joined(separator: " ")))
            complete -F \(name) \(program.name.singleQuoted)

            """
    }

    /// `diff)` and what the command takes.
    private func takes(_ command: CommandDeclaration) -> String {
        let entries = command.completed.map { argument in
            let names = argument.kind == .operand ? "operand" : argument.names.joined(separator: " ")
            return "'\(names);\(argument.isRepeatable ? "again" : "once");\(argument.bashCompletion)'"
        }
        return "\(command.name))\n    arguments=(\n\(entries.joined(separator: "\n").indented(by: 8))\n    ) ;;"
    }

    private var names: [String] { program.declarations.map(\.name) }
}

extension Declaration {
    /// What completes the value: `flag` where there is none.
    fileprivate var bashCompletion: String {
        if kind == .flag { return "flag" }
        if !choices.isEmpty { return "words " + choices.map(\.name).joined(separator: " ") }
        switch completion {
        case .none: return "nothing"
        case .folders: return "folders"
        case .files(let endings): return endings.isEmpty ? "files" : "files " + endings.joined(separator: " ")
        }
    }
}
