public import Models

/// A winner.
public struct DrawWinner: Codable, Sendable, Equatable {
    /// 1 for whoever was drawn first.
    public var rank: Rank
    /// In the pool.
    public var place: Quantity
    public var member: Member.ID
    /// Of which the remainder chose the place among those that were left: 32 hexadecimal digits for MD5, 64 for SHA-256.
    public var digest: String
    /// The gift that it brought.
    public var redemption: Redemption.ID?
    /// What was awarded for it.
    public var award: Transfer.ID?

    public init(
        rank: Rank,
        place: Quantity,
        member: Member.ID,
        digest: String,
        redemption: Redemption.ID?,
        award: Transfer.ID? = nil
    ) {
        self.rank = rank
        self.place = place
        self.member = member
        self.digest = digest
        self.redemption = redemption
        self.award = award
    }
}

/// A draw with all that it takes to recompute it, beside the pool.
public struct DrawOutcome: Codable, Sendable, Equatable {
    public var draw: DrawRecord
    /// What each source gave, in the order of the sources; empty before that is known.
    public var numbers: [DrawNumbers]
    /// The text that the digests are made from.
    public var key: String?
    /// In the order in which they were drawn.
    public var winners: [DrawWinner]

    public init(draw: DrawRecord, numbers: [DrawNumbers], key: String?, winners: [DrawWinner]) {
        self.draw = draw
        self.numbers = numbers
        self.key = key
        self.winners = winners
    }
}
