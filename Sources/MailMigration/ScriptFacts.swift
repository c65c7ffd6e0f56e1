import PowerShellAnalysis
import PowerShellSyntax

/// All that the passes know of one script and of the files that it loads.
struct ScriptFacts {
    let tree: SyntaxTree
    let variables: VariableFacts
    let names: CommandNames
    let defaults: DefaultParameterValues
    let loaded: LoadedFiles

    init(_ script: ParsedScript, loaded: LoadedFiles) {
        tree = script.tree
        self.loaded = loaded
        variables = VariableFacts(tree, loaded: loaded)
        names = CommandNames(tree, loaded: loaded)
        defaults = DefaultParameterValues(tree, facts: variables, loaded: loaded)
    }

    /// The names of all variables of the script in lower case: a walk over the whole tree.
    var variableNames: Set<String> { Set(tree.all(VariableExpression.self).map { $0.name.lowercased() }) }
}
