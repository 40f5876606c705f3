import Models

/// Names a code; its secret is derived from its id.
enum OneTime: Identified { static let idPrefix = "otc" }

/// A code that was sent by message and can be used once, for one purpose.
struct OneTimeCode: Sendable, Hashable {
    enum Purpose: String, CaseIterable, Sendable { case confirmEmail, resetPassword }
    enum State: Sendable, Hashable { case open, spent, expired }

    var expiresAt: Instant
    var usedAt: Instant?

    func state(at now: Instant) -> State {
        if usedAt != nil { return .spent }
        return now < expiresAt ? .open : .expired
    }

    /// Codes that one member can be sent in an hour, so that nobody floods a stranger's mailbox.
    static let mostPerHour = 5
}
