import Contract
public import Models

/// Lists the courses.
public struct ListCourses: RewardsMethod {
    public var after: Cursor?
    public var limit: PageLimit?

    public init(after: Cursor? = nil, limit: PageLimit? = nil) {
        self.after = after
        self.limit = limit
    }

    public static let name = "rewards.courses"
    public static let summary = "Lists the courses, in the order in which they were offered."
    public typealias Caller = Reader
    public typealias Reply = Page<CourseSummary>
}
