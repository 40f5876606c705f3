public import Models

/// A stretch of time on a statement. `opening` and all movements of the period add up to `closing`.
public struct StatementPeriod: Codable, Sendable, Equatable {
    public var from: Instant
    /// The first moment that does not belong to it.
    public var until: Instant
    public var opening: Points
    public var closing: Points

    public init(from: Instant, until: Instant, opening: Points, closing: Points) {
        self.from = from
        self.until = until
        self.opening = opening
        self.closing = closing
    }
}
