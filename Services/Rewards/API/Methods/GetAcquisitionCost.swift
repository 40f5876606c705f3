public import Contract
public import Models

/// Says what it cost to win members.
public struct GetAcquisitionCost: RewardsMethod {
    /// Members who joined from this moment on, and awards for events from then on; all if not given.
    public var from: Instant?
    /// Before this moment.
    public var until: Instant?

    public init(from: Instant? = nil, until: Instant? = nil) {
        self.from = from
        self.until = until
    }

    public static let name = "rewards.acquisitionCost"
    public static let summary = "Divides what inviting and joining was awarded by the members who qualified."
    public static let details = """
        Awards count that rules made for invitations, registrations, confirmed addresses, completed profiles, steps of \
        joining and qualified referrals. Members who joined at the end of the period may still qualify, so a period that \
        has just ended looks dearer than it is.
        """
    public typealias Caller = StaffMember
    public typealias Reply = AcquisitionReport
    public enum Refusal: String, Contract.Refusal { case periodEmpty }
}
