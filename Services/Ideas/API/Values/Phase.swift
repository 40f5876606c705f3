public import Models

/// What a campaign goes through, in this order. Collecting and deciding are always part of it; voting and reviewing
/// where the selection rule needs votes or scores.
public enum Phase: String, Codable, CaseIterable, Sendable {
    /// Ideas are submitted.
    case collecting
    /// Ballots are cast and changed.
    case voting
    /// Experts score.
    case reviewing
    /// The result is computed by the sealed rule.
    case deciding
}

/// From when to when a phase lasts: `opensAt` is the first moment in it, `closesAt` the first after it.
public struct PhaseWindow: Codable, Sendable, Hashable {
    public var phase: Phase
    public var opensAt: Instant
    public var closesAt: Instant

    public init(_ phase: Phase, from opensAt: Instant, to closesAt: Instant) {
        self.phase = phase
        self.opensAt = opensAt
        self.closesAt = closesAt
    }
}

/// A phase that staff ended before its instant; the next one opened at that moment.
public struct PhaseClosing: Codable, Sendable, Hashable {
    public var phase: Phase
    public var closedAt: Instant
    public var closedBy: Actor

    public init(phase: Phase, closedAt: Instant, closedBy: Actor) {
        self.phase = phase
        self.closedAt = closedAt
        self.closedBy = closedBy
    }
}

/// Where a campaign stands: in a phase, before one, or past all of them.
public enum Stage: String, Codable, CaseIterable, Sendable {
    /// Sealed and published, not yet collecting.
    case announced
    case collecting
    case beforeVoting
    case voting
    case beforeReviewing
    case reviewing
    case beforeDeciding
    case deciding
    /// All phases are over and nobody has had the result computed yet.
    case overdue
    case decided
}
