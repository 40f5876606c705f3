public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension CompleteTask: Handled {
    /// Read committed: of two who complete it the condition of the statement lets one.
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> TaskRecord {
        try await context.write(isolation: .readCommitted) { work in
            guard let found = try work.first(TaskTable.find(task)) else { throw Refusal.taskUnknown }
            guard found.kind != .handOver else { throw Refusal.taskOfOrder }
            guard try work.run(TaskTable.complete(task, note, by: staff.actor, at: work.now)) == 1 else {
                throw Refusal.taskDone
            }
            return try work.one(TaskTable.find(task))
        }
    }
}
