public import Contract
public import Models

/// Gives an item of a collection by hand.
public struct GiveItem: RewardsMethod, Repeatable {
    public var member: Member.ID
    public var collection: CollectionKey
    public var item: ItemKey
    public var reason: Sentence

    public init(member: Member.ID, collection: CollectionKey, item: ItemKey, reason: Sentence) {
        self.member = member
        self.collection = collection
        self.item = item
        self.reason = reason
    }

    public static let name = "rewards.giveItem"
    public static let summary = "Gives a member an item of a collection by hand."
    public typealias Caller = StaffMember
    public typealias Reply = MemberCollection
    public enum Refusal: String, Contract.Refusal { case collectionUnknown, itemUnknown, itemHeld }
}
