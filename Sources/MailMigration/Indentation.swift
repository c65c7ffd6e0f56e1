import PowerShellSyntax

extension SourceText {
    /// One step of indentation as the script has it: a tab, or the blanks by which its lines most often go further in.
    var indentationUnit: String {
        var counts: [Int: Int] = [:]
        var tabs = 0
        var previous = 0
        var offset = 0
        while offset < text.count {
            let indentation = indentation(at: offset)
            let isBlank = lineEnd(at: offset) == offset + indentation.utf8.count
            if indentation.hasPrefix("\t") {
                tabs += 1
            } else if !isBlank {
                let step = indentation.utf8.count - previous
                if step == 2 || step == 3 || step == 4 || step == 8 { counts[step, default: 0] += 1 }
                previous = indentation.utf8.count
            }
            let next = nextLineStart(at: offset)
            if next <= offset { break }
            offset = next
        }
        guard let most = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return tabs > 0 ? "\t" : "    " }
        return tabs > most.value ? "\t" : String(repeating: " ", count: most.key)
    }
}
