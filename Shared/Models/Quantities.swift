public import Contract

/// A length of time in whole seconds.
public struct Seconds: WireValue, Comparable {
    public let count: Int64

    /// - Parameter count: cut to what the wire allows.
    public init(_ count: Int64) { self.count = min(max(count, 0), Self.limit) }

    public init(wire: Int64) throws(InvalidValue) {
        guard (0...Self.limit).contains(wire) else { throw InvalidValue("must be from 0 to \(Self.limit) seconds") }
        count = wire
    }

    public var wire: Int64 { count }
    /// Ten years.
    static let limit: Int64 = 315_360_000

    public static func minutes(_ count: Int64) -> Seconds { Seconds(count * 60) }
    public static func hours(_ count: Int64) -> Seconds { Seconds(count * 3600) }
    public static func days(_ count: Int64) -> Seconds { Seconds(count * 86_400) }

    public static var schema: Schema { Schema(.integer(0...limit), "A length of time.", unit: "seconds") }
    public static var example: Seconds { .hours(1) }
    public static func < (left: Seconds, right: Seconds) -> Bool { left.count < right.count }
}

/// How many of something: pieces of a reward, people, places.
public struct Quantity: WireValue, Comparable {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard (1...1_000_000).contains(wire) else { throw InvalidValue("must be from 1 to 1000000") }
        self.wire = wire
    }

    private init(unchecked: Int64) { wire = unchecked }

    public static let one = Quantity(unchecked: 1)
    public static var schema: Schema { Schema(.integer(1...1_000_000), "How many.", unit: "pieces") }
    public static var example: Quantity { one }
    public static func < (left: Quantity, right: Quantity) -> Bool { left.wire < right.wire }
}

/// How much one criterion counts beside the others; only the ratio matters.
public struct Weight: WireValue {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard (1...1000).contains(wire) else { throw InvalidValue("must be from 1 to 1000") }
        self.wire = wire
    }

    private init(unchecked: Int64) { wire = unchecked }

    public static var schema: Schema {
        Schema(.integer(1...1000), "How much a criterion counts beside the others; only the ratio matters.")
    }
    public static var example: Weight { Weight(unchecked: 2) }
}
