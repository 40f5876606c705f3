public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GetCourse: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> CourseView {
        try await context.read { tx in
            guard let terms = try tx.first(CourseTable.find(course)) else { throw Refusal.courseUnknown }
            return terms.view(try reader.bearer.actor.member.map { try tx.progress(of: $0, in: course) })
        }
    }
}

extension Transaction {
    func progress(of member: Member.ID, in course: Course.ID) throws -> CourseProgress {
        let completion = try first(CourseProgressTable.completion(of: course, by: member))
        return CourseProgress(
            lessons: try all(CourseProgressTable.lessons(of: course, by: member)),
            attempts: try one(CourseProgressTable.attempts(at: course, by: member)),
            completedAt: completion?.0,
            certificate: completion?.1
        )
    }
}
