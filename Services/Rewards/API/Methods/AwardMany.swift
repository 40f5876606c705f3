public import Contract
public import Models

/// Gives many awards in one call.
public struct AwardMany: RewardsMethod, Repeatable {
    /// From 1 to 1000, in the order in which they are made.
    public var awards: [AwardItem]
    /// Whether all are made or none; each for itself if not given.
    public var linked: Bool?

    public init(awards: [AwardItem], linked: Bool? = nil) {
        self.awards = awards
        self.linked = linked
    }

    public static let name = "rewards.awardMany"
    public static let summary = "Gives up to a thousand awards in one transaction, linked or each for itself."
    public static let details = """
        The reply has an outcome for each award, in their order. An award that is refused keeps no other from being made, \
        unless they are linked: then none is made, and the outcome of the refused one says why. Of linked awards that were \
        not made only the refused one's id stays refused; the others may come again.
        """
    public typealias Caller = StaffMember
    public typealias Reply = AwardOutcomes
    public enum Refusal: String, Contract.Refusal { case nothingToDo, tooManyAtOnce, transferTwice }
}
