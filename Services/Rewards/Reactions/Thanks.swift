import Hosting
import IdeasAPI
import Models
import RewardsAPI
import TypedSQL

/// Who wrote an idea that was selected is thanked by telephone (requirement R-35).
struct Thanks {
    let work: Work<RewardsService>
    static let within = Seconds.days(30)

    init(_ work: Work<RewardsService>) { self.work = work }

    /// The task is due 30 days after the selection, whenever the event is read; read again it makes no second task.
    func call(for event: IdeaSelected, _ occasion: Occasion) throws {
        guard let author = event.author else { return }
        let task = TaskRecord(
            id: work.id(StaffTask.self),
            kind: .thankYouCall,
            member: author,
            idea: event.idea,
            dueAt: occasion.at + Self.within
        )
        try work.run(TaskTable.insert(task))
    }
}
