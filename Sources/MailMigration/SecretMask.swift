import PowerShellAnalysis
import PowerShellSyntax

/// Takes what looks like a secret of a script out of sentences that quote the script.
struct SecretMask {
    /// As the script writes them and without their quotes, the longest first: one may be part of another.
    private let secrets: [String]

    /// - Parameter isWithinTexts: Whether they are taken out of other texts too, which hold them without their quotes. An address
    ///   stays: it is the user that the secret belongs to.
    init(_ tree: SyntaxTree, isWithinTexts: Bool = false) {
        let written = tree.secretLiterals.map(tree.source.string)
        // What is shorter is no secret, and would be found everywhere.
        guard isWithinTexts else {
            secrets = written.filter { $0.count > 2 }.sorted { $0.count > $1.count }
            return
        }
        let meant = written.map { String($0.drop { "'\"".contains($0) }.reversed().drop { "'\"".contains($0) }.reversed()) }
        secrets = meant.filter { $0.count > 3 && Address($0)?.isPlain != true }.sorted { $0.count > $1.count }
    }

    func masked(_ text: String) -> String { secrets.reduce(text) { $0.replacing($1, with: "…") } }
}
