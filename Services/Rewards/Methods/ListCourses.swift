public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ListCourses: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> Page<CourseSummary> {
        let limit = limit ?? .standard
        let courses = try await context.read { tx in
            try tx.all(CourseTable.page(after: after?.key ?? "", limit: limit))
        }
        return Page(surplus: courses, limit: limit) { $0.course.wire }
    }
}
