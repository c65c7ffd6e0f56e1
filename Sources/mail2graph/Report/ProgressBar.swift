/// How far a run has come, on the last line of the terminal.
struct ProgressBar {
    private let total: Int
    private let isShown: Bool
    private let start = ContinuousClock.now
    private var lastDrawn: ContinuousClock.Instant
    private var done = 0

    /// Short runs need none, and more often than this nobody sees the difference.
    private static let interval = Duration.milliseconds(100)

    /// - Parameter isQuiet: Whether the user does not want to see it.
    init(total: Int, isQuiet: Bool) {
        self.total = total
        isShown = !isQuiet && StatusLine.isPossible
        lastDrawn = start
    }

    /// Counts one more, which lay in a folder.
    mutating func advance(in folder: FilePath) {
        done += 1
        let now = ContinuousClock.now
        guard isShown, now - lastDrawn >= Self.interval else { return }
        lastDrawn = now
        StatusLine.show(Self.line(done: done, of: total, after: now - start, in: folder, width: StatusLine.width))
    }

    func finish() { if isShown { StatusLine.clear() } }

    /// `[#####     ]  50%  1500 of 3000  0:12 left  scripts/Finance`
    /// - Parameter width: In columns.
    static func line(done: Int, of total: Int, after elapsed: Duration, in folder: FilePath, width: Int) -> String {
        let share = total == 0 ? 1 : Double(done) / Double(total)
        let filled = Int(share * Double(barWidth))
        let bar = "[" + String(repeating: "#", count: filled) + String(repeating: " ", count: barWidth - filled) + "]"
        let percent = "\(Int(share * 100))%"
        let left = elapsed / max(1, done) * (total - done)
        let parts = [
            bar, String(repeating: " ", count: 4 - percent.count) + percent, "\(done) of \(total)", clock(left) + " left",
        ]
        var line = ""
        for part in parts where line.count + part.count + 2 <= width { line += line.isEmpty ? part : "  " + part }
        let place = end(of: "\(folder)", columns: width - line.count - 2)
        return place.isEmpty ? line : line + "  " + place
    }

    private static let barWidth = 20

    /// Minutes and seconds, or hours too.
    private static func clock(_ duration: Duration) -> String {
        let seconds = Int(duration.components.seconds)
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let minutes = seconds / 60 % 60
        return seconds < 3600
            ? "\(minutes):\(padded(seconds % 60))" : "\(seconds / 3600):\(padded(minutes)):\(padded(seconds % 60))"
    }

    /// The end of a text that fits some columns, with `…` for what is cut off in front of it; empty where little would be left.
    private static func end(of text: String, columns: Int) -> String {
        // Signs beyond ASCII may take two.
        func width(_ text: some StringProtocol) -> Int { text.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } }
        if width(text) <= columns { return text }
        if columns < 8 { return "" }
        var end = text[...]
        while width(end) > columns - 2 { end.removeFirst() }
        return "…" + end
    }
}
