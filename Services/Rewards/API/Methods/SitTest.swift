public import Contract
public import Models

/// Answers the test of a course.
public struct SitTest: RewardsMethod, Repeatable {
    public var course: Course.ID
    /// For each question, in order, which choice the caller takes; 1 for the first.
    public var answers: [Quantity]

    public init(course: Course.ID, answers: [Quantity]) {
        self.course = course
        self.answers = answers
    }

    public static let name = "rewards.sitTest"
    public static let summary = "Answers the test of a course."
    public static let details = """
        Each call is one attempt, passed or not. Which answers were right is not told. Who passes has completed the course \
        and gets a certificate.
        """
    public typealias Caller = ActingMember
    public typealias Reply = TestResult
    public enum Refusal: String, Contract.Refusal {
        case courseUnknown, noTest, courseCompleted, lessonsMissing, answersIncomplete, noAttemptsLeft
    }
}
