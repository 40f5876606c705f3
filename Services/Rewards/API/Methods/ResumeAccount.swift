public import Contract
public import Models

/// Lets points move again on an account that an audit has stopped.
public struct ResumeAccount: RewardsMethod, Repeatable {
    public var member: Member.ID
    /// Points if not given.
    public var asset: Asset?

    public init(member: Member.ID, asset: Asset? = nil) {
        self.member = member
        self.asset = asset
    }

    public static let name = "rewards.resume"
    public static let summary = "Lets points move again on a member's account that an audit has stopped."
    public static let details =
        "The next audit stops it again where a law is still broken. Calling it twice does no harm."
    public typealias Caller = StaffMember
    public typealias Reply = Balance
    public enum Refusal: String, Contract.Refusal { case memberUnknown }
}
