public import Models

/// A member's place among those who earned points in a period.
public struct LeaderboardPlace: Codable, Sendable, Equatable {
    public var rank: Rank
    /// Whether others have the same rank.
    public var isTied: Bool
    public var member: Member.ID
    /// In the period and not taken back, whether or not it was spent or has expired since.
    public var earned: Points

    public init(rank: Rank, isTied: Bool, member: Member.ID, earned: Points) {
        self.rank = rank
        self.isTied = isTied
        self.member = member
        self.earned = earned
    }
}
