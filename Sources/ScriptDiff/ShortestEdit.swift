/// What to remove from one sequence and add from another to get the other, in order; nearly always the least there is.
///
/// Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), in linear space: the searches from both ends meet
/// in the middle, the halves are searched likewise. Where they have not met after ``effort`` steps, the forward search
/// keeps what it reached, so that sequences with nothing in common cost time in proportion to their length.
func shortestEdit(from old: [Int32], to new: [Int32]) -> [Change] {
    var removed = [Bool](repeating: false, count: old.count)
    var added = [Bool](repeating: false, count: new.count)
    var boxes = [Change(old: old.indices, new: new.indices)]
    while let box = boxes.popLast().map({ trimmed($0, from: old, to: new) }) {
        if box.old.isEmpty || box.new.isEmpty {
            for index in box.old { removed[index] = true }
            for index in box.new { added[index] = true }
            continue
        }
        let (oldSplit, newSplit) = split(box, from: old, to: new)
        boxes.append(Change(old: box.old.lowerBound..<oldSplit, new: box.new.lowerBound..<newSplit))
        boxes.append(Change(old: oldSplit..<box.old.upperBound, new: newSplit..<box.new.upperBound))
    }
    return runs(removed: removed, added: added)
}

/// How many edits each of the two searches tries before it settles for less than the best.
private let effort = 512

private func trimmed(_ box: Change, from old: [Int32], to new: [Int32]) -> Change {
    var (oldLow, oldHigh) = (box.old.lowerBound, box.old.upperBound)
    var (newLow, newHigh) = (box.new.lowerBound, box.new.upperBound)
    while oldLow < oldHigh, newLow < newHigh, old[oldLow] == new[newLow] { (oldLow, newLow) = (oldLow + 1, newLow + 1) }
    while oldLow < oldHigh, newLow < newHigh, old[oldHigh - 1] == new[newHigh - 1] { (oldHigh, newHigh) = (oldHigh - 1, newHigh - 1) }
    return Change(old: oldLow..<oldHigh, new: newLow..<newHigh)
}

/// A place that a shortest path through the box passes, other than its corners.
///
/// The box is trimmed and neither side empty, so that a path takes two edits or more.
private func split(_ box: Change, from old: [Int32], to new: [Int32]) -> (old: Int, new: Int) {
    let (width, height) = (box.old.count, box.new.count)
    let (left, right, top, bottom) = (box.old.lowerBound, box.old.upperBound, box.new.lowerBound, box.new.upperBound)
    let effort = min(effort, (width + height + 1) / 2)
    var forward = Frontier(width: width, height: height, effort: effort)
    var backward = Frontier(width: width, height: height, effort: effort)

    for edits in 0...effort {
        forward.advance(to: edits) { x, y in old[left + x] == new[top + y] }
        for diagonal in forward.diagonals(at: edits) where forward[diagonal] + backward[width - height - diagonal] >= width {
            return (left + forward[diagonal], top + forward[diagonal] - diagonal)
        }
        backward.advance(to: edits) { x, y in old[right - 1 - x] == new[bottom - 1 - y] }
        for diagonal in backward.diagonals(at: edits) where backward[diagonal] + forward[width - height - diagonal] >= width {
            return (right - backward[diagonal], bottom - (backward[diagonal] - diagonal))
        }
    }
    // The furthest from the start; x + y is 2 x less the diagonal.
    let best = forward.diagonals(at: effort).max { 2 * forward[$0] - $0 < 2 * forward[$1] - $1 }!
    return (left + forward[best], top + forward[best] - best)
}

/// How far along each diagonal (x less y) one can get with a number of edits, from one corner of a box.
private struct Frontier {
    private let width: Int
    private let height: Int
    private let effort: Int
    private var reach: [Int]

    /// Less than any place, also after a step and in a sum.
    private static let nowhere = Int.min / 4

    init(width: Int, height: Int, effort: Int) {
        (self.width, self.height, self.effort) = (width, height, effort)
        reach = Array(repeating: Self.nowhere, count: 2 * effort + 3)
    }

    /// The furthest x on a diagonal.
    subscript(diagonal: Int) -> Int {
        abs(diagonal) <= effort + 1 ? reach[diagonal + effort + 1] : Self.nowhere
    }

    /// The diagonals that a number of edits can end on.
    func diagonals(at edits: Int) -> StrideThrough<Int> {
        stride(from: -edits + 2 * max(0, edits - height), through: edits - 2 * max(0, edits - width), by: 2)
    }

    mutating func advance(to edits: Int, matches: (Int, Int) -> Bool) {
        for diagonal in diagonals(at: edits) {
            let removing = self[diagonal - 1] < width ? self[diagonal - 1] + 1 : Self.nowhere
            let adding = self[diagonal + 1] - diagonal <= height ? self[diagonal + 1] : Self.nowhere
            var x = edits == 0 ? 0 : max(removing, adding)
            if x >= 0 {
                while x < width, x - diagonal < height, matches(x, x - diagonal) { x += 1 }
            }
            reach[diagonal + effort + 1] = x
        }
    }
}

private func runs(removed: [Bool], added: [Bool]) -> [Change] {
    var changes: [Change] = []
    var (old, new) = (0, 0)
    while old < removed.count || new < added.count {
        let (oldStart, newStart) = (old, new)
        while old < removed.count, removed[old] { old += 1 }
        while new < added.count, added[new] { new += 1 }
        if (old, new) == (oldStart, newStart) {
            (old, new) = (old + 1, new + 1)
        } else {
            changes.append(Change(old: oldStart..<old, new: newStart..<new))
        }
    }
    return changes
}
