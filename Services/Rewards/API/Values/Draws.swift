public import Models

/// How winners follow from the pool and the numbers.
public enum DrawProfile: String, Codable, CaseIterable, Sendable {
    /// RFC 3797, section 4, which uses MD5. Nobody can choose the numbers, so that MD5 has collisions does no harm.
    case rfc3797
    /// The same with SHA-256 in the place of MD5.
    case sha256
}

public enum DrawState: String, Codable, CaseIterable, Sendable {
    /// Members can enter.
    case open
    /// The pool is published, and the numbers are not known yet.
    case closed
    /// The winners are known.
    case done
    /// It was called off, and nobody wins.
    case cancelled
}

/// A draw of prizes that anybody can recompute.
public struct DrawRecord: Codable, Sendable, Equatable {
    public var id: Draw.ID
    public var title: Title
    /// What winners get; absent where staff hand prizes over by themselves.
    public var reward: Reward.ID?
    public var places: Quantity
    public var profile: DrawProfile
    public var state: DrawState
    /// Members can enter before this moment.
    public var entriesUntil: Instant
    /// No number of any source is known before this moment.
    public var seedFrom: Instant
    /// Where the numbers will come from, named before the draw was open.
    public var sources: [Sentence]
    public var entries: Count
    /// SHA-256 of the pool, from when on it is closed: a line for each entry, place, space and member's id, each ended
    /// by LF.
    public var poolHash: Digest?
    public var closedAt: Instant?
    public var resolvedAt: Instant?
    /// What each member pays who enters; absent where that is nothing.
    public var entryPrice: AssetAmount?
    /// What each winner is awarded; absent where that is nothing.
    public var prize: AssetAmount?
    /// Why it was called off.
    public var remark: Sentence?

    public init(
        id: Draw.ID,
        title: Title,
        reward: Reward.ID?,
        places: Quantity,
        profile: DrawProfile,
        state: DrawState,
        entriesUntil: Instant,
        seedFrom: Instant,
        sources: [Sentence],
        entries: Count,
        poolHash: Digest?,
        closedAt: Instant?,
        resolvedAt: Instant?,
        entryPrice: AssetAmount? = nil,
        prize: AssetAmount? = nil,
        remark: Sentence? = nil
    ) {
        self.id = id
        self.title = title
        self.reward = reward
        self.places = places
        self.profile = profile
        self.state = state
        self.entriesUntil = entriesUntil
        self.seedFrom = seedFrom
        self.sources = sources
        self.entries = entries
        self.poolHash = poolHash
        self.closedAt = closedAt
        self.resolvedAt = resolvedAt
        self.entryPrice = entryPrice
        self.prize = prize
        self.remark = remark
    }
}

/// That a member takes part.
public struct DrawEntry: Codable, Sendable, Equatable {
    public var draw: Draw.ID
    public var member: Member.ID
    /// The place in the published pool, from 1; absent before that.
    public var place: Quantity?
    /// By which the member paid; absent where there was nothing to pay, and in the published pool.
    public var payment: Transfer.ID?

    public init(draw: Draw.ID, member: Member.ID, place: Quantity? = nil, payment: Transfer.ID? = nil) {
        self.draw = draw
        self.member = member
        self.place = place
        self.payment = payment
    }
}

/// The numbers that one source gave, in any order.
public struct DrawNumbers: Codable, Sendable, Equatable {
    /// From 1 to 20 numbers, none below zero.
    public var numbers: [Int64]

    public init(numbers: [Int64]) { self.numbers = numbers }
}
