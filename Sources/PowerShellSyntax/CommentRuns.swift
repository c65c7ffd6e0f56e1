// libtree-sitter counts what stands on its stack side by side in 16 bits; one more, and it corrupts its memory. Comments
// stand there one by one: those before the first statement together with those behind the last.

/// More comments in a row than the parser can take, with nothing but white space between them.
let commentRunLimit = 30_000

/// Where a run of comments begins that is too long for the parser; nil where there is none.
///
/// Knows no strings: a string whose lines look like so many comments counts as a run, which no script has.
func endlessComments(in text: [UInt8]) -> Int? {
    // The shortest comment is a `#` and a line end.
    guard text.count > 2 * commentRunLimit else { return nil }
    return text.withUnsafeBufferPointer { text in
        var run = 0
        var runStart = 0
        var index = 0
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
                index += 1
                continue
            case UInt8(ascii: "#"):
                if run == 0 { runStart = index }
                while index < text.count, text[index] != UInt8(ascii: "\n"), text[index] != UInt8(ascii: "\r") { index += 1 }
                run += 1
            case UInt8(ascii: "<") where index + 1 < text.count && text[index + 1] == UInt8(ascii: "#"):
                if run == 0 { runStart = index }
                index += 2
                while index + 1 < text.count, text[index] != UInt8(ascii: "#") || text[index + 1] != UInt8(ascii: ">") { index += 1 }
                index += 2
                run += 1
            default:
                run = 0
                index += 1
            }
            if run > commentRunLimit { return runStart }
        }
        return nil
    }
}
