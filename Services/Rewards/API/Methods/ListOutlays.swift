import Contract
public import Models

/// Lists what groups ask for and have got.
public struct ListOutlays: RewardsMethod {
    public var group: Group.ID?
    /// Only those in this state.
    public var state: OutlayState?
    public var after: Cursor?
    public var limit: PageLimit?

    public init(
        group: Group.ID? = nil,
        state: OutlayState? = nil,
        after: Cursor? = nil,
        limit: PageLimit? = nil
    ) {
        self.group = group
        self.state = state
        self.after = after
        self.limit = limit
    }

    public static let name = "rewards.outlays"
    public static let summary = "Lists what groups ask for, and what staff decided, in the order of the requests."
    public static let details = "Staff read all of them; others read what they asked for themselves."
    public typealias Caller = Reader
    public typealias Reply = Page<OutlayRecord>
}
