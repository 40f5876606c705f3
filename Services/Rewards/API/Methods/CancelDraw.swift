public import Contract
public import Models

/// Calls a draw off.
public struct CancelDraw: RewardsMethod, Repeatable {
    public var draw: Draw.ID
    /// Everybody reads it with the draw.
    public var reason: Sentence

    public init(draw: Draw.ID, reason: Sentence) {
        self.draw = draw
        self.reason = reason
    }

    public static let name = "rewards.cancelDraw"
    public static let summary = "Calls a draw off before its winners are known, and gives back what entries cost."
    public static let details = """
        The pieces that were set aside go back into the stock at once. What members paid comes back within a minute, into \
        the lots that it came from; that can take longer where tens of thousands entered.
        """
    public typealias Caller = StaffMember
    public typealias Reply = DrawRecord
    public enum Refusal: String, Contract.Refusal { case drawUnknown, drawDone, drawCancelled }
}
