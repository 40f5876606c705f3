public import Contract
public import Models

/// Erases what is kept of a person here.
public struct EraseMember: RewardsMethod, Repeatable {
    public var member: Member.ID

    public init(member: Member.ID) { self.member = member }

    public static let name = "rewards.erase"
    public static let summary = "Erases all words and devices of a member, and changes no balance, total or liability."
    public static let details = """
        What somebody wrote about the member or the member wrote goes: reasons of transfers, adjustments, levels, badges \
        and items, remarks on orders and tasks, words of activities. So do digests of devices and the customer type. The \
        accounts and all movements stay under the member's id, which says nothing of a person once identity has \
        forgotten it, and the member is no longer seen in rankings. It cannot be undone. Replies that are kept for \
        repeated calls are forgotten within their usual time.
        """
    public typealias Caller = StaffMember
    public typealias Reply = ErasureRecord
    public enum Refusal: String, Contract.Refusal { case memberUnknown, erased }
}
