/// What differs within a line that was replaced by a similar one, as byte ranges of each.
public struct IntralineChanges: Hashable, Sendable {
    public var old: [Range<Int>]
    public var new: [Range<Int>]

    /// Nil where the lines have less than two thirds in common: marks would only be in the way.
    public init?(from old: ArraySlice<UInt8>, to new: ArraySlice<UInt8>) {
        let (oldWords, newWords) = (words(of: old), words(of: new))
        // A line of that many words is data; nobody reads the marks.
        guard oldWords.count <= 400, newWords.count <= 400 else { return nil }
        var numbers: [ArraySlice<UInt8>: Int32] = [:]
        func number(_ word: ArraySlice<UInt8>) -> Int32 {
            let number = numbers[word] ?? Int32(numbers.count)
            numbers[word] = number
            return number
        }
        let changes = shortestEdit(from: oldWords.map(number), to: newWords.map(number))
        func weight(_ words: some Sequence<ArraySlice<UInt8>>) -> Int { words.reduce(0) { $0 + ($1.allSatisfy(isBlank) ? 0 : $1.count) } }
        let changed = changes.reduce(0) { $0 + weight(oldWords[$1.old]) + weight(newWords[$1.new]) }
        let total = weight(oldWords) + weight(newWords)
        if total == 0 || 3 * changed > total { return nil }
        self.old = changes.compactMap { bytes(of: $0.old, in: oldWords, from: old.startIndex) }
        self.new = changes.compactMap { bytes(of: $0.new, in: newWords, from: new.startIndex) }
    }
}

/// Which of some removed lines became which of the added lines that follow them, in order, where they are similar.
public func similarLines(_ removed: [ArraySlice<UInt8>], _ added: [ArraySlice<UInt8>]) -> [(
    removed: Int, added: Int, changes: IntralineChanges
)] {
    // Everything with everything; of long stretches nobody reads the marks.
    guard removed.count * added.count <= 2_500 else { return [] }
    var pairs: [(removed: Int, added: Int, changes: IntralineChanges)] = []
    for old in removed.indices {
        for new in (pairs.last?.added ?? -1) + 1..<max((pairs.last?.added ?? -1) + 1, added.count) {
            guard let changes = IntralineChanges(from: removed[old], to: added[new]) else { continue }
            pairs.append((old, new, changes))
            break
        }
    }
    return pairs
}

/// Letters and digits together, anything else by itself.
private func words(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    var start = line.startIndex
    while start < line.endIndex {
        var end = start + 1
        if isWord(line[start]) {
            while end < line.endIndex, isWord(line[end]) { end += 1 }
        }
        words.append(line[start..<end])
        start = end
    }
    return words
}

private func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
}

private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n")
}

/// Counted from the start of the line.
private func bytes(of range: Range<Int>, in words: [ArraySlice<UInt8>], from start: Int) -> Range<Int>? {
    // Blanks that came or went say nothing.
    guard let first = words[range].first, let last = words[range].last, !words[range].joined().allSatisfy(isBlank) else { return nil }
    return first.startIndex - start..<last.endIndex - start
}
