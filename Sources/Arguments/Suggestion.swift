/// The name that was most likely meant; nil where none is near.
public func suggestion(for word: String, among names: [String]) -> String? {
    let word = word.lowercased()
    let near = names.map { ($0, distance(word, $0.lowercased())) }.min { $0.1 < $1.1 }
    if let near, near.1 <= max(1, near.0.count / 3) { return near.0 }
    // What was begun, or named by its last part: `--cert` or `restmethod`.
    let bare = String(word.drop { $0 == "-" })
    if bare.count < 3 { return nil }
    return names.first { $0.lowercased().hasPrefix(word) } ?? names.first { $0.lowercased().contains(bare) }
}

/// How many letters must be put in, taken out, exchanged or swapped with their neighbour.
private func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    var twoBack: [Int] = []
    var oneBack = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var cost = min(oneBack[j + 1] + 1, row[j] + 1, oneBack[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, twoBack[j - 1] + 1) }
            row.append(cost)
        }
        (twoBack, oneBack) = (oneBack, row)
    }
    return oneBack[b.count]
}
