/// A stretch of a script's decoded text, as offsets of UTF-8 bytes without the byte-order mark.
///
/// The same unit as tree-sitter's byte offsets, so that nothing is converted between the tree and the text.
public struct Extent: Hashable, Sendable, Comparable {
    /// Offset of the first byte.
    public var start: Int
    /// Offset just past the last byte.
    public var end: Int

    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    public init(_ range: Range<Int>) {
        self.init(range.lowerBound, range.upperBound)
    }

    public var range: Range<Int> { start..<end }
    public var isEmpty: Bool { start == end }

    public func contains(_ other: Extent) -> Bool {
        start <= other.start && other.end <= end
    }

    /// By start, the longer first: parents before their children.
    public static func < (a: Extent, b: Extent) -> Bool {
        a.start == b.start ? a.end > b.end : a.start < b.start
    }
}
