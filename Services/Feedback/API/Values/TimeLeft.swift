public import Contract
public import Models

/// The time until an answer is due; negative when it is late by that much.
public struct TimeLeft: WireValue, Comparable {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard Self.range.contains(wire) else { throw InvalidValue("must be within plus or minus ten years in seconds") }
        self.wire = wire
    }

    /// - Parameters:
    ///   - due: when the answer is promised.
    ///   - moment: the moment at which the clock is read. Whole seconds, rounded down, so that a promise that was
    ///     missed by less than a second is already late.
    public init(until due: Instant, at moment: Instant) {
        let difference = due.microseconds - moment.microseconds
        let seconds = difference / 1_000_000 - (difference % 1_000_000 < 0 ? 1 : 0)
        wire = min(max(seconds, Self.range.lowerBound), Self.range.upperBound)
    }

    private init(unchecked: Int64) { wire = unchecked }

    static let range: ClosedRange<Int64> = -315_360_000...315_360_000
    public static var schema: Schema {
        Schema(.integer(range), "Time until an answer is due; negative when it is late.", unit: "seconds")
    }
    public static var example: TimeLeft { TimeLeft(unchecked: 7200) }
    public static func < (left: TimeLeft, right: TimeLeft) -> Bool { left.wire < right.wire }
}
