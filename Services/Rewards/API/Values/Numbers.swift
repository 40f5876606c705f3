public import Contract
public import Models

/// Which version of a rule: 1 for the first definition, one more with each later one.
public struct RuleVersion: WireValue, Comparable {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard Self.range.contains(wire) else { throw InvalidValue("must be from 1 to \(Self.range.upperBound)") }
        self.wire = wire
    }

    private init(unchecked: Int64) { wire = unchecked }

    static let range: ClosedRange<Int64> = 1...1_000_000_000
    public static let first = RuleVersion(unchecked: 1)
    /// The version that the next definition of the same key gets.
    public var next: RuleVersion { RuleVersion(unchecked: min(wire + 1, Self.range.upperBound)) }

    public static var schema: Schema { Schema(.integer(range), "Which version of a rule; 1 is the first.") }
    public static var example: RuleVersion { first }
    public static func < (left: RuleVersion, right: RuleVersion) -> Bool { left.wire < right.wire }
}

/// A place in a ranking, 1 for the best. Those who are equal share a place, and the next place is then left out.
public struct Rank: WireValue, Comparable {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard Self.range.contains(wire) else { throw InvalidValue("must be from 1 to \(Self.range.upperBound)") }
        self.wire = wire
    }

    private init(unchecked: Int64) { wire = unchecked }

    static let range: ClosedRange<Int64> = 1...1_000_000_000

    public static var schema: Schema {
        Schema(.integer(range), "A place in a ranking; equals share a place and the next one is left out.")
    }
    public static var example: Rank { Rank(unchecked: 1) }
    public static func < (left: Rank, right: Rank) -> Bool { left.wire < right.wire }
}

/// How many of something there are, which may be none.
public struct Count: WireValue, Comparable {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard Self.range.contains(wire) else { throw InvalidValue("must be from 0 to 2^53 - 1") }
        self.wire = wire
    }

    private init(unchecked: Int64) { wire = unchecked }

    static let range: ClosedRange<Int64> = 0...9_007_199_254_740_991
    public static let zero = Count(unchecked: 0)

    public static var schema: Schema { Schema(.integer(range), "How many there are.") }
    public static var example: Count { Count(unchecked: 3) }
    public static func < (left: Count, right: Count) -> Bool { left.wire < right.wire }
}

extension Count {
    public init(_ quantity: Quantity) { self.init(unchecked: quantity.wire) }
}
