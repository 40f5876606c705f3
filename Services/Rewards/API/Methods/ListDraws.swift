import Contract
public import Models

/// Lists draws.
public struct ListDraws: RewardsMethod {
    /// Only those in this state.
    public var state: DrawState?
    public var after: Cursor?
    public var limit: PageLimit?

    public init(state: DrawState? = nil, after: Cursor? = nil, limit: PageLimit? = nil) {
        self.state = state
        self.after = after
        self.limit = limit
    }

    public static let name = "rewards.draws"
    public static let summary = "Lists draws with what they cost and bring, in the order in which they were opened."
    public typealias Caller = Reader
    public typealias Reply = Page<DrawRecord>
}
