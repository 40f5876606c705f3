public import Models

/// Where what the services told and what was awarded do not fit, as the last reconciliations found it.
public struct GapList: Codable, Sendable, Equatable {
    public var items: [ReconciliationGap]
    /// Give it as `after` to read on; absent at the end.
    public var next: Cursor?
    /// The logs that were compared, by service; absent before the first reconciliation.
    public var logs: [ReconciledLog]

    public init(items: [ReconciliationGap], next: Cursor?, logs: [ReconciledLog]) {
        self.items = items
        self.next = next
        self.logs = logs
    }
}

/// One award that is missing, or that has no source.
public struct ReconciliationGap: Codable, Sendable, Equatable {
    public var kind: GapKind
    /// The service whose log tells the event, or should.
    public var service: String
    public var event: Occurrence.ID
    public var rule: Rule.ID
    public var member: Member.ID
    /// What should have been paid, or was.
    public var amount: PointAmount
    /// The award that has no source.
    public var transfer: Transfer.ID?
    /// When it was found first.
    public var foundAt: Instant

    public init(
        kind: GapKind,
        service: String,
        event: Occurrence.ID,
        rule: Rule.ID,
        member: Member.ID,
        amount: PointAmount,
        transfer: Transfer.ID? = nil,
        foundAt: Instant
    ) {
        self.kind = kind
        self.service = service
        self.event = event
        self.rule = rule
        self.member = member
        self.amount = amount
        self.transfer = transfer
        self.foundAt = foundAt
    }
}

public enum GapKind: String, Codable, CaseIterable, Sendable {
    /// A rule that was in force should have paid for the event, and there is neither the award nor the reason why not.
    /// An event that is parked is one of these until it is retried.
    case unpaid
    /// A rule paid for an event that its service does not tell.
    case unsourced
}

/// How far a log was compared.
public struct ReconciledLog: Codable, Sendable, Equatable {
    public var service: String
    public var at: Instant
    /// The last position that had been followed then; for this service itself 0, because what backends told has none.
    public var through: LogPosition
    /// How many events of it can earn.
    public var events: Count

    public init(service: String, at: Instant, through: LogPosition, events: Count) {
        self.service = service
        self.at = at
        self.through = through
        self.events = events
    }
}
