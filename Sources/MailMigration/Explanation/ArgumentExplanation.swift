import PowerShellAnalysis
import PowerShellSyntax

/// How a parameter of a send gets its value, and what is known of that.
public struct ArgumentExplanation: Hashable, Sendable {
    /// Its full name.
    public let parameter: String
    /// The value as the script writes it, short and on one line; empty for a switch that is named alone.
    public let value: String
    /// Part of a sentence: `by its name, cut to -Smtp`.
    public let binding: String
    /// Part of a sentence: `always smtp.office365.com`.
    public let knowledge: String
    /// Sentences: where the variables in it are set.
    public let origins: [String]
}

extension ArgumentExplanation {
    init(_ argument: BoundArgument, in script: ScriptFacts) {
        parameter = argument.parameter
        binding = argument.how(in: script.tree.source)
        switch argument.value {
        case .present:
            value = ""
            knowledge = "on"
            origins = []
        case .expression(let expression), .defaultValue(let expression):
            value = expression.withoutSecrets
            knowledge = known(expression, script.variables)
            origins = ArgumentExplanation.origins(of: expression.node, in: script, isSecret: parameter == "Credential")
        case .entry(let entry, _):
            value = unique(entry.values.map(shown)).joined(separator: " or ")
            let expressions = entry.expressions
            let isWhole = expressions.count == entry.values.count
            let what =
                isWhole && expressions.count == 1
                ? known(expressions[0], script.variables) : "one of these, or only known when the script runs"
            knowledge = (isWhole ? what : "only known when the script runs") + (entry.isConditional ? ", and not set in every run" : "")
            let isSecret = parameter == "Credential"
            origins = unique(entry.values.flatMap { ArgumentExplanation.origins(of: $0, in: script, isSecret: isSecret) })
        }
    }

    func masked(by mask: SecretMask) -> ArgumentExplanation {
        ArgumentExplanation(
            parameter: parameter, value: mask.masked(value), binding: binding, knowledge: mask.masked(knowledge),
            origins: origins.map(mask.masked))
    }

    /// Where the variables of an expression are set.
    /// - Parameter isSecret: Whether what they are set to may be a secret.
    private static func origins(of node: Node, in script: ScriptFacts, isSecret: Bool) -> [String] {
        let variables = ([node] + Array(node.descendants)).compactMap(VariableExpression.init)
        return unique(
            variables.filter { !["true", "false", "null"].contains($0.name.lowercased()) }.map {
                origin(of: $0, in: script, isSecret: isSecret)
            })
    }

    private static func origin(of variable: VariableExpression, in script: ScriptFacts, isSecret: Bool) -> String {
        let name = "$" + variable.variablePath
        if ["_", "psitem"].contains(variable.name.lowercased()) { return "\(name) is what comes through the pipeline." }
        if variable.qualifier == "env" { return "\(name) is set outside of the script." }
        if automatic.contains(variable.name.lowercased()) { return "\(name) is set by PowerShell." }
        let places = script.variables.assignments(to: variable).map { assignment in
            let line = script.tree.source.line(at: assignment.node.extent.start)
            switch assignment.origin {
            case .parameter:
                let value = isSecret ? nil : assignment.value.map { ", \($0.withoutSecrets) by default" }
                return "a parameter on line \(line)" + (value ?? "")
            case .loop: return "set by the loop on line \(line)"
            case .assignment:
                let value = isSecret ? nil : AssignmentStatement(assignment.node).map { " (\(shown($0.right.node)))" }
                return (assignment.operator == "=" ? "set" : "added to") + " on line \(line)" + (value ?? "")
            case .file(let variable):
                return "set in \(variable.file), line \(variable.line)"
            case .other: return "set by the command on line \(line)"
            }
        }
        return places.isEmpty ? "\(name) is not set in the script." : "\(name) is \(places.joined(separator: ", "))."
    }
}

/// Source: about_Automatic_Variables, as far as they stand in sends.
private let automatic: Set = [
    "args", "error", "home", "host", "input", "myinvocation", "pid", "psboundparameters", "pscmdlet", "pscommandpath", "pshome",
    "psscriptroot", "psversiontable", "pwd",
]

/// A value on one line, without what may be secret.
private func shown(_ node: Node) -> String {
    if let expression = Expression(node) ?? Statement(node)?.soleExpression { return expression.withoutSecrets }
    if let command = Statement(node)?.soleCommand ?? Command(node) {
        return (command.name ?? command.elements[0].text) + (command.elements.count > 1 ? " …" : "")
    }
    if let pipeline = Pipeline(node) { return pipeline.elements.map(shown).joined(separator: " | ") }
    if let expression = CommandExpression(node) { return expression.expression.withoutSecrets }
    return (node.text.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? "") + " …"
}

/// What can be said of a value before the script runs: part of a sentence.
private func known(_ expression: Expression, _ facts: VariableFacts) -> String {
    let inner = expression.withoutParentheses
    if case .constant = inner { return "constant" }
    if case .string = inner { return "constant" }
    if case .variable(let variable) = inner, ["true", "false", "null"].contains(variable.name.lowercased()) { return "constant" }
    let stated = Stated(expression, facts)
    switch (stated.values.count, stated.expression) {
    case (0, _): return "only known when the script runs"
    case (1, nil): return "always \(quotedShort(stated.values[0]))"
    case (_, nil): return "always among " + stated.values.map(quotedShort).joined(separator: ", ")
    case (_, _?): return stated.values.map(quotedShort).joined(separator: " or ") + " where callers give nothing else"
    }
}

private func quotedShort(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "'" + (line.count > 60 ? line.prefix(59) + "…" : line) + "'"
}

func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
}

extension BoundArgument {
    /// How it found its parameter: part of a sentence.
    fileprivate func how(in source: SourceText) -> String {
        switch binding {
        case .name(let given) where given.lowercased() == parameter.lowercased(): return "by its name"
        case .name(let given):
            return "by " + (isPart(given) ? "its name, cut to -\(given)" : "the alias -\(given)")
        case .position(let place): return "by its place, as argument \(place) without a name"
        case .key(let key):
            guard case .entry(_, let splat) = value else { return "by the key \(key)" }
            let written = key.lowercased() == parameter.lowercased() ? "" : ", there \(key)"
            return "by @\(splat.variable.variablePath), made on line \(source.line(at: splat.definition.extent.start))\(written)"
        case .defaultValue: return "by $PSDefaultParameterValues"
        }
    }

    private func isPart(_ given: String) -> Bool { parameter.lowercased().hasPrefix(given.lowercased()) }
}
