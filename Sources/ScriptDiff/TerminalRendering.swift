/// Shows a diff to people: the form that a report, a terminal or a review asks for.
public protocol DiffRenderer: Sendable {
    /// The diff in UTF-8; empty where nothing differs. Best of a diff of the decoded texts.
    func render(_ diff: UnifiedDiff) -> String
}

/// A diff for a terminal, coloured as git colours it.
///
/// A script can hold anything; control characters are shown and never reach the terminal. Carriage returns are left out
/// where all lines of a hunk have them, as they are news only where lines differ in it.
public struct TerminalRenderer: DiffRenderer {
    public var colour: Bool

    public init(colour: Bool) {
        self.colour = colour
    }

    public func render(_ diff: UnifiedDiff) -> String {
        if diff.hunks.isEmpty { return "" }
        var output = styled("--- " + name(diff.label("a/")), .bold) + "\n"
        output += styled("+++ " + name(diff.label("b/")), .bold) + "\n"
        for hunk in diff.hunks {
            let hidesReturns = hunk.lines.allSatisfy { !$0.endsWithNewline || $0.endsWithReturn }
            output += styled(hunk.header, .cyan) + "\n"
            for line in hunk.lines {
                output += styled(content(of: line, hidesReturn: hidesReturns), style(of: line.kind)) + "\n"
                if !line.endsWithNewline { output += UnifiedDiff.noNewline + "\n" }
            }
        }
        return output
    }

    private func name(_ label: [UInt8]) -> String { String(decoding: quoted(label), as: UTF8.self) }

    private func content(of line: UnifiedDiff.Line, hidesReturn: Bool) -> String {
        var bytes = line.bytes
        if line.endsWithNewline { bytes.removeLast() }
        if hidesReturn && line.endsWithReturn { bytes.removeLast() }
        return String(Character(Unicode.Scalar(line.kind.sign))) + visible(String(decoding: bytes, as: UTF8.self))
    }

    private func style(of kind: UnifiedDiff.Line.Kind) -> Style? {
        switch kind {
        case .context: nil
        case .removed: .red
        case .added: .green
        }
    }

    private enum Style: String {
        case bold = "1"
        case red = "31"
        case green = "32"
        case cyan = "36"
    }

    private func styled(_ text: String, _ style: Style?) -> String {
        guard colour, let style else { return text }
        return "\u{1B}[\(style.rawValue)m\(text)\u{1B}[m"
    }
}

extension UnifiedDiff.Line {
    fileprivate var endsWithReturn: Bool { bytes.dropLast().last == UInt8(ascii: "\r") && endsWithNewline }
}

/// Control characters other than the tab in caret notation (`^[`), those beyond ASCII and what turns the direction of
/// text around as `<U+202E>`: what is seen is what is there.
public func visible(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy({ !isHidden($0) }) { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
        if !isHidden(scalar) {
            result.unicodeScalars.append(scalar)
        } else if scalar.isASCII {
            result += "^" + String(Character(Unicode.Scalar(UInt8(scalar.value) ^ 0x40)))
        } else {
            result += "<\(scalar.codePoint)>"
        }
    }
}

private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0x00..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
}
