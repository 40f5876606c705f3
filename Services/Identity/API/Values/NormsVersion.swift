public import Contract

/// A version of the community's written norms; they are counted from 1.
public struct NormsVersion: WireValue, Comparable {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard (1...100_000).contains(wire) else { throw InvalidValue("must be from 1 to 100000") }
        self.wire = wire
    }

    private init(unchecked: Int64) { wire = unchecked }

    public static var schema: Schema { Schema(.integer(1...100_000), "A version of the norms, counted from 1.") }
    public static var example: NormsVersion { NormsVersion(unchecked: 1) }
    public static func < (left: NormsVersion, right: NormsVersion) -> Bool { left.wire < right.wire }
}

/// The year somebody was born in, which is all that is kept of a birthday.
public struct BirthYear: WireValue, Comparable {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard (1...9999).contains(wire) else { throw InvalidValue("must be a year from 1 to 9999") }
        self.wire = wire
    }

    private init(unchecked: Int64) { wire = unchecked }

    public static var schema: Schema { Schema(.integer(1...9999), "A year of birth.") }
    public static var example: BirthYear { BirthYear(unchecked: 1990) }
    public static func < (left: BirthYear, right: BirthYear) -> Bool { left.wire < right.wire }
}
