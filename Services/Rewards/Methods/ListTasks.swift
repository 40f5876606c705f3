public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ListTasks: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> Page<TaskRecord> {
        let limit = limit ?? .standard
        let place = try after.map { try Cursors.task($0) }
        let tasks = try await context.read { tx in try tx.all(TaskTable.open(kind, after: place, limit: limit)) }
        return Page(surplus: tasks, limit: limit) { TaskPlace(dueAt: $0.dueAt, task: $0.id).key }
    }
}
