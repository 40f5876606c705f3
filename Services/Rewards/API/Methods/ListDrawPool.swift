public import Contract
public import Models

/// Reads who takes part in a draw.
public struct ListDrawPool: RewardsMethod {
    public var draw: Draw.ID
    public var after: Cursor?
    public var limit: PageLimit?

    public init(draw: Draw.ID, after: Cursor? = nil, limit: PageLimit? = nil) {
        self.draw = draw
        self.after = after
        self.limit = limit
    }

    public static let name = "rewards.drawPool"
    public static let summary = "Reads the published pool of a draw, by place."
    public typealias Caller = Reader
    public typealias Reply = Page<DrawEntry>
    public enum Refusal: String, Contract.Refusal { case drawUnknown, drawOpen }
}
