import Dispatch

/// A database on either engine. The modules `SQLite` and `Postgres` make it.
///
/// Closures run on the thread of a connection, may be repeated as a whole, and must have no effect
/// outside the transaction. A caller that is cancelled while it waits for a connection gets
/// `CancellationError`; once its closure runs, it runs to its end.
public final class Database: Sendable {
    private let driver: any Driver
    /// How many callers share a commit at most, where they do; 1 where each has one of its own.
    public let groupLimit: Int

    /// How many callers share a commit at most when nothing else is said.
    public static let usualGroupLimit = 128

    /// How long a transaction may take, waiting included, when no deadline is given.
    public static let usualLimit = Duration.seconds(30)

    public var engine: Engine { driver.engine }

    package init(_ driver: any Driver, groupLimit: Int = usualGroupLimit) {
        self.driver = driver
        self.groupLimit = max(1, groupLimit)
    }

    deinit {
        driver.shutDown()
    }

    /// Runs a closure that only reads, all of it in one snapshot.
    ///
    /// - Throws: what the closure throws, or `SQLError`; `readOnly` when it tries to write.
    public func read<Output: Sendable>(
        deadline: ContinuousClock.Instant? = nil,
        _ body: @escaping @Sendable (Transaction) throws -> Output
    ) async throws -> Output {
        try await perform(.read, until: deadline ?? .now + Self.usualLimit, body)
    }

    /// Runs a closure and commits what it did; when it throws, nothing of it remains.
    ///
    /// It is repeated as a whole when other transactions are in the way.
    ///
    /// - Parameter attempts: how often it is run at most.
    /// - Throws: what the closure throws, or `SQLError`; `unknownOutcome` when the answer to the commit
    ///   was lost or did not come by the deadline.
    @discardableResult
    public func write<Output: Sendable>(
        isolation: Isolation = .serializable,
        deadline: ContinuousClock.Instant? = nil,
        attempts: Int = 5,
        _ body: @escaping @Sendable (Transaction) throws -> Output
    ) async throws -> Output {
        try await perform(.write(isolation), until: deadline ?? .now + Self.usualLimit, attempts: attempts, body)
    }

    /// Lets the engine parse a statement without running it.
    public func prepare(_ sql: SQL) async throws {
        try await read { try $0.prepare(sql) }
    }

    /// Throws unless a connection that can write becomes available within two seconds.
    public func probe() async throws {
        try await perform(.write(.readCommitted), until: .now + .seconds(2)) { try $0.checkWritable() }
    }

    /// Today's schema as text, for the committed snapshot; without the table of migrations.
    public func schema() async throws -> String {
        try await read { try $0.schema() }
    }

    /// Refuses new work, lets running closures end, and closes every connection.
    public func close() async {
        driver.shutDown()
        await withCheckedContinuation { continuation in
            driver.threads.notify(queue: .global()) { continuation.resume() }
        }
    }
}

extension Database {
    func perform<Output: Sendable>(
        _ access: Access,
        until deadline: ContinuousClock.Instant,
        attempts: Int = Attempts.limit,
        _ body: @escaping @Sendable (Transaction) throws -> Output
    ) async throws -> Output {
        let queue = driver.queue(for: access)
        let id = queue.newID()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let attempt = { @Sendable (transaction: Transaction) throws -> @Sendable () -> Void in
                    let output = try transaction.perform(body)
                    return { continuation.resume(returning: output) }
                }
                let job = Job(access, until: deadline, attempts: attempts, attempt: attempt) {
                    continuation.resume(throwing: $0)
                }
                queue.submit(job, id: id)
                // A cancellation that came before the job was queued found nothing to withdraw.
                if Task.isCancelled { queue.withdraw(id) }
            }
        } onCancel: {
            queue.withdraw(id)
        }
    }
}
