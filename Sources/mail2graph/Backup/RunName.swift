import Foundation

/// What a run is called: when it began in UTC, and which run of that second it is.
struct RunName: Hashable, Sendable {
    /// `20250131T120000Z`
    private let second: String
    /// Counted from 1.
    private let number: Int

    init(at date: Date, number: Int = 1) {
        second = date.formatted(secondFormat)
        self.number = number
    }

    /// Nil where the text is no such name.
    init?(_ text: String) {
        let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        let form = parts[0].utf8.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) ? UInt8(ascii: "0") : $0 }
        if form != Array("00000000T000000Z".utf8) { return nil }
        second = String(parts[0])
        number = parts.count == 1 ? 1 : Int(parts[1]) ?? 0
        // Zeros in front and the like: each run has one name.
        if number < 1 || description != text { return nil }
    }

    /// For people: `2025-01-31 12:00:00`.
    var time: String {
        let digits = second.filter(\.isNumber).map(String.init)
        let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<12, 12..<14].map { digits[$0].joined() }
        return groups[..<3].joined(separator: "-") + " " + groups[3...].joined(separator: ":")
    }
}

extension RunName: CustomStringConvertible {
    var description: String { number == 1 ? second : "\(second)-\(number)" }
}

extension RunName: Comparable {
    static func < (a: RunName, b: RunName) -> Bool { (a.second, a.number) < (b.second, b.number) }
}

private let secondFormat = Date.VerbatimFormatStyle(
    format: """
        \(year: .padded(4))\(month: .twoDigits)\(day: .twoDigits)T\(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased))\
        \(minute: .twoDigits)\(second: .twoDigits)Z
        """,
    timeZone: .gmt, calendar: Calendar(identifier: .gregorian))
