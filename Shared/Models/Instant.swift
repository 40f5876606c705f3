public import Contract

/// A moment, in microseconds since 1970-01-01T00:00:00Z without leap seconds; on the wire RFC 3339 in UTC.
///
/// Any offset is accepted; what is sent back ends in `Z`, with as many fractional digits as are needed (0, 3 or 6).
public struct Instant: WireValue, Comparable {
    public let microseconds: Int64

    /// - Parameter microseconds: cut to the years 1 to 9999, so that every instant has its RFC 3339 form.
    public init(microseconds: Int64) {
        self.microseconds = min(max(microseconds, Self.range.lowerBound), Self.range.upperBound)
    }

    public init(wire: String) throws(InvalidValue) {
        guard let parsed = RFC3339.parse(wire) else {
            throw InvalidValue("must be an RFC 3339 date and time with an offset, such as \(Instant.example.wire)")
        }
        microseconds = parsed
    }

    public var wire: String { RFC3339.text(microseconds) }

    static let range: ClosedRange<Int64> = -62_135_596_800_000_000...253_402_300_799_999_999

    public static var schema: Schema {
        .text(20...35, format: "date-time", "A moment, RFC 3339 with microseconds at most; sent in UTC.")
    }
    public static var example: Instant { Instant(microseconds: 1_790_000_000_000_000) }

    public static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }
}

extension Instant {
    public static func + (left: Instant, right: Seconds) -> Instant {
        let (sum, overflow) = left.microseconds.addingReportingOverflow(right.count * 1_000_000)
        return Instant(microseconds: overflow ? range.upperBound : sum)
    }

    public static func - (left: Instant, right: Seconds) -> Instant {
        let (difference, overflow) = left.microseconds.subtractingReportingOverflow(right.count * 1_000_000)
        return Instant(microseconds: overflow ? range.lowerBound : difference)
    }

    /// Whole seconds from the other moment to this one; negative where this one is earlier.
    public func seconds(since other: Instant) -> Int64 { (microseconds - other.microseconds) / 1_000_000 }

    /// The calendar day in UTC.
    public var day: Day { Day(number: Int(floorDivide(microseconds, 86_400_000_000))) }
}

extension Instant: CustomStringConvertible {
    public var description: String { wire }
}

/// Rounds towards minus infinity, as `/` does not.
package func floorDivide<Number: FixedWidthInteger & SignedInteger>(_ dividend: Number, _ divisor: Number) -> Number {
    let (quotient, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
    return rest != 0 && (rest < 0) != (divisor < 0) ? quotient - 1 : quotient
}
