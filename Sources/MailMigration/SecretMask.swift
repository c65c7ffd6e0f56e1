import PowerShellAnalysis
import PowerShellSyntax

/// Takes what looks like a secret of a script out of sentences that quote the script.
struct SecretMask {
    /// As the script writes them, the longest first: one may be part of another.
    private let secrets: [String]

    init(_ tree: SyntaxTree) {
        // What is shorter is no secret, and would be found everywhere.
        secrets = tree.secretLiterals.map(tree.source.string).filter { $0.count > 2 }.sorted { $0.count > $1.count }
    }

    func masked(_ text: String) -> String { secrets.reduce(text) { $0.replacing($1, with: "…") } }
}
