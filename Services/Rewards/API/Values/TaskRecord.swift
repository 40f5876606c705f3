public import Models

/// Something that a person of the staff has to do by a certain time.
public struct TaskRecord: Codable, Sendable, Equatable {
    public var id: StaffTask.ID
    public var kind: TaskKind
    /// Whom it is for.
    public var member: Member.ID
    /// The selected idea that the member is thanked for.
    public var idea: Idea.ID?
    /// What has to be handed over.
    public var redemption: Redemption.ID?
    public var dueAt: Instant
    /// Absent while it is open.
    public var doneAt: Instant?
    public var doneBy: Actor?
    public var note: Sentence?

    public init(
        id: StaffTask.ID,
        kind: TaskKind,
        member: Member.ID,
        idea: Idea.ID? = nil,
        redemption: Redemption.ID? = nil,
        dueAt: Instant,
        doneAt: Instant? = nil,
        doneBy: Actor? = nil,
        note: Sentence? = nil
    ) {
        self.id = id
        self.kind = kind
        self.member = member
        self.idea = idea
        self.redemption = redemption
        self.dueAt = dueAt
        self.doneAt = doneAt
        self.doneBy = doneBy
        self.note = note
    }
}

public enum TaskKind: String, Codable, CaseIterable, Sendable {
    /// The author of a selected idea is thanked by telephone, within 30 days of the selection.
    case thankYouCall
    /// A reward that was ordered or given is shipped or delivered. It ends with its order.
    case handOver
}
