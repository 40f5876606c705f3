public import Contract
public import Models

/// Frees what was held.
public struct VoidHold: RewardsMethod, Repeatable {
    public var hold: Transfer.ID

    public init(hold: Transfer.ID) { self.hold = hold }

    public static let name = "rewards.void"
    public static let summary = "Ends a hold, so that its points can be spent again."
    public static let details = "Points whose time was up while they were held expire at once."
    public typealias Caller = StaffMember
    public typealias Reply = HoldEnd
    public enum Refusal: String, Contract.Refusal { case holdUnknown, holdEnded, accountStopped }
}
