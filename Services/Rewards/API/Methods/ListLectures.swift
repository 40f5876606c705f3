import Contract
public import Models

/// Lists lectures.
public struct ListLectures: RewardsMethod {
    /// Only those that have not begun, which is so if not given; otherwise all.
    public var isUpcoming: Bool?
    public var after: Cursor?
    public var limit: PageLimit?

    public init(isUpcoming: Bool? = nil, after: Cursor? = nil, limit: PageLimit? = nil) {
        self.isUpcoming = isUpcoming
        self.after = after
        self.limit = limit
    }

    public static let name = "rewards.lectures"
    public static let summary =
        "Lists lectures in the order in which they were announced, with the places that are left."
    public typealias Caller = Reader
    public typealias Reply = Page<LectureView>
}
