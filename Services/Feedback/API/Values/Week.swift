public import Contract
public import Models

/// A calendar week of ISO 8601, Monday to Sunday in UTC, on the wire `2026-W38`.
public struct Week: WireValue, Comparable {
    /// Its first day.
    public let monday: Day

    /// The week that a day is in.
    public init(of day: Day) { monday = day.monday }

    public init(wire: String) throws(InvalidValue) {
        let sentence = InvalidValue("must be a week such as 2026-W38")
        let parts = wire.split(separator: "-W", omittingEmptySubsequences: false)
        guard wire.utf8.count == 8, parts.count == 2, parts[0].utf8.count == 4,
            parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(parts[1]), number >= 1
        else { throw sentence }
        guard let fourth = try? Day(wire: "\(parts[0])-01-04") else { throw sentence }
        let monday = Day(number: fourth.monday.number + (number - 1) * 7)
        guard Self.year(of: monday) == String(parts[0]) else { throw sentence }
        self.monday = monday
    }

    public var wire: String {
        let year = Self.year(of: monday)
        let number = (monday.number + 3 - Self.newYear(of: monday)) / 7 + 1
        return "\(year)-W\(number < 10 ? "0" : "")\(number)"
    }

    /// The year of a week is that of its Thursday.
    private static func year(of monday: Day) -> String { String(Day(number: monday.number + 3).wire.prefix(4)) }

    private static func newYear(of monday: Day) -> Int {
        (try? Day(wire: year(of: monday) + "-01-01"))?.number ?? monday.number
    }

    public var sunday: Day { Day(number: monday.number + 6) }
    public var start: Instant { monday.start }
    /// The first moment after it.
    public var end: Instant { Day(number: monday.number + 7).start }
    public var previous: Week { Week(of: Day(number: monday.number - 7)) }
    public var days: [Day] { (0..<7).map { Day(number: monday.number + $0) } }

    public static var schema: Schema {
        .text(8...8, pattern: "^[0-9]{4}-W[0-9]{2}$", "A calendar week of ISO 8601, Monday to Sunday in UTC.")
    }
    public static var example: Week { Week(of: .example) }
    public static func < (left: Week, right: Week) -> Bool { left.monday < right.monday }
}
