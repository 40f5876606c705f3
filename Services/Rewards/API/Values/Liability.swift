public import Models

/// What members have and can still spend, by the month in which it expires.
public struct LiabilityReport: Codable, Sendable, Equatable {
    public var at: Instant
    public var assets: [AssetLiability]

    public init(at: Instant, assets: [AssetLiability]) {
        self.at = at
        self.assets = assets
    }
}

/// The months add up to `outstanding`, which is what all members' accounts of the books hold.
public struct AssetLiability: Codable, Sendable, Equatable {
    public var asset: Asset
    public var outstanding: Points
    /// What of it is set aside by holds.
    public var held: Points
    /// What is awarded and waits for its release; not in `outstanding`, because it has no expiry yet.
    public var pending: Points
    /// What members owe; not taken from `outstanding`.
    public var owed: Points
    /// In their order, months with nothing left out. A past month has what is held, or not yet taken away.
    public var months: [MonthLiability]

    public init(
        asset: Asset,
        outstanding: Points,
        held: Points,
        pending: Points,
        owed: Points,
        months: [MonthLiability]
    ) {
        self.asset = asset
        self.outstanding = outstanding
        self.held = held
        self.pending = pending
        self.owed = owed
        self.months = months
    }
}

public struct MonthLiability: Codable, Sendable, Equatable {
    /// The first day (UTC) of the month.
    public var month: Day
    public var outstanding: Points
    public var held: Points
    /// How many awards and gifts it is left of.
    public var lots: Count

    public init(month: Day, outstanding: Points, held: Points, lots: Count) {
        self.month = month
        self.outstanding = outstanding
        self.held = held
        self.lots = lots
    }
}
