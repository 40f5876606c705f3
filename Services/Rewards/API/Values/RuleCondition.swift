import Models

/// One thing that has to be true of an event, or of the member whom it would pay. What an event does not carry meets no condition but `isNoneOf`.
public struct RuleCondition: Codable, Sendable, Equatable {
    public var about: ConditionSubject
    /// Which number or word; only with these two.
    public var field: FieldName?
    public var test: ConditionTest
    /// What a number is compared with.
    public var number: Int64?
    /// What everything else is compared with: ids, or words; from 1 to 100 of them.
    public var values: [String]?

    public init(
        about: ConditionSubject,
        field: FieldName? = nil,
        test: ConditionTest,
        number: Int64? = nil,
        values: [String]? = nil
    ) {
        self.about = about
        self.field = field
        self.test = test
        self.number = number
        self.values = values
    }
}

/// What a condition looks at.
public enum ConditionSubject: String, Codable, CaseIterable, Sendable {
    /// The member who would be paid, by id.
    case member
    case campaign
    case group
    /// The key of the level that the member had at the end of the day (UTC) before the event; who had none meets
    /// `isNoneOf` alone.
    case level
    /// The customer type of the member, as it is known when the event is read.
    case customerType
    /// A number that the event carries under the name `field`.
    case number
    /// A word that the event carries under the name `field`.
    case word
}

/// How a condition compares: the first two everything but numbers, the others numbers only.
public enum ConditionTest: String, Codable, CaseIterable, Sendable {
    case isOneOf, isNoneOf
    case equals, atLeast, atMost
}

/// Each further one up a chain of invitations gets `times / per` of what the one before gets, rounded down.
public struct ChainDecay: Codable, Sendable, Equatable {
    /// From 1 to 1000, and not more than `per`.
    public var times: Int64
    /// From 1 to 1000.
    public var per: Int64
    /// How many are paid at most, the inviter included: from 1 to 6.
    public var levels: Int64

    public init(times: Int64, per: Int64, levels: Int64) {
        self.times = times
        self.per = per
        self.levels = levels
    }
}
