public import Contract
public import Models

/// Defines a set of collectable items.
public struct DefineCollection: RewardsMethod, Repeatable {
    public var key: CollectionKey
    public var title: Title
    /// From 1 to 100.
    public var items: [ItemTerms]

    public init(key: CollectionKey, title: Title, items: [ItemTerms]) {
        self.key = key
        self.title = title
        self.items = items
    }

    public static let name = "rewards.defineCollection"
    public static let summary = "Defines a set of collectable items and by what members get each."
    public static let details = """
        It does not change any more. Items that are given by rule come within seconds, also for what was done before.
        """
    public typealias Caller = StaffMember
    public typealias Reply = CollectionTerms
    public enum Refusal: String, Contract.Refusal { case collectionExists, itemTwice, criterionIncomplete }
}
