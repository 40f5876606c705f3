public import Contract
public import Models

/// Offers a course.
public struct DefineCourse: RewardsMethod, Repeatable {
    public var title: Title
    /// What it is about; stands in its certificates.
    public var about: Prose
    /// From 1 to 100.
    public var lessons: [Lesson]
    /// The test, at most 200 questions; without it the course is completed with its last lesson.
    public var questions: [QuestionTerms]?
    /// How much of the test has to be right; all of it if not given.
    public var passMark: Percent?
    /// How often a member may sit the test; any number of times if not given.
    public var attempts: Quantity?
    /// How long its certificate is valid; for ever if not given.
    public var validity: Months?

    public init(
        title: Title,
        about: Prose,
        lessons: [Lesson],
        questions: [QuestionTerms]? = nil,
        passMark: Percent? = nil,
        attempts: Quantity? = nil,
        validity: Months? = nil
    ) {
        self.title = title
        self.about = about
        self.lessons = lessons
        self.questions = questions
        self.passMark = passMark
        self.attempts = attempts
        self.validity = validity
    }

    public static let name = "rewards.defineCourse"
    public static let summary = "Offers a course of lessons, with a test if questions are given."
    public static let details = """
        It does not change any more: what a certificate says was taught was taught.
        """
    public typealias Caller = StaffMember
    public typealias Reply = CourseView
    public enum Refusal: String, Contract.Refusal { case lessonsMissing, questionBroken }
}
