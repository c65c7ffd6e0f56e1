import PowerShellAnalysis
import PowerShellSyntax

/// All that the passes know of one script.
struct ScriptFacts {
    let tree: SyntaxTree
    let variables: VariableFacts
    let names: CommandNames
    let defaults: DefaultParameterValues

    init(_ tree: SyntaxTree) {
        self.tree = tree
        variables = VariableFacts(tree)
        names = CommandNames(tree)
        defaults = DefaultParameterValues(tree, facts: variables)
    }

    /// The names of all variables of the script in lower case: a walk over the whole tree.
    var variableNames: Set<String> { Set(tree.all(VariableExpression.self).map { $0.name.lowercased() }) }
}
