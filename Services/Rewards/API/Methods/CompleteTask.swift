public import Contract
public import Models

/// Says that a task was done.
public struct CompleteTask: RewardsMethod, Repeatable {
    public var task: StaffTask.ID
    /// What came of it; only staff read it.
    public var note: Sentence?

    public init(task: StaffTask.ID, note: Sentence? = nil) {
        self.task = task
        self.note = note
    }

    public static let name = "rewards.completeTask"
    public static let summary = "Says that a task of staff was done, and what came of it."
    public typealias Caller = StaffMember
    public typealias Reply = TaskRecord
    public enum Refusal: String, Contract.Refusal { case taskUnknown, taskOfOrder, taskDone }
}
