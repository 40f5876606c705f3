public import Contract

/// A number of calendar months.
public struct Months: WireValue, Comparable {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard (1...120).contains(wire) else { throw InvalidValue("must be from 1 to 120 months") }
        self.wire = wire
    }

    private init(unchecked: Int64) { wire = unchecked }

    public static var schema: Schema { Schema(.integer(1...120), "A number of calendar months.", unit: "months") }
    public static var example: Months { Months(unchecked: 12) }
    public static func < (left: Months, right: Months) -> Bool { left.wire < right.wire }
}

/// A number of days, which may be none.
public struct DayCount: WireValue, Comparable {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard (0...3650).contains(wire) else { throw InvalidValue("must be from 0 to 3650 days") }
        self.wire = wire
    }

    private init(unchecked: Int64) { wire = unchecked }

    public static let zero = DayCount(unchecked: 0)
    public static var schema: Schema { Schema(.integer(0...3650), "A number of days.", unit: "days") }
    public static var example: DayCount { DayCount(unchecked: 30) }
    public static func < (left: DayCount, right: DayCount) -> Bool { left.wire < right.wire }
}
