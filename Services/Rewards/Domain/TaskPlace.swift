import Models
import RewardsAPI

/// Where a list of tasks goes on: after a task that is due at that moment.
struct TaskPlace: Hashable, Sendable {
    let dueAt: Instant
    let task: StaffTask.ID

    var key: String { "\(dueAt.microseconds) \(task)" }

    init(dueAt: Instant, task: StaffTask.ID) {
        self.dueAt = dueAt
        self.task = task
    }

    /// Nil where the text is no key of a place.
    init?(key: String) {
        let parts = key.split(separator: " ")
        guard parts.count == 2, let moment = Int64(parts[0]), let task = try? StaffTask.ID(wire: String(parts[1]))
        else { return nil }
        self.init(dueAt: Instant(microseconds: moment), task: task)
    }
}
