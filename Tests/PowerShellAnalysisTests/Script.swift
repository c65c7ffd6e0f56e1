import PowerShellSyntax
import Testing

@testable import PowerShellAnalysis

/// A script of a test. What a test asks about is the argument of a command named `probe`, or the call of `send`.
struct Script {
    let tree: SyntaxTree
    let facts: VariableFacts

    init(_ text: String) {
        tree = SyntaxTree.parse(SourceText(text))
        facts = VariableFacts(tree)
        #expect(tree.errors == [])
    }

    /// The last call of a command.
    func command(_ name: String) throws -> Command {
        try #require(tree.all(Command.self).last { $0.name?.lowercased() == name })
    }

    /// What `probe` is called with.
    func probe() throws -> Expression {
        guard case .expression(let argument)? = try command("probe").elements.dropFirst().first else {
            throw Undecided(reason: "probe has no argument")
        }
        return argument
    }

    /// The texts that the argument of `probe` can be; nil where they are not known.
    func strings(assumingDefaults: Bool = false) throws -> Set<String>? {
        facts.possibleStrings(try probe(), assumingDefaults: assumingDefaults)
    }

    /// Who the credential given to `probe` is, as the script writes it.
    func user() throws -> String? { facts.credentialUser(try probe())?.text }

    /// How the last call of a command is bound.
    func bind(_ name: String, _ signature: CommandSignature) throws -> BoundCommand {
        try BoundCommand(command(name), signature: signature, facts: facts, defaults: defaults(for: name))
    }

    /// What `send` is splatted with.
    func splat() throws -> SplatContents {
        let command = try command("send")
        for case .expression(.variable(let variable)) in command.elements where variable.isSplatted {
            return try SplatContents(of: variable, at: command, facts: facts)
        }
        throw Undecided(reason: "nothing is splatted")
    }

    /// What the last call of a command gets from `$PSDefaultParameterValues`.
    func defaults(for name: String) throws -> [(parameter: String, value: Expression)] {
        try DefaultParameterValues(tree, facts: facts).values(for: name, at: command(name.lowercased()))
    }
}
