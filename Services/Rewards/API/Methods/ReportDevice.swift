public import Contract
public import Models

/// Tells which device a member uses.
public struct ReportDevice: RewardsMethod, Repeatable {
    public var member: Member.ID
    /// SHA-256 of whatever the backend knows the device by, with a secret of its own, so that nobody can tell the
    /// device from it.
    public var device: Digest

    public init(member: Member.ID, device: Digest) {
        self.member = member
        self.device = device
    }

    public static let name = "rewards.reportDevice"
    public static let summary =
        "Tells which device a member uses, so that invitations on a shared one are not rewarded."
    public static let details = """
        Where the member shares the device with somebody further up the chain of invitations, or somebody below does, \
        the invitation is refused, and what it had earned is taken back. To report the same again changes nothing.
        """
    public typealias Caller = Backend
    public typealias Reply = DeviceReport
    public enum Refusal: String, Contract.Refusal { case deviceCrowded, accountStopped }
}
