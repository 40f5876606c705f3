public import TypedSQL

extension Context {
    /// Changes that callers who come at the same moment make in one transaction, at read committed. The closure is given
    /// what several of them ask for, in the order in which they came, and gives back a result for each; nil for one that
    /// has to go alone. It must treat every input as if there were no others.
    ///
    /// Each is answered after the commit that holds its effect. When the transaction cannot be made, nobody hears of it:
    /// everyone goes alone. To wait for a lock would hold up the others, so it is tried for a tenth of a second only.
    ///
    /// - Returns: nil where the caller has to go alone, with a `write` of its own: nothing was done for it.
    public func write<Input: Sendable, Output: Sendable>(
        _ input: Input,
        with others: SharedWrites<Input, Output>,
        _ body: @escaping @Sendable ([Input], Work<Service>) throws -> [Output?]
    ) async throws -> Output? {
        // A key covers the reply of one call, so its row is written in a transaction of that call.
        guard replay == nil, host.database.groupLimit > 1 else { return nil }
        return try await others.run(input, deadline: deadline, limit: host.database.groupLimit) { inputs in
            let shared = Context(host: host, deadline: .now + .seconds(5))
            return try await shared.write(.readCommitted, attempts: 1) { work in
                try work.transaction.limitLockWait(to: .milliseconds(100))
                return try body(inputs, work)
            }
        }
    }
}
