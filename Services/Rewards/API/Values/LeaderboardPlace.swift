public import Models

/// A member's place among those who earned points in a period.
public struct LeaderboardPlace: Codable, Sendable, Equatable {
    public var rank: Rank
    public var member: Member.ID
    /// In the period, whether or not it was spent or has expired since.
    public var earned: Points

    public init(rank: Rank, member: Member.ID, earned: Points) {
        self.rank = rank
        self.member = member
        self.earned = earned
    }
}
