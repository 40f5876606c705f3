public import Contract

/// An amount of points, positive or negative, never a fraction.
///
/// Within plus or minus 2^53 - 1, so that every JSON parser reads it exactly; arithmetic that would leave these bounds
/// throws instead of wrapping.
public struct Points: WireValue, Comparable {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard Self.range.contains(wire) else { throw InvalidValue("must be within plus or minus 2^53 - 1 points") }
        self.wire = wire
    }

    private init(unchecked: Int64) { wire = unchecked }

    public static let zero = Points(unchecked: 0)
    public static let range: ClosedRange<Int64> = -9_007_199_254_740_991...9_007_199_254_740_991

    /// - Throws: ``Overflow`` outside the bounds.
    public func adding(_ other: Points) throws(Overflow) -> Points {
        try Self.checked(wire.addingReportingOverflow(other.wire))
    }

    /// - Throws: ``Overflow`` outside the bounds.
    public func subtracting(_ other: Points) throws(Overflow) -> Points {
        try Self.checked(wire.subtractingReportingOverflow(other.wire))
    }

    /// - Throws: ``Overflow`` outside the bounds.
    public func multiplied(by count: Int64) throws(Overflow) -> Points {
        try Self.checked(wire.multipliedReportingOverflow(by: count))
    }

    public var negated: Points { Points(unchecked: -wire) }

    private static func checked(_ result: (partialValue: Int64, overflow: Bool)) throws(Overflow) -> Points {
        guard !result.overflow, range.contains(result.partialValue) else { throw Overflow() }
        return Points(unchecked: result.partialValue)
    }

    /// An amount that would not fit; a fault, because no honest programme comes near.
    public struct Overflow: Error, Hashable, Sendable {}

    public static var schema: Schema { Schema(.integer(range), "An amount of points.", unit: "points") }
    public static var example: Points { Points(unchecked: 150) }
    public static func < (left: Points, right: Points) -> Bool { left.wire < right.wire }
}

/// A positive amount of points: what an award, a price or a transfer is made of.
public struct PointAmount: WireValue, Comparable {
    public let points: Points

    public init(wire: Int64) throws(InvalidValue) {
        guard wire > 0, Points.range.contains(wire) else { throw InvalidValue("must be from 1 to 2^53 - 1 points") }
        points = try Points(wire: wire)
    }

    public var wire: Int64 { points.wire }

    private init(points: Points) { self.points = points }

    public static var schema: Schema {
        Schema(.integer(1...Points.range.upperBound), "A positive amount of points.", unit: "points")
    }
    public static var example: PointAmount { PointAmount(points: .example) }
    public static func < (left: PointAmount, right: PointAmount) -> Bool { left.points < right.points }
}
