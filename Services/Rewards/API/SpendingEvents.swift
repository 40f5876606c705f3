public import Contract
public import Models

// What rewards tells the others of what members get without points.

/// A member was given a reward.
public struct RewardGiven: Event {
    public var redemption: Redemption.ID
    public var reward: Reward.ID
    public var member: Member.ID
    public var units: Quantity
    public static let name = "rewards.rewardGiven"
    public static let summary = "A member was given a reward without points."

    public init(redemption: Redemption.ID, reward: Reward.ID, member: Member.ID, units: Quantity) {
        self.redemption = redemption
        self.reward = reward
        self.member = member
        self.units = units
    }
}

/// A reward can no longer be redeemed.
public struct OfferWithdrawn: Event {
    public var reward: Reward.ID
    public static let name = "rewards.offerWithdrawn"
    public static let summary = "A reward was taken from offer before its time."

    public init(reward: Reward.ID) { self.reward = reward }
}

/// A coupon was used in the shop.
public struct CouponUsed: Event {
    public var coupon: Coupon.ID
    public var pool: CouponPool.ID
    /// Who had the coupon, or else bought with it, where that is known.
    public var member: Member.ID?
    public static let name = "rewards.couponUsed"
    public static let summary = "A coupon was used in the shop."

    public init(coupon: Coupon.ID, pool: CouponPool.ID, member: Member.ID?) {
        self.coupon = coupon
        self.pool = pool
        self.member = member
    }
}

/// Somebody asks for something from a group's budget.
public struct OutlayRequested: Event {
    public var outlay: Outlay.ID
    public var group: Group.ID
    public static let name = "rewards.outlayRequested"
    public static let summary = "Something was asked for from a group's budget, and staff have to decide."

    public init(outlay: Outlay.ID, group: Group.ID) {
        self.outlay = outlay
        self.group = group
    }
}

/// Staff decided what a group asked for.
public struct OutlayDecided: Event {
    public var outlay: Outlay.ID
    public var group: Group.ID
    public var decision: OutlayDecision
    public static let name = "rewards.outlayDecided"
    public static let summary = "What a group asked for was approved and paid, or rejected."

    public init(outlay: Outlay.ID, group: Group.ID, decision: OutlayDecision) {
        self.outlay = outlay
        self.group = group
        self.decision = decision
    }
}

/// The pool of a draw was published.
public struct DrawClosed: Event {
    public var draw: Draw.ID
    public var pool: Digest
    /// No number of its sources is known before.
    public var seedFrom: Instant
    public static let name = "rewards.drawClosed"
    public static let summary = "The pool of a draw was published with its hash."

    public init(draw: Draw.ID, pool: Digest, seedFrom: Instant) {
        self.draw = draw
        self.pool = pool
        self.seedFrom = seedFrom
    }
}

/// A draw was called off.
public struct DrawCancelled: Event {
    public var draw: Draw.ID
    public static let name = "rewards.drawCancelled"
    public static let summary = "A draw was called off, and what entries cost comes back."

    public init(draw: Draw.ID) { self.draw = draw }
}

/// The winners of a draw are known.
public struct DrawResolved: Event {
    public var draw: Draw.ID
    /// From which, with the pool, the winners follow.
    public var key: String
    public static let name = "rewards.drawResolved"
    public static let summary = "The winners of a draw are known."

    public init(draw: Draw.ID, key: String) {
        self.draw = draw
        self.key = key
    }
}
