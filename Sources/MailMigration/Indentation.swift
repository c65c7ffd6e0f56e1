import PowerShellSyntax

extension SyntaxTree {
    /// One step of indentation as the script has it: a tab, or the blanks by which its statements most often stand further
    /// in than what holds them; four blanks where nothing shows it.
    var indentationUnit: String {
        var steps: [String: Int] = [:]
        for node in nodes {
            guard let parent = node.parent, parent.kind == .statementBlock || parent.kind == .namedBlock, Statement(node) != nil else {
                continue
            }
            // A block without braces of its own stands in those of its script block.
            let holder = parent.kind == .namedBlock ? parent.parent!.parent ?? parent.parent! : parent
            guard holder != root.node, source.line(at: holder.extent.start) < source.line(at: node.extent.start) else { continue }
            let inner = source.indentation(at: node.extent.start)
            let outer = source.indentation(at: holder.extent.start)
            guard inner.hasPrefix(outer), inner.count > outer.count,
                source.lineStart(at: node.extent.start) + inner.utf8.count == node.extent.start
            else { continue }
            steps[String(inner.dropFirst(outer.count)), default: 0] += 1
        }
        return steps.max { ($0.value, $1.key.count) < ($1.value, $0.key.count) }?.key ?? "    "
    }
}
