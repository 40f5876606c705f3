public import Contract
public import Models

/// Says what invitations brought and what they cost.
public struct GetReferralReport: RewardsMethod {
    /// Members who joined from this moment on; all if not given.
    public var from: Instant?
    /// Members who joined before this moment.
    public var until: Instant?

    public init(from: Instant? = nil, until: Instant? = nil) {
        self.from = from
        self.until = until
    }

    public static let name = "rewards.referralReport"
    public static let summary =
        "Counts invitations by how far they came and how deep, with reproduction number and cost."
    public static let details = """
        A referral is rewarded by rules for `rewards.referralQualified`: they pay the `inviter`, the new `member`, or \
        every `ancestor` up the chain with `decay`. It qualifies when the invited member's profile is complete and the \
        member has contributed an idea, a comment, a vote, feedback, an answered questionnaire or an activity. \
        Nobody who is on a circle of invitations is paid for any.
        """
    public typealias Caller = StaffMember
    public typealias Reply = ReferralReport
    public enum Refusal: String, Contract.Refusal { case periodEmpty }
}
