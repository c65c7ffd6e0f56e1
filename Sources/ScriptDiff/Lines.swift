/// Bytes as lines. A line ends after its LF; the last may have none. Numbers count from 0.
///
/// Only LF counts, in every encoding: that is what `git apply` and `patch` split at.
struct Lines: Sendable {
    let bytes: [UInt8]
    /// Where each line starts, and the end of the bytes.
    private let bounds: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var bounds = [0]
        bytes.withUnsafeBufferPointer { bytes in
            for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") { bounds.append(index + 1) }
        }
        if bounds.last != bytes.count { bounds.append(bytes.count) }
        self.bounds = bounds
    }

    var count: Int { bounds.count - 1 }

    /// A line with its line end.
    subscript(number: Int) -> ArraySlice<UInt8> { bytes[bounds[number]..<bounds[number + 1]] }

    /// The lines that hold any of the bytes, and the line that the byte after them is in: the end of a stretch decides
    /// whether that line is still the same. At the end of the bytes there is no such line.
    func touched(by range: Range<Int>) -> Range<Int> {
        number(at: range.lowerBound)..<min(number(at: range.upperBound) + 1, count)
    }

    /// The line of an offset; the count of lines for the end of bytes that end with LF or are empty.
    private func number(at offset: Int) -> Int {
        var low = 0
        var high = bounds.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if bounds[middle] <= offset { low = middle } else { high = middle }
        }
        // The last bound is the end, which belongs to a last line without LF.
        return low == count && count > 0 && bytes.last != UInt8(ascii: "\n") ? low - 1 : low
    }
}
