import Models

/// How long sessions last, and what a refresh token is worth.
struct SessionRules: Sendable {
    /// A session that is not refreshed for this long is over.
    var idle: Seconds
    /// However busy it is, a session is over after this time.
    var absolute: Seconds
    /// Running sessions of one member; the oldest ends when there are more.
    var most: Int

    /// A spent token gives its successor again for this long, for clients whose answer was lost or that ask in
    /// parallel.
    static let grace = Seconds(10)

    /// What is known of a refresh token and its session.
    struct Presented: Sendable, Hashable {
        var createdAt: Instant
        var rotatedAt: Instant?
        var sessionStartedAt: Instant
        var sessionEndedAt: Instant?
    }

    enum Verdict: Sendable, Hashable {
        /// Spend it and issue its successor.
        case rotate
        /// Issue the successor that it has.
        case again
        /// A stolen copy: end the session.
        case stolen
        case over
    }

    func verdict(on token: Presented, at now: Instant) -> Verdict {
        if token.sessionEndedAt != nil { return .over }
        if let rotatedAt = token.rotatedAt { return now <= rotatedAt + Self.grace ? .again : .stolen }
        return now < expiry(of: token) ? .rotate : .over
    }

    func expiry(of token: Presented) -> Instant {
        expiry(issuedAt: token.createdAt, sessionStartedAt: token.sessionStartedAt)
    }

    /// The latest moment at which a refresh token can be used.
    func expiry(issuedAt: Instant, sessionStartedAt: Instant) -> Instant {
        min(issuedAt + idle, sessionStartedAt + absolute)
    }

    /// Those that have to end so that one more has a place: the oldest.
    func surplus<T>(of running: [T]) -> ArraySlice<T> { running.prefix(max(0, running.count + 1 - most)) }
}
