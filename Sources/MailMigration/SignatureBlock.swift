import PowerShellAnalysis
import PowerShellSyntax
import ScriptDiff

/// The Authenticode signature at the end of a script, which covers every byte in front of it: after an edit it no longer holds.
///
/// Source: `Set-AuthenticodeSignature` writes a line end and the block in comments behind the script.
struct SignatureBlock {
    /// From the first mark to the last, with the line end in front that came with it and the one behind.
    let extent: Extent
    /// Of the first mark, counted from 1.
    let line: Int

    /// Nil where the script is not signed.
    init?(_ tree: SyntaxTree) {
        let source = tree.source
        guard let begin = tree.comments.first(where: { source.string($0).hasPrefix("# SIG # Begin signature block") }) else { return nil }
        // Where the block was cut off, all comments behind its start are what is left of it.
        let comments = tree.comments.drop { $0.start < begin.start }
        let end = comments.first { source.string($0).hasPrefix("# SIG # End signature block") } ?? comments.last ?? begin
        line = source.line(at: begin.start)
        var start = begin.start
        if start > 0, source.text[start - 1] == UInt8(ascii: "\n") { start -= 1 }
        if start > 0, start < begin.start, source.text[start - 1] == UInt8(ascii: "\r") { start -= 1 }
        extent = Extent(start, source.nextLineStart(at: end.end))
    }

    /// Takes the block away; the script ends as it did before it was signed.
    var removal: Edit { Edit(extent: extent, replacement: "") }

    /// Why a script with this block is left.
    var reason: LeaveReason {
        LeaveReason(
            .signed, "the script is signed (line \(line)), and a change would break the signature",
            advice: "Run with --strip-signatures to take the signature block away, and sign the result.")
    }

    /// What the reviewer should know where the block is taken away.
    var note: String { "The signature block (line \(line)) is taken away, as it would not hold after the change: sign the script again." }
}
