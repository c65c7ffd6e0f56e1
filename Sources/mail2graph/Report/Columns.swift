/// Columns that are as wide as what is in them, or as the terminal allows.
struct Columns {
    private(set) var widths: [Int]
    private let numbers: Set<Int>

    private static let gap = 2
    private static let least = 8

    /// - Parameters:
    ///   - rows: All that is going to be printed, with the header.
    ///   - numbers: Columns whose cells end below each other.
    ///   - width: Of all columns together.
    init(_ rows: [[String]], numbers: Set<Int>, width: Int = .max) {
        self.numbers = numbers
        widths = rows.first?.indices.map { column in rows.map { $0[column].count }.max() ?? 0 } ?? []
        // The widest gives way first, for it has the most to spare.
        while widths.reduce(0, +) + Self.gap * (widths.count - 1) > width, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > Self.least
        {
            widths[widest] -= 1
        }
    }

    /// A row without its line end. What does not fit is cut.
    func line(_ cells: [String]) -> String {
        let padded = cells.enumerated().map { index, cell in
            let cell = cell.count > widths[index] ? String(cell.prefix(widths[index] - 1)) + "…" : cell
            let blank = String(repeating: " ", count: widths[index] - cell.count)
            return numbers.contains(index) ? blank + cell : cell + blank
        }
        let line = padded.joined(separator: String(repeating: " ", count: Self.gap))
        return String(line.reversed().drop { $0 == " " }.reversed())
    }
}
