/// Help as text, written from the declarations.
struct HelpPage {
    var program: String
    /// Columns.
    var width: Int

    func text(for program: Program) -> String {
        var page = paragraphs(program.abstract)
        page += section("Usage", ["\(program.name) COMMAND [options] …"])
        page += "\n" + paragraphs(program.discussion)
        let groups = program.declaredGroups.map { ($0.title, $0.commands.map { ($0.name, $0.abstract) }) }
        let tables = groups + [("Topics", program.topics.map { ("help " + $0.name, $0.abstract) }), ("Options", Self.programOptions)]
        // One column for all, so that the page is read as one list.
        let column = tables.flatMap(\.1).map(\.0.count).max() ?? 0
        for (title, rows) in tables { page += section(title, table(rows, column: column)) }
        return page
    }

    private static let programOptions = [
        ("-h, --help", "This page; after a command, the page of that command."),
        ("-v, --version", "The version of the program."),
    ]

    func text(for topic: HelpTopic) -> String { paragraphs(topic.abstract) + "\n" + paragraphs(topic.discussion) }

    func text(for command: CommandDeclaration) -> String {
        var page = paragraphs(command.abstract)
        page += section("Usage", [command.usage(of: program)])
        if !command.discussion.isEmpty { page += "\n" + paragraphs(command.discussion) }
        for section in command.sections { page += self.section(section.title, table(section.arguments.flatMap(rows))) }
        page += section("Exit codes", table(command.exitCodes.map { ("\($0.code)", $0.meaning) }))
        page += section(
            "Examples", command.examples.flatMap { ["\(program) \($0.command)"] + wrapped($0.explanation, indent: 4).map { "  " + $0 } })
        return page
    }

    // MARK: Layout

    /// An argument and below it what its values mean.
    private func rows(of declaration: Declaration) -> [(String, String)] {
        let explained = declaration.explainsChoices
        var help = declaration.helpWithChoices
        if let value = declaration.defaultValue, !explained { help += " Default: \(value)." }
        let choices = declaration.choices.map { choice in
            ("      " + choice.name, choice.help + (choice.name == declaration.defaultValue ? " (default)" : ""))
        }
        return [(declaration.term, help)] + (explained ? choices : [])
    }

    private func section(_ title: String, _ lines: [String]) -> String {
        lines.isEmpty ? "" : "\n\(title):\n" + lines.map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined()
    }

    /// Terms on the left, what they mean on the right; below the term where it is too long.
    /// - Parameter column: How long the terms are; nil for as long as these.
    private func table(_ rows: [(term: String, text: String)], column: Int? = nil) -> [String] {
        let column = min(column ?? rows.map { $0.term.count }.max() ?? 0, 30) + 2
        return rows.flatMap { row -> [String] in
            let text = wrapped(row.text, indent: column + 2)
            let blank = String(repeating: " ", count: column)
            guard let first = text.first else { return [row.term] }
            if row.term.count + 2 > column { return [row.term] + text.map { blank + $0 } }
            return [row.term + String(repeating: " ", count: column - row.term.count) + first] + text.dropFirst().map { blank + $0 }
        }
    }

    private func paragraphs(_ text: String) -> String {
        if text.isEmpty { return "" }
        return text.split(separator: "\n\n").map { paragraph in
            // What is indented is laid out already.
            paragraph.hasPrefix(" ") ? paragraph + "\n" : wrapped(String(paragraph), indent: 0).map { $0 + "\n" }.joined()
        }.joined(separator: "\n")
    }

    private func wrapped(_ text: String, indent: Int) -> [String] { text.wrapped(to: width - indent) }
}

extension CommandDeclaration {
    /// `mail2graph diff [options] PATH…`
    func usage(of program: String) -> String {
        ([program, name, "[options]"] + (operand.map { [$0.synopsis] } ?? [])).joined(separator: " ")
    }

    /// The arguments under their headings in the order in which they were declared, what stands by itself first.
    var sections: [(title: String, arguments: [Declaration])] {
        var titles = operand.map { [$0.section] } ?? []
        for declaration in completed where !titles.contains(declaration.section) { titles.append(declaration.section) }
        return titles.map { title in (title, completed.filter { $0.section == title }) }
    }
}

extension Declaration {
    /// `-q, --quiet` or `--target NAME`
    var term: String {
        if kind == .operand { return valueName + (isRepeatable ? "…" : "") }
        let names = (short.map { "-\($0), " } ?? "") + "--" + name
        return kind == .flag ? names : names + " " + valueName
    }
}
