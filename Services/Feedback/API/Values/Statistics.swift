public import Contract

/// How many, including none.
public struct FigureCount: WireValue, Comparable {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard (0...9_007_199_254_740_991).contains(wire) else { throw InvalidValue("must be from 0 to 2^53 - 1") }
        self.wire = wire
    }

    /// - Parameter count: cut to what the wire allows.
    public init(_ count: Int64) { wire = min(max(count, 0), 9_007_199_254_740_991) }

    public static var schema: Schema { Schema(.integer(0...9_007_199_254_740_991), "How many; may be none.") }
    public static var example: FigureCount { FigureCount(15) }
    public static func < (left: FigureCount, right: FigureCount) -> Bool { left.wire < right.wire }
}

/// A percentage with one decimal. The total of a multiple choice may exceed 100.
public struct Percentage: WireValue, Comparable {
    /// Tenths of a percent, so that sums and comparisons are exact.
    public let tenths: Int64

    public init(wire: Double) throws(InvalidValue) {
        guard (0...5000).contains(wire) else { throw InvalidValue("must be from 0 to 5000 percent") }
        tenths = Int64((wire * 10).rounded())
    }

    /// - Parameter tenths: cut to what the wire allows.
    public init(tenths: Int64) { self.tenths = min(max(tenths, 0), 50_000) }

    /// Rounded half up, in whole numbers.
    /// - Parameters:
    ///   - count: not negative.
    ///   - base: of how many; nil where there is none, because nothing of nothing is no percentage.
    public init?(_ count: Int64, of base: Int64) {
        guard base > 0 else { return nil }
        self.init(tenths: (count * 2000 + base) / (2 * base))
    }

    public var wire: Double { Double(tenths) / 10 }

    public static var schema: Schema { Schema(.number(0...5000), "A percentage with one decimal.", unit: "percent") }
    public static var example: Percentage { Percentage(tenths: 750) }
    public static func < (left: Percentage, right: Percentage) -> Bool { left.tenths < right.tenths }
}

/// A part of a whole, never without its base and its uncertainty.
public struct Proportion: Codable, Sendable, Equatable {
    public var count: FigureCount
    /// Of how many.
    public var base: FigureCount
    /// This and its interval are absent where the base is 0: nothing of nothing is no percentage.
    public var percentage: Percentage?
    /// The lower end of the Wilson score interval, 95 %, z = 1.959964.
    public var low: Percentage?
    /// The upper end of the Wilson score interval.
    public var high: Percentage?

    public init(
        count: FigureCount,
        base: FigureCount,
        percentage: Percentage? = nil,
        low: Percentage? = nil,
        high: Percentage? = nil
    ) {
        self.count = count
        self.base = base
        self.percentage = percentage
        self.low = low
        self.high = high
    }
}
