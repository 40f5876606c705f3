import Contract
public import Models

/// Lists what staff have to do.
public struct ListTasks: RewardsMethod {
    /// All kinds if not given.
    public var kind: TaskKind?
    public var after: Cursor?
    public var limit: PageLimit?

    public init(kind: TaskKind? = nil, after: Cursor? = nil, limit: PageLimit? = nil) {
        self.kind = kind
        self.after = after
        self.limit = limit
    }

    public static let name = "rewards.tasks"
    public static let summary = "Lists the open tasks of staff, the one that is due first coming first."
    public static let details = """
        A selected idea makes the task to thank its author by telephone, due 30 days after the selection. An order or a \
        gift makes the task to hand it over, due as many days later as the operator has set; shipping, delivering or \
        cancelling it ends the task.
        """
    public typealias Caller = StaffMember
    public typealias Reply = Page<TaskRecord>
}
