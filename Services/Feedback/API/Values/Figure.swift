public import Contract
public import Models

/// A number of a report: a count, or an amount of points that may be negative.
public struct FigureValue: WireValue, Comparable {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard Points.range.contains(wire) else { throw InvalidValue("must be within plus or minus 2^53 - 1") }
        self.wire = wire
    }

    /// - Parameter number: cut to what the wire allows.
    public init(_ number: Int64) { wire = min(max(number, Points.range.lowerBound), Points.range.upperBound) }

    public static var schema: Schema { Schema(.integer(Points.range), "A number of a report, in its figure's unit.") }
    public static var example: FigureValue { FigureValue(31) }
    public static func < (left: FigureValue, right: FigureValue) -> Bool { left.wire < right.wire }
}

/// What a figure counts.
public enum FigureUnit: String, Codable, CaseIterable, Sendable {
    case people, invitations, visits, ideas, comments, ballots, campaigns, points, redemptions, submissions, answers
}

/// One figure of the weekly report with all that is needed to believe it.
public struct Figure: Codable, Sendable, Equatable {
    public var name: FigureName
    public var title: Title
    public var unit: FigureUnit
    public var value: FigureValue
    /// Where the figure is part of a whole: `value` of how many. Where there was no whole, as in a week in which no
    /// answer was due, it has no percentage.
    public var share: Proportion?
    /// The same figure of the week before; absent while the week is not over.
    public var previous: FigureValue?
    public var previousShare: Proportion?
    /// Value less previous.
    public var change: FigureValue?
    /// Whether the change is more than chance explains, at a false-discovery rate of 5 % over all figures of the
    /// report. Absent where it cannot be told: amounts of points, stocks, weeks that are not over.
    public var isClear: Bool?
    public var definition: Sentence
    /// From which records it is counted.
    public var source: Sentence

    public init(
        name: FigureName,
        title: Title,
        unit: FigureUnit,
        value: FigureValue,
        share: Proportion? = nil,
        previous: FigureValue? = nil,
        previousShare: Proportion? = nil,
        change: FigureValue? = nil,
        isClear: Bool? = nil,
        definition: Sentence,
        source: Sentence
    ) {
        self.name = name
        self.title = title
        self.unit = unit
        self.value = value
        self.share = share
        self.previous = previous
        self.previousShare = previousShare
        self.change = change
        self.isClear = isClear
        self.definition = definition
        self.source = source
    }
}
