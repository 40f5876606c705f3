/// One closure on its way to a connection, with the caller that waits for it.
package struct Job: Sendable {
    package let access: Access
    package let deadline: ContinuousClock.Instant
    /// How often it is run at most where other transactions are in the way.
    package let attempts: Int
    /// Runs the closure and gives back what tells the caller its result, to be called after the commit
    /// and not before. It may be called several times; each time starts from nothing.
    package let attempt: @Sendable (Transaction) throws -> @Sendable () -> Void
    /// Tells the caller that nothing came of it.
    package let fail: @Sendable (any Error) -> Void

    package init(
        _ access: Access,
        until deadline: ContinuousClock.Instant,
        attempts: Int = Attempts.limit,
        attempt: @escaping @Sendable (Transaction) throws -> @Sendable () -> Void,
        fail: @escaping @Sendable (any Error) -> Void
    ) {
        self.access = access
        self.deadline = deadline
        self.attempts = attempts
        self.attempt = attempt
        self.fail = fail
    }
}
