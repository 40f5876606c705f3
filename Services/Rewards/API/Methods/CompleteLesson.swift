public import Contract
public import Models

/// Says that the caller has completed a lesson.
public struct CompleteLesson: RewardsMethod, Repeatable {
    public var course: Course.ID
    /// 1 for the first.
    public var lesson: Quantity

    public init(course: Course.ID, lesson: Quantity) {
        self.course = course
        self.lesson = lesson
    }

    public static let name = "rewards.completeLesson"
    public static let summary = "Notes that the caller has completed a lesson."
    public static let details = """
        Calling it twice does no harm. Where the course has no test the last missing lesson completes the course, and the \
        member gets a certificate.
        """
    public typealias Caller = ActingMember
    public typealias Reply = CourseProgress
    public enum Refusal: String, Contract.Refusal { case courseUnknown, lessonUnknown }
}
