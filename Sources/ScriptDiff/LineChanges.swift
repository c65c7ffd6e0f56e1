/// The lines that differ between two texts, in order, as few as the search finds.
///
/// - Parameter edited: where it is known what was changed, the byte ranges; the search stays within their lines, so
///   that the result follows the edits and costs no more than they do.
func lineChanges(from old: Lines, to new: Lines, edited: [Change]?) -> [Change] {
    let searchedRegions = edited.map { regions(of: $0, from: old, to: new) } ?? [Change(old: 0..<old.count, new: 0..<new.count)]
    return searchedRegions.flatMap { region -> [Change] in
        let rest = trimmed(region, from: old, to: new)
        if rest.old.isEmpty && rest.new.isEmpty { return [] }
        if rest.old.isEmpty || rest.new.isEmpty { return [rest] }
        return searched(rest, from: old, to: new)
    }
}

/// The lines that edits touch. Edits that share a line, or leave none between them, share a region.
private func regions(of edits: [Change], from old: Lines, to new: Lines) -> [Change] {
    var regions: [Change] = []
    for edit in edits {
        let region = Change(old: old.touched(by: edit.old), new: new.touched(by: edit.new))
        if let last = regions.last, region.old.lowerBound <= last.old.upperBound || region.new.lowerBound <= last.new.upperBound {
            regions[regions.count - 1] = Change(
                old: last.old.lowerBound..<max(last.old.upperBound, region.old.upperBound),
                new: last.new.lowerBound..<max(last.new.upperBound, region.new.upperBound)
            )
        } else {
            regions.append(region)
        }
    }
    return regions
}

/// Without the equal lines at the end and the start; the end first, as most edits add lines before a line.
private func trimmed(_ region: Change, from old: Lines, to new: Lines) -> Change {
    var (oldLow, oldHigh) = (region.old.lowerBound, region.old.upperBound)
    var (newLow, newHigh) = (region.new.lowerBound, region.new.upperBound)
    while oldLow < oldHigh, newLow < newHigh, old[oldHigh - 1] == new[newHigh - 1] { (oldHigh, newHigh) = (oldHigh - 1, newHigh - 1) }
    while oldLow < oldHigh, newLow < newHigh, old[oldLow] == new[newLow] { (oldLow, newLow) = (oldLow + 1, newLow + 1) }
    return Change(old: oldLow..<oldHigh, new: newLow..<newHigh)
}

/// The differing lines within a region, its lines as numbers so that comparing two costs nothing.
private func searched(_ region: Change, from old: Lines, to new: Lines) -> [Change] {
    var numbers: [ArraySlice<UInt8>: Int32] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int32 {
        if let known = numbers[line] { return known }
        let next = Int32(numbers.count)
        numbers[line] = next
        return next
    }
    let (oldStart, newStart) = (region.old.lowerBound, region.new.lowerBound)
    return shortestEdit(from: region.old.map { number(old[$0]) }, to: region.new.map { number(new[$0]) }).map { change in
        Change(
            old: change.old.lowerBound + oldStart..<change.old.upperBound + oldStart,
            new: change.new.lowerBound + newStart..<change.new.upperBound + newStart
        )
    }
}
