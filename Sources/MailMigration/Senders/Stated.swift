import PowerShellAnalysis
import PowerShellSyntax

/// What a script says of a value.
public struct Stated: Hashable, Sendable {
    /// The texts that it can have; empty where none is known.
    public var values: [String]
    /// As the script writes it, on one line, where ``values`` may not be all: it is only known when the script runs, or they
    /// are a parameter's default. Nil where they are all there can be.
    public var expression: String?

    /// The script says nothing.
    public static let nothing = Stated(values: [])

    /// The values are all there can be, and there are some.
    public var isCertain: Bool { !values.isEmpty && expression == nil }
    public var isNothing: Bool { values.isEmpty && expression == nil }

    /// What is empty says nothing.
    public init(values: [String], expression: String? = nil) {
        self.values = values.filter { !$0.isEmpty }
        self.expression = expression
    }

    init(_ expression: Expression, _ facts: VariableFacts) {
        let expression = expression.withoutParentheses
        if let known = facts.possibleElements(expression) {
            self.init(values: unique(known))
        } else {
            let defaults = facts.possibleStrings(expression, assumingDefaults: true) ?? []
            self.init(values: unique(defaults.sorted()), expression: expression.withoutSecrets)
        }
    }

    /// What several expressions can be, one of which counts when the script runs.
    init(anyOf expressions: [Expression], _ facts: VariableFacts) {
        let all = expressions.map { Stated($0, facts) }
        self.init(values: unique(all.flatMap(\.values)), expression: all.lazy.compactMap(\.expression).first)
    }
}

extension Expression {
    /// The text for a report, on one line and short. Of what runs something, where a secret may stand among the arguments,
    /// only what is run.
    var withoutSecrets: String {
        for node in [node] + Array(node.descendants) {
            if let command = Command(node), command.elements.count > 1 { return (command.name ?? command.elements[0].text) + " …" }
            if let call = InvokeMemberExpression(node), !call.arguments.isEmpty {
                return "\(call.expression.withoutSecrets).\(call.member.text)(…)"
            }
            if node.kind == .hashtable { return "@{…}" }
        }
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return text.count > 60 ? text.prefix(59) + "…" : text
    }
}
