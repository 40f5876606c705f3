public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension DefineCourse: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> CourseView {
        try await context.write { work in
            let terms = try terms(id: work.id(Course.self))
            try work.run(CourseTable.insert(terms, by: staff.actor, at: work.now))
            return terms.view(nil)
        }
    }
}
