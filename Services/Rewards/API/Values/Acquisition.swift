public import Models

/// What it cost to win members.
public struct AcquisitionReport: Codable, Sendable, Equatable {
    /// Who joined in the period, invited or not.
    public var joined: Count
    /// Those of them who have completed their profile and contributed something.
    public var qualified: Count
    /// For each asset that was spent.
    public var costs: [AcquisitionCost]

    public init(joined: Count, qualified: Count, costs: [AcquisitionCost]) {
        self.joined = joined
        self.qualified = qualified
        self.costs = costs
    }
}

/// The interval takes what was spent as given and the number of qualified members as a Poisson count, with the exact
/// limits of F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936) 437-442, at 95 %.
public struct AcquisitionCost: Codable, Sendable, Equatable {
    public var asset: Asset
    /// Awarded in the period for inviting, joining and the steps of it, less what was taken back.
    public var spent: Points
    /// Per qualified member; absent where there is none.
    public var perMember: Double?
    public var low: Double?
    /// Absent where there is no qualified member, because then there is no upper limit.
    public var high: Double?

    public init(asset: Asset, spent: Points, perMember: Double?, low: Double?, high: Double?) {
        self.asset = asset
        self.spent = spent
        self.perMember = perMember
        self.low = low
        self.high = high
    }
}
