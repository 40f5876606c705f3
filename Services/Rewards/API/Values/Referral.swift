public import Models

/// How far somebody came who joined.
public enum ReferralState: String, Codable, CaseIterable, Sendable {
    /// Asked to join and accepted the norms. Before that identity knows of an invitation, and of nobody who has it.
    case registered
    /// The profile is complete.
    case completed
    /// Contributed something after that, or before.
    case qualified
    /// The invitation was rewarded.
    case rewarded
    /// The invitation is not rewarded, or no more.
    case refused
}

/// Why an invitation is not rewarded.
public enum ReferralObjection: String, Codable, CaseIterable, Sendable {
    /// A member invited himself or herself.
    case oneself
    /// The chain of invitations leads back to the member.
    case circle
    /// The member uses a device of somebody further up the chain.
    case sharedDevice
}

/// What invitations brought, and what they cost.
public struct ReferralReport: Codable, Sendable, Equatable {
    /// Invitations sent, by members and by the company.
    public var invited: Count
    /// All who joined, invited or not.
    public var joined: Count
    /// Those of them whom a member invited.
    public var referred: Count
    /// Those of the referred who completed their profile: the members that were acquired.
    public var completed: Count
    public var qualified: Count
    public var rewarded: Count
    /// Those of the completed for whom nobody was paid: sharing among friends, which costs nothing.
    public var unpaid: Count
    public var refused: [RefusedCount]
    /// From 1 to 6 links below the one who came by himself or herself.
    public var depths: [DepthCount]
    /// Seven links below and further.
    public var deeper: Count
    /// On a circle of invitations, or below one, and so at no depth. With all depths they add up to `referred`.
    public var circular: Count
    public var reproduction: Reproduction
    /// For each asset that was spent.
    public var costs: [ReferralCost]

    public init(
        invited: Count,
        funnel: ReferralFunnel,
        refused: [RefusedCount],
        depths: [DepthCount],
        deeper: Count,
        circular: Count,
        reproduction: Reproduction,
        costs: [ReferralCost]
    ) {
        self.invited = invited
        joined = funnel.joined
        referred = funnel.referred
        completed = funnel.completed
        qualified = funnel.qualified
        rewarded = funnel.rewarded
        unpaid = funnel.unpaid
        self.refused = refused
        self.depths = depths
        self.deeper = deeper
        self.circular = circular
        self.reproduction = reproduction
        self.costs = costs
    }
}

/// How many came how far.
public struct ReferralFunnel: Sendable, Equatable {
    public var joined: Count
    public var referred: Count
    public var completed: Count
    public var qualified: Count
    public var rewarded: Count
    public var unpaid: Count

    public init(
        joined: Count,
        referred: Count,
        completed: Count,
        qualified: Count,
        rewarded: Count,
        unpaid: Count
    ) {
        self.joined = joined
        self.referred = referred
        self.completed = completed
        self.qualified = qualified
        self.rewarded = rewarded
        self.unpaid = unpaid
    }
}

public struct RefusedCount: Codable, Sendable, Equatable {
    public var objection: ReferralObjection
    public var referrals: Count

    public init(objection: ReferralObjection, referrals: Count) {
        self.objection = objection
        self.referrals = referrals
    }
}

public struct DepthCount: Codable, Sendable, Equatable {
    public var depth: Quantity
    public var referrals: Count

    public init(depth: Quantity, referrals: Count) {
        self.depth = depth
        self.referrals = referrals
    }
}
