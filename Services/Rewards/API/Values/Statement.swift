public import Models

/// A part of the history of a member's points, the latest movement first.
///
/// `opening` and the amounts of the lines add up to `closing`; the next page closes where this one opens.
public struct PointStatement: Codable, Sendable, Equatable {
    public var member: Member.ID
    public var asset: Asset
    /// Before the earliest of these lines.
    public var opening: Points
    /// After the latest of these lines.
    public var closing: Points
    public var lines: [StatementLine]
    /// Give it as `after` to read on into the past; absent at the beginning.
    public var next: Cursor?
    /// The whole period, where one was asked for.
    public var period: StatementPeriod?

    public init(
        member: Member.ID,
        asset: Asset,
        opening: Points,
        closing: Points,
        lines: [StatementLine],
        next: Cursor?,
        period: StatementPeriod? = nil
    ) {
        self.member = member
        self.asset = asset
        self.opening = opening
        self.closing = closing
        self.lines = lines
        self.next = next
        self.period = period
    }
}

/// One movement of a member's points, and why it came about.
public struct StatementLine: Codable, Sendable, Equatable {
    public var transfer: Transfer.ID
    public var kind: TransferKind
    public var at: Instant
    /// Positive where points came in.
    public var amount: Points
    public var before: Points
    public var after: Points
    /// What the person or backend said who gave them.
    public var reason: Sentence?
    /// The rule that gave them, in the version of that time, and the event that it gave them for.
    public var rule: RuleKey?
    public var ruleVersion: RuleVersion?
    public var source: Occurrence.ID?
    /// The transfer that this one undoes, in full or in part.
    public var reverses: Transfer.ID?
    /// The exchange that they were paid for or came back from.
    public var redemption: Redemption.ID?

    public init(
        transfer: Transfer.ID,
        kind: TransferKind,
        at: Instant,
        amount: Points,
        before: Points,
        after: Points,
        reason: Sentence? = nil,
        rule: RuleKey? = nil,
        ruleVersion: RuleVersion? = nil,
        source: Occurrence.ID? = nil,
        reverses: Transfer.ID? = nil,
        redemption: Redemption.ID? = nil
    ) {
        self.transfer = transfer
        self.kind = kind
        self.at = at
        self.amount = amount
        self.before = before
        self.after = after
        self.reason = reason
        self.rule = rule
        self.ruleVersion = ruleVersion
        self.source = source
        self.reverses = reverses
        self.redemption = redemption
    }
}

/// Why points moved, or were set aside.
public enum TransferKind: String, Codable, CaseIterable, Sendable {
    /// They were given, by a rule, a person or a backend; at once, or pending.
    case award
    /// A pending award reached the member.
    case release
    /// They were set aside and cannot be spent otherwise meanwhile.
    case hold
    /// What was held was paid, in full or in part; the rest can be spent again.
    case post
    /// What was held can be spent again.
    case void
    /// What was held can be spent again, because nobody had ended the hold in time.
    case lapse
    /// They were paid at once.
    case payment
    /// What was paid came back.
    case refund
    /// They were not spent in time.
    case expiry
    /// One member gave them to another.
    case gift
    /// An award was taken back.
    case reversal
    /// An award was taken back that had been spent: the member owes it.
    case debt
    /// New points paid a debt.
    case settlement
    /// A budget was given what it may award.
    case funding
    /// A budget gave back what it is not to award any more.
    case withdrawal
    /// A group got from its budget what it spends on an activity.
    case payout
    /// A group gave back into its budget what it had not spent.
    case payback
}
