public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension CompleteLesson: Handled {
    public func respond(to member: ActingMember, in context: Context<RewardsService>) async throws -> CourseProgress {
        try await context.write { work in
            guard let terms = try work.first(CourseTable.find(course)) else { throw Refusal.courseUnknown }
            guard lesson.wire <= terms.lessons.count else { throw Refusal.lessonUnknown }
            try work.run(CourseProgressTable.complete(lesson, of: course, by: member.id, at: work.now))
            let progress = try work.transaction.progress(of: member.id, in: course)
            guard terms.questions.isEmpty, progress.completedAt == nil, terms.hasAllLessons(progress) else {
                return progress
            }
            _ = try Completion(work).conclude(terms, by: member.id)
            return try work.transaction.progress(of: member.id, in: course)
        }
    }
}
