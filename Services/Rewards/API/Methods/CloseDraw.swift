public import Contract
public import Models

/// Ends the entries of a draw and publishes the pool.
public struct CloseDraw: RewardsMethod, Repeatable {
    public var draw: Draw.ID
    /// A later moment from which on the numbers can be known; needed where the first has passed.
    public var seedFrom: Instant?

    public init(draw: Draw.ID, seedFrom: Instant? = nil) {
        self.draw = draw
        self.seedFrom = seedFrom
    }

    public static let name = "rewards.closeDraw"
    public static let summary = "Ends the entries of a draw and publishes the pool with its hash."
    public static let details = """
        It happens by itself when the time of the entries is over. The pool has to be published before the numbers are \
        known: where that moment has passed, a later one has to be named, and later numbers of the sources count. The \
        places of the pool are in the order of the members' ids.
        """
    public typealias Caller = StaffMember
    public typealias Reply = DrawRecord
    public enum Refusal: String, Contract.Refusal { case drawUnknown, drawClosed, seedKnown }
}
