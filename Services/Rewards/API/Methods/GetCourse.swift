public import Contract
public import Models

/// Reads a course.
public struct GetCourse: RewardsMethod {
    public var course: Course.ID

    public init(course: Course.ID) {
        self.course = course
    }

    public static let name = "rewards.course"
    public static let summary = "Reads a course with its lessons and questions, and how far the caller has come."
    public static let details = """
        Answers are not told.
        """
    public typealias Caller = Reader
    public typealias Reply = CourseView
    public enum Refusal: String, Contract.Refusal { case courseUnknown }
}
