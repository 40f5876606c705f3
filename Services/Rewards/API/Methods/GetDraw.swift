public import Contract
public import Models

/// Reads a draw and its winners.
public struct GetDraw: RewardsMethod {
    public var draw: Draw.ID

    public init(draw: Draw.ID) { self.draw = draw }

    public static let name = "rewards.draw"
    public static let summary = "Reads a draw with its sources, its key and its winners."
    public static let details = """
        To recompute it take the pool by `rewards.drawPool`. Digest i, from 0, is that of the two bytes of i, the key, and \
        the two bytes of i again; as a number, most significant byte first, its remainder by how many are left chooses \
        one of them, counted from 0 in the order of the pool, who is then taken out. The key is each source's numbers in \
        ascending order, each ended by a full stop, and each source ended by a slash.
        """
    public typealias Caller = Reader
    public typealias Reply = DrawOutcome
    public enum Refusal: String, Contract.Refusal { case drawUnknown }
}
