extension UnifiedDiff {
    /// The diff as `git apply` and `patch -p1` take it; empty where nothing differs.
    public var patch: [UInt8] {
        if hunks.isEmpty { return [] }
        let (old, new) = (quoted(label("a/")), quoted(label("b/")))
        var patch = Array("diff --git ".utf8) + old + [UInt8(ascii: " ")] + new + newline
        patch += Array("--- ".utf8) + old + afterName + newline
        patch += Array("+++ ".utf8) + new + afterName + newline
        for hunk in hunks {
            patch += hunk.header.utf8 + newline
            for line in hunk.lines {
                patch.append(line.kind.sign)
                patch += line.bytes
                if !line.endsWithNewline { patch += newline + UnifiedDiff.noNewline.utf8 + newline }
            }
        }
        return patch
    }

    /// What stands in place of a last line end that is not there.
    static let noNewline = #"\ No newline at end of file"#

    func label(_ prefix: String) -> [UInt8] { Array(prefix.utf8) + path }

    /// A tab shows `patch` where a name with a space ends.
    private var afterName: [UInt8] { path.contains(UInt8(ascii: " ")) ? [UInt8(ascii: "\t")] : [] }
}

private let newline = [UInt8(ascii: "\n")]

extension UnifiedDiff.Hunk {
    /// `@@ -12,3 +12,5 @@`
    public var header: String {
        "@@ -\(range(oldStart, oldCount)) +\(range(newStart, newCount)) @@"
    }

    /// Lines count from 1; no lines are given by the line that they come after.
    private func range(_ start: Int, _ count: Int) -> String {
        switch count {
        case 0: "\(start),0"
        case 1: "\(start + 1)"
        default: "\(start + 1),\(count)"
        }
    }
}

extension UnifiedDiff.Line {
    var endsWithNewline: Bool { bytes.last == UInt8(ascii: "\n") }
}

extension UnifiedDiff.Line.Kind {
    var sign: UInt8 {
        switch self {
        case .context: UInt8(ascii: " ")
        case .removed: UInt8(ascii: "-")
        case .added: UInt8(ascii: "+")
        }
    }
}

/// A file name as git writes it: as it is, or in double quotes with escapes where it has a quote, a backslash, a control
/// character or a byte that is not ASCII.
public func quoted(_ name: [UInt8]) -> [UInt8] {
    let escaped = name.flatMap(escape)
    return escaped == name ? name : [UInt8(ascii: "\"")] + escaped + [UInt8(ascii: "\"")]
}

private func escape(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case 0x07: Array(#"\a"#.utf8)
    case 0x08: Array(#"\b"#.utf8)
    case 0x09: Array(#"\t"#.utf8)
    case 0x0A: Array(#"\n"#.utf8)
    case 0x0B: Array(#"\v"#.utf8)
    case 0x0C: Array(#"\f"#.utf8)
    case 0x0D: Array(#"\r"#.utf8)
    case UInt8(ascii: "\""): Array(#"\""#.utf8)
    case UInt8(ascii: "\\"): Array(#"\\"#.utf8)
    case 0x20...0x7E: [byte]
    default: [UInt8(ascii: "\\")] + [byte >> 6, byte >> 3 & 7, byte & 7].map { UInt8(ascii: "0") + $0 }
    }
}
