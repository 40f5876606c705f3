public import Models

/// A part of the history of a member's points, the latest movement first.
///
/// `opening` and the amounts of the lines add up to `closing`; the next page closes where this one opens.
public struct PointStatement: Codable, Sendable, Equatable {
    public var member: Member.ID
    /// Before the earliest of these lines.
    public var opening: Points
    /// After the latest of these lines.
    public var closing: Points
    public var lines: [StatementLine]
    /// Give it as `after` to read on into the past; absent at the beginning.
    public var next: Cursor?

    public init(member: Member.ID, opening: Points, closing: Points, lines: [StatementLine], next: Cursor?) {
        self.member = member
        self.opening = opening
        self.closing = closing
        self.lines = lines
        self.next = next
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
        self.redemption = redemption
    }
}

/// Why points moved.
public enum TransferKind: String, Codable, CaseIterable, Sendable {
    /// They were given, by a rule, a person or a backend.
    case award
    /// They were paid for a reward.
    case redemption
    /// A reward was cancelled and they came back.
    case refund
    /// They were not spent in time.
    case expiry
}
