public import Contract

/// How many, none included.
public struct Tally: WireValue, Comparable {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard Self.range.contains(wire) else { throw InvalidValue("must be from 0 to 2^53 - 1") }
        self.wire = wire
    }

    /// - Parameter count: cut to what the wire allows.
    public init(_ count: Int) { wire = min(max(Int64(count), 0), Self.range.upperBound) }

    public static let zero = Tally(0)
    static let range: ClosedRange<Int64> = 0...9_007_199_254_740_991

    public static var schema: Schema { Schema(.integer(range), "How many, none included.", unit: "pieces") }
    public static var example: Tally { Tally(12) }
    public static func < (left: Tally, right: Tally) -> Bool { left.wire < right.wire }
}

/// A score in millionths of a point: an integer, so that whoever recomputes a result gets the same digits.
public struct MicroScore: WireValue, Comparable {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard Self.range.contains(wire) else { throw InvalidValue("must be within plus or minus 10^12 millionths") }
        self.wire = wire
    }

    /// - Parameter millionths: cut to what the wire allows.
    public init(millionths: Int64) { wire = min(max(millionths, Self.range.lowerBound), Self.range.upperBound) }

    static let range: ClosedRange<Int64> = -1_000_000_000_000...1_000_000_000_000

    public static var schema: Schema {
        Schema(.integer(range), "A score; 7 points are 7000000.", unit: "millionths of a point")
    }
    public static var example: MicroScore { MicroScore(millionths: 7_250_000) }
    public static func < (left: MicroScore, right: MicroScore) -> Bool { left.wire < right.wire }
}

/// A part of the whole in percent.
public struct Share: WireValue, Comparable {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard (0...100).contains(wire) else { throw InvalidValue("must be from 0 to 100 percent") }
        self.wire = wire
    }

    private init(unchecked: Int64) { wire = unchecked }

    public static var schema: Schema { Schema(.integer(0...100), "A part of the whole.", unit: "percent") }
    public static var example: Share { Share(unchecked: 60) }
    public static func < (left: Share, right: Share) -> Bool { left.wire < right.wire }
}
