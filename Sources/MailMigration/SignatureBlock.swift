import PowerShellAnalysis
import PowerShellSyntax
import ScriptDiff

/// The Authenticode signature at the end of a script, which covers every byte in front of it: after an edit it no longer holds.
///
/// Source: `Set-AuthenticodeSignature` writes a line end and the block in comments behind the script. Who adds to a signed
/// script later writes below the block, and who signs it then without care has two.
struct SignatureBlock {
    /// Of the first mark, counted from 1.
    let line: Int
    /// Take the block away, and any further ones: nothing but comments goes, whatever stands around them. Where nothing is
    /// behind the block, the script ends as it did before it was signed.
    let removals: [Edit]

    /// Nil where the script is not signed.
    init?(_ tree: SyntaxTree) {
        let source = tree.source
        var blocks: [Extent] = []
        for comment in tree.comments {
            let isBegin = source.string(comment).hasPrefix("# SIG # Begin signature block")
            // A block ends with its second mark; where that was cut off, with the last comment before anything else.
            if let block = blocks.last, source.isBlank(Extent(block.end, comment.start)),
                isBegin || !source.lastLine(of: block).hasPrefix("# SIG # End signature block")
            {
                blocks[blocks.count - 1] = Extent(block.start, comment.end)
            } else if isBegin {
                blocks.append(comment)
            }
        }
        guard let first = blocks.first else { return nil }
        line = source.line(at: first.start)
        removals = blocks.map { Edit(extent: source.extent(ofBlock: $0), replacement: "") }
    }

    /// Why a script with this block is left.
    var reason: LeaveReason {
        LeaveReason(
            .signed, "the script is signed (line \(line)), and a change would break the signature",
            advice: "Run with --strip-signatures to take the signature block away, and sign the result.")
    }

    /// What the reviewer should know where the block is taken away.
    var note: String { "The signature block (line \(line)) is taken away, as it would not hold after the change: sign the script again." }
}

extension SourceText {
    fileprivate func isBlank(_ extent: Extent) -> Bool { text[extent.start..<extent.end].allSatisfy { " \t\r\n".utf8.contains($0) } }

    fileprivate func lastLine(of extent: Extent) -> Substring {
        string(Extent(max(extent.start, lineStart(at: extent.end)), extent.end)).drop { $0 == " " || $0 == "\t" }
    }

    /// What goes with a block of comments: the whole of its lines, but for what stands in front of it in its first. The line end
    /// in front came with it: it goes too where it keeps no code apart.
    fileprivate func extent(ofBlock block: Extent) -> Extent {
        var start = lineStart(at: block.start)
        if !isBlank(Extent(start, block.start)) { return Extent(block.start, block.end) }
        let end = nextLineStart(at: block.end)
        let isLast = isBlank(Extent(end, text.count))
        if !isLast && !(start > 0 && isBlank(Extent(lineStart(at: start - 1), start))) { return Extent(start, end) }
        if start > 0, text[start - 1] == UInt8(ascii: "\n") { start -= 1 }
        if start > 0, text[start - 1] == UInt8(ascii: "\r") { start -= 1 }
        return Extent(start, end)
    }
}
