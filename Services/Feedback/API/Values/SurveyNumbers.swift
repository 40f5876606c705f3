public import Contract

/// The place of a question in its survey, from 1.
public struct QuestionNumber: WireValue, Comparable {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard (1...100).contains(wire) else { throw InvalidValue("must be from 1 to 100") }
        self.wire = wire
    }

    /// - Parameter index: from 0; cut to what the wire allows.
    public init(index: Int) { wire = Int64(min(max(index, 0), 99)) + 1 }

    public static var schema: Schema { Schema(.integer(1...100), "The place of a question in its survey, from 1.") }
    public static var example: QuestionNumber { QuestionNumber(index: 0) }
    public static func < (left: Self, right: Self) -> Bool { left.wire < right.wire }
}

/// The place of an option in its question, from 1.
public struct OptionNumber: WireValue, Comparable {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard (1...50).contains(wire) else { throw InvalidValue("must be from 1 to 50") }
        self.wire = wire
    }

    /// - Parameter index: from 0; cut to what the wire allows.
    public init(index: Int) { wire = Int64(min(max(index, 0), 49)) + 1 }

    public static var schema: Schema { Schema(.integer(1...50), "The place of an option in its question, from 1.") }
    public static var example: OptionNumber { OptionNumber(index: 0) }
    public static func < (left: Self, right: Self) -> Bool { left.wire < right.wire }
}

/// A point of a rating scale.
public struct ScalePoint: WireValue, Comparable {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard (0...10).contains(wire) else { throw InvalidValue("must be from 0 to 10") }
        self.wire = wire
    }

    /// - Parameter point: cut to what the wire allows.
    public init(at point: Int64) { wire = min(max(point, 0), 10) }

    public static var schema: Schema { Schema(.integer(0...10), "A point of a rating scale.") }
    public static var example: ScalePoint { ScalePoint(at: 5) }
    public static func < (left: Self, right: Self) -> Bool { left.wire < right.wire }
}
