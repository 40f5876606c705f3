public import Contract
public import Models

/// Says what the sources of a draw gave.
public struct ResolveDraw: RewardsMethod, Repeatable {
    public var draw: Draw.ID
    /// For each source, in their order.
    public var numbers: [DrawNumbers]

    public init(draw: Draw.ID, numbers: [DrawNumbers]) {
        self.draw = draw
        self.numbers = numbers
    }

    public static let name = "rewards.resolveDraw"
    public static let summary = "Says what the sources of a draw gave, from which the winners follow."
    public static let details = """
        Each winner gets the prize: a piece as a gift, or an award, which comes out of the same account as one that the \
        caller makes by hand. Pieces that nobody won go back into the stock. Where fewer entered than there are places, \
        all win, in the order in which they are drawn.
        """
    public typealias Caller = StaffMember
    public typealias Reply = DrawOutcome
    public enum Refusal: String, Contract.Refusal {
        case drawUnknown, drawOpen, drawDone, drawCancelled, seedTooEarly, numbersInvalid, accountStopped
    }
}
