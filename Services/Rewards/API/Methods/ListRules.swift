import Contract
public import Models

/// Lists the rules by which points are earned.
public struct ListRules: RewardsMethod {
    public var after: Cursor?
    public var limit: PageLimit?

    public init(after: Cursor? = nil, limit: PageLimit? = nil) {
        self.after = after
        self.limit = limit
    }

    public static let name = "rewards.rules"
    public static let summary = "Lists the rules by which points are earned, each in its latest version, by key."
    public static let details = "Members may read them: whoever is asked to earn points may know by what."
    public typealias Caller = Reader
    public typealias Reply = Page<EarningRule>
}
