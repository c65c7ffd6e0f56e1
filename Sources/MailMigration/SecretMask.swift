import PowerShellAnalysis
import PowerShellSyntax

/// Takes what looks like a secret of a script out of sentences that quote the script.
struct SecretMask {
    /// As the script writes them and without their quotes, the longest first: one may be part of another.
    private let secrets: [String]

    init(_ tree: SyntaxTree) {
        let written = tree.secretLiterals.map(tree.source.string)
        let quotes: Set<Character> = ["'", "\""]
        let meant = written.filter { $0.first.map(quotes.contains) == true }.map { String($0.dropFirst().dropLast()) }
        // What is shorter is no secret, and would be found everywhere.
        secrets = (written.filter { $0.count > 2 } + meant.filter { $0.count > 3 }).sorted { $0.count > $1.count }
    }

    func masked(_ text: String) -> String { secrets.reduce(text) { $0.replacing($1, with: "…") } }
}
