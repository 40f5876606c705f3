public import Models

/// A page of a ranking, and who is not in it.
public struct Leaderboard: Codable, Sendable, Equatable {
    public var items: [LeaderboardPlace]
    /// Give it as `after` to read on; absent at the end.
    public var next: Cursor?
    /// How many earned points in the period and have no place because they are staff.
    public var staffLeftOut: Count
    /// How many have none because they do not want to be seen.
    public var hiddenLeftOut: Count

    public init(items: [LeaderboardPlace], next: Cursor?, staffLeftOut: Count, hiddenLeftOut: Count) {
        self.items = items
        self.next = next
        self.staffLeftOut = staffLeftOut
        self.hiddenLeftOut = hiddenLeftOut
    }
}

/// Whether a member is seen in rankings.
public struct Visibility: Codable, Sendable, Equatable {
    public var member: Member.ID
    public var isVisible: Bool

    public init(member: Member.ID, isVisible: Bool) {
        self.member = member
        self.isVisible = isVisible
    }
}
