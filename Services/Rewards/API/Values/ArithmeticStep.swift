public import Models

/// One step of an explanation. Whoever applies the operation to the operands gets the result, with whole numbers and
/// nothing else.
public struct ArithmeticStep: Codable, Sendable, Equatable {
    public var what: StepSubject
    public var operation: StepOperation
    public var operands: [StepOperand]
    public var result: Int64

    public init(what: StepSubject, operation: StepOperation, operands: [StepOperand], result: Int64) {
        self.what = what
        self.operation = operation
        self.operands = operands
        self.result = result
    }
}

/// A number that is calculated with, and where it comes from.
public struct StepOperand: Codable, Sendable, Equatable {
    public var value: Int64
    /// The earlier step that it is the result of; 1 is the first.
    public var step: Int64?
    /// The transfer that moved it, held it, or made the lot that it is left of.
    public var transfer: Transfer.ID?
    /// The day (UTC) that it was counted on.
    public var day: Day?
    /// The number of the event that it is.
    public var field: FieldName?

    public init(
        _ value: Int64,
        step: Int64? = nil,
        transfer: Transfer.ID? = nil,
        day: Day? = nil,
        field: FieldName? = nil
    ) {
        self.value = value
        self.step = step
        self.transfer = transfer
        self.day = day
        self.field = field
    }
}

/// How the operands become the result.
public enum StepOperation: String, Codable, CaseIterable, Sendable {
    /// All operands added up; 0 of none.
    case sum
    /// The first less all others.
    case difference
    /// `first * second / third`, rounded down, then at least the fourth and at most the fifth.
    case scale
    /// The largest operand.
    case largest
    /// The part of the operand for the member, by the event's `weights` and `place`: each part rounded down, and what is
    /// left over one by one to those with the largest remainders, the lower place first where these are equal.
    case share
    /// The highest level of the programme that asks for no more than these points and contributions; 1 is the lowest and
    /// 0 none.
    case levelReached
    /// The level that the programme's grace and downgrade leave of what was reached on the `days`.
    case levelKept
}

/// What a step calculates.
public enum StepSubject: String, Codable, CaseIterable, Sendable {
    /// All movements of an account; the first operand without a transfer is what was there before the others.
    case balance
    /// What open holds have set aside, what is past its expiry and not taken away yet, and what is then left.
    case held, overdue, available
    /// Awards that wait for their release.
    case pending
    /// What was awarded, what of it was taken back, and what is then earned.
    case awarded, takenBack, earned
    /// What was taken back after it had been spent, what new points have paid of it, and what is then owed.
    case debts, settled, owed
    /// What counts for levels on the days of the period.
    case points, contributions
    /// The level that these reach, the one that the rule leaves, the one that staff gave, and the one that holds.
    case reached, byRule, byHand, level
    /// How many have earned more, and the place after them.
    case ahead, rank
    /// The rule's amount, after each multiplier, after each link of a chain, and the member's share.
    case amount, multiplied, decayed, share
    /// What was moved by hand, or follows from another transfer.
    case moved
    /// What is left of a cap or a budget; below zero where more was asked for.
    case left
    /// By how much more was asked for than there was, or than is allowed.
    case shortfall
}
