public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension SitTest: Handled {
    /// Serializable, and the number of the attempt is part of its key: nobody gets one attempt more by many at once.
    public func respond(to member: ActingMember, in context: Context<RewardsService>) async throws -> TestResult {
        try await context.write { work in
            guard let terms = try work.first(CourseTable.find(course)) else { throw Refusal.courseUnknown }
            let progress = try work.transaction.progress(of: member.id, in: course)
            let result = try terms.mark(answers, after: progress)
            let number = progress.attempts.wire + 1
            try work.run(CourseProgressTable.attempt(number, at: course, by: member.id, result, at: work.now))
            let certificate = result.isPassed ? try Completion(work).conclude(terms, by: member.id) : nil
            return TestResult(
                right: try Count(wire: result.right),
                questions: try Count(wire: Int64(terms.questions.count)),
                isPassed: result.isPassed,
                attemptsLeft: result.isPassed ? nil : try terms.attempts.map { try Count(wire: $0.wire - number) },
                certificate: certificate
            )
        }
    }
}
