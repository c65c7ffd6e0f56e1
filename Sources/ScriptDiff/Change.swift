/// Some of the old that gave way to some of the new: ranges of byte offsets or of line numbers, as its user says.
struct Change: Hashable, Sendable {
    var old: Range<Int>
    var new: Range<Int>
}
