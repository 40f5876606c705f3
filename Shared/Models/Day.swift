public import Contract

/// A calendar day of the Gregorian calendar, on the wire `YYYY-MM-DD`.
public struct Day: WireValue, Comparable {
    /// Days since 1970-01-01.
    public let number: Int

    public init(number: Int) { self.number = min(max(number, -719_162), 2_932_896) }

    public init(wire: String) throws(InvalidValue) {
        var reader = DigitReader(Array(wire.utf8))
        guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2), reader.skip("-"),
            let day = reader.number(2), reader.isAtEnd,
            let number = CivilDate.dayNumber(year: year, month: month, day: day)
        else { throw InvalidValue("must be a day such as 2026-09-21") }
        self.number = number
    }

    public var wire: String {
        let (year, month, day) = CivilDate.parts(dayNumber: number)
        return "\(RFC3339.padded(Int64(year), 4))-\(RFC3339.padded(Int64(month), 2))-\(RFC3339.padded(Int64(day), 2))"
    }

    /// The first moment of the day in UTC.
    public var start: Instant { Instant(microseconds: Int64(number) * 86_400_000_000) }

    /// The same day of the month so many months later, or the month's last day where it has no such day: a month after
    /// 31 January is 28 or 29 February. Negative for earlier.
    public func adding(months: Int) -> Day {
        let (year, month, day) = CivilDate.parts(dayNumber: number)
        let count = year * 12 + month - 1 + months
        let (later, rest) = (Int(floorDivide(Int64(count), 12)), ((count % 12) + 12) % 12)
        for candidate in stride(from: day, through: 28, by: -1) {
            let found = CivilDate.dayNumber(year: later, month: rest + 1, day: candidate)
            if let found { return Day(number: found) }
        }
        return CivilDate.dayNumber(year: later, month: rest + 1, day: day).map(Day.init(number:))
            ?? Day(number: later < 1 ? .min : .max)
    }

    /// Monday of the ISO week that the day is in.
    public var monday: Day { Day(number: number - ((number + 3) % 7 + 7) % 7) }

    public static var schema: Schema { .text(10...10, format: "date", "A calendar day.") }
    public static var example: Day { Instant.example.day }
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

/// The proleptic Gregorian calendar in integers: Howard Hinnant, "chrono-compatible low-level date algorithms".
enum CivilDate {
    static func parts(dayNumber: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// Nil for a day that the calendar does not have.
    static func dayNumber(year: Int, month: Int, day: Int) -> Int? {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        return parts(dayNumber: number) == (year, month, day) ? number : nil
    }
}
