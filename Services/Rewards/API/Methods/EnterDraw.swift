public import Contract
public import Models

/// Takes part in a draw.
public struct EnterDraw: RewardsMethod, Repeatable {
    public var draw: Draw.ID

    public init(draw: Draw.ID) { self.draw = draw }

    public static let name = "rewards.enterDraw"
    public static let summary = "Enters the caller into a draw."
    public static let details = """
        A member is in it once, and pays once where the draw has a price: calling it again gives the same answer, with the \
        place in the pool as soon as that is published. Who cannot pay is not in it. At most 65,535 can enter.
        """
    public typealias Caller = ActingMember
    public typealias Reply = DrawEntry
    public enum Refusal: String, Contract.Refusal {
        case drawUnknown, drawClosed, drawFull, insufficientPoints, accountStopped
    }
}
