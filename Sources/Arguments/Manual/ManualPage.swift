/// The man page of a program, in the macros of mdoc, which mandoc and groff read.
struct ManualPage {
    var program: Program

    var text: String {
        let page: [Mdoc] = [
            .macro("Dd", [program.manual.date]), .macro("Dt", [program.name.uppercased(), "1"]), .macro("Os", []),
            .section("NAME"), .macro("Nm", [program.name]),
            .macro("Nd", [program.abstract.prefix(1).lowercased() + program.abstract.summary.dropFirst()]),
        ]
        return (page + synopsis + description + commands + topics + lists + exitStatus + examples + seeAlso).map(\.line).joined(
            separator: "\n") + "\n"
    }

    private var synopsis: [Mdoc] {
        var lines = [Mdoc.section("SYNOPSIS")]
        for command in program.declarations {
            lines += [.macro("Nm", []), .macro("Cm", [command.name])]
            if command.declarations.contains(where: { $0.kind != .operand }) { lines.append(.macro("Op", ["Ar", "options"], calls: true)) }
            if let operand = command.operand { lines.append(operand.manualSynopsis) }
        }
        return lines
    }

    private var description: [Mdoc] { [.section("DESCRIPTION")] + Mdoc.paragraphs(program.discussion) }

    private var commands: [Mdoc] { [.section("COMMANDS")] + program.declarations.flatMap(explanation) }

    private func explanation(of command: CommandDeclaration) -> [Mdoc] {
        var lines = [Mdoc.subsection("\(program.name) \(command.name)")] + Mdoc.paragraphs(command.abstract)
        if !command.discussion.isEmpty { lines += [Mdoc.macro("Pp", [])] + Mdoc.paragraphs(command.discussion) }
        for section in command.sections {
            if !["Arguments", "Options"].contains(section.title) { lines += [Mdoc.macro("Pp", []), Mdoc.text(section.title + ":")] }
            lines += Mdoc.list(section.arguments.map { ($0.manualTerm, $0.manualText) })
        }
        return lines
    }

    private var topics: [Mdoc] {
        program.topics.flatMap { topic in
            let title = Mdoc.section(topic.name.uppercased().replacing("-", with: " "))
            return [title] + Mdoc.paragraphs(topic.abstract) + [Mdoc.macro("Pp", [])] + Mdoc.paragraphs(topic.discussion)
        }
    }

    private var lists: [Mdoc] {
        let files = program.manual.files.map { (Mdoc.macro("It", ["Pa", $0.name], calls: true), Mdoc.sentences($0.meaning)) }
        let variables = program.manual.environment.map { (Mdoc.macro("It", ["Ev", $0.name], calls: true), Mdoc.sentences($0.meaning)) }
        return [.section("ENVIRONMENT")] + Mdoc.list(variables) + [.section("FILES")] + Mdoc.list(files)
    }

    /// The codes of each command, said once for those that share them.
    private var exitStatus: [Mdoc] {
        var groups: [(commands: [String], codes: [CommandDeclaration.ExitCode])] = []
        for command in program.declarations where !command.exitCodes.isEmpty {
            if let same = groups.firstIndex(where: { $0.codes == command.exitCodes }) {
                groups[same].commands.append(command.name)
            } else {
                groups.append(([command.name], command.exitCodes))
            }
        }
        var lines = [Mdoc.section("EXIT STATUS")]
        for (number, group) in groups.enumerated() {
            if number > 0 { lines.append(Mdoc.macro("Pp", [])) }
            lines.append(Mdoc.text(group.commands.map { "\(program.name) \($0)" }.joined(separator: ", ") + ":"))
            lines += Mdoc.list(group.codes.map { (Mdoc.macro("It", ["\($0.code)"]), Mdoc.sentences($0.meaning)) })
        }
        return lines
    }

    private var examples: [Mdoc] {
        let examples = program.declarations.flatMap(\.examples).map { example in
            Mdoc.sentences(example.explanation) + [Mdoc.macro("Dl", ["\(program.name) \(example.command)"])]
        }
        return [Mdoc.section("EXAMPLES")] + examples.joined(separator: [Mdoc.macro("Pp", [])])
    }

    private var seeAlso: [Mdoc] { [.section("SEE ALSO")] + Mdoc.paragraphs(program.manual.seeAlso) }
}

extension Declaration {
    /// `Ar PATH ...`
    fileprivate var manualSynopsis: Mdoc {
        let words = ["Ar", valueName] + (isRepeatable ? ["..."] : [])
        return isRequired ? .macro("Ar", Array(words.dropFirst())) : .macro("Op", words, calls: true)
    }

    fileprivate var manualTerm: Mdoc {
        if kind == .operand { return .macro("It", ["Ar", valueName] + (isRepeatable ? ["..."] : []), calls: true) }
        let names = (short.map { ["Fl", String($0), ","] } ?? []) + ["Fl", "-" + name]
        return .macro("It", names + (kind == .flag ? [] : ["Ar", valueName]), calls: true)
    }

    fileprivate var manualText: [Mdoc] {
        let text = helpWithChoices + (defaultValue.map { " Default: \($0)." } ?? "")
        let explained = choices.map { (Mdoc.macro("It", ["Cm", $0.name], calls: true), Mdoc.sentences($0.help)) }
        return Mdoc.sentences(text) + (explainsChoices ? Mdoc.list(explained) : [])
    }
}
