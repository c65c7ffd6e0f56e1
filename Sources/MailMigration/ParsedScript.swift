import PowerShellAnalysis
import PowerShellSyntax

/// A script that was parsed once, for all that is asked about it.
public struct ParsedScript: Sendable {
    /// What could not be parsed: nothing is known of such a script.
    public var errors: [SyntaxError] { tree.errors }
    /// The files that the script takes in, in the order of the text: what they define says what its commands mean.
    public let loads: [FileLoad]
    let tree: SyntaxTree

    public init(_ source: SourceText) {
        tree = SyntaxTree.parse(source)
        loads = tree.errors.isEmpty && tree.mayLoadFiles ? tree.fileLoads(VariableFacts(tree)) : []
    }

    public var source: SourceText { tree.source }
}
