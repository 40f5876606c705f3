public import Models

/// How many new members one member brings on average; above 1 a community grows by invitations alone.
///
/// The interval is exact for a Poisson count: F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28
/// (1936) 437-442. It covers the true value in at least 95 of 100 cases. Members who joined lately may still invite, so
/// a period that has just ended is estimated too low.
public struct Reproduction: Codable, Sendable, Equatable {
    /// The members of the period who completed their profile.
    public var members: Count
    /// Those whom they invited, at any time, and who completed theirs; refused invitations are left out.
    public var brought: Count
    /// Absent where there are no members.
    public var value: Double?
    public var low: Double?
    public var high: Double?

    public init(members: Count, brought: Count, value: Double? = nil, low: Double? = nil, high: Double? = nil) {
        self.members = members
        self.brought = brought
        self.value = value
        self.low = low
        self.high = high
    }
}

/// What acquiring members by referral cost of one asset, what was taken back not counted.
public struct ReferralCost: Codable, Sendable, Equatable {
    public var asset: Asset
    public var spent: Points
    /// Per referred member who completed the profile; absent where there is none.
    public var perMember: Double?

    public init(asset: Asset, spent: Points, perMember: Double?) {
        self.asset = asset
        self.spent = spent
        self.perMember = perMember
    }
}

/// What the report of a device came to.
public struct DeviceReport: Codable, Sendable, Equatable {
    /// How many other members were seen with the device.
    public var others: Count
    /// Members whose invitation is not rewarded, or no more, because of it.
    public var refused: [Member.ID]

    public init(others: Count, refused: [Member.ID]) {
        self.others = others
        self.refused = refused
    }
}
