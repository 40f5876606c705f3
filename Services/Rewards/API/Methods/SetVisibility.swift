public import Contract
public import Models

/// Says whether the caller is seen in rankings.
public struct SetVisibility: RewardsMethod, Repeatable {
    public var isVisible: Bool

    public init(isVisible: Bool) {
        self.isVisible = isVisible
    }

    public static let name = "rewards.setVisibility"
    public static let summary = "Says whether the caller is seen in rankings; without it every member is."
    public static let details = """
        It counts at once and for every period. Points, levels and badges do not change.
        """
    public typealias Caller = ActingMember
    public typealias Reply = Visibility
}
