public import Models

/// That a person was erased, without anything of the person.
public struct ErasureRecord: Codable, Sendable, Equatable {
    public var member: Member.ID
    public var at: Instant
    public var by: Actor
    /// How many records were changed or removed.
    public var records: Count

    public init(member: Member.ID, at: Instant, by: Actor, records: Count) {
        self.member = member
        self.at = at
        self.by = by
        self.records = records
    }
}
