public import Contract
public import Logging
import Metrics
public import Models
public import RPC
public import TypedSQL

/// What a handler has: the moment, the service, the database. One a call.
public struct Context<Service: HostedService>: Sendable {
    public let service: Service
    /// One moment for the whole call, so that everything that it writes carries the same.
    public let now: Instant
    /// Whose token came with the call, if one did.
    public let bearer: Bearer?
    /// When the caller stops waiting; database statements are bounded by it.
    public let deadline: ContinuousClock.Instant?
    public let log: Logger
    public let random: RandomSource
    let host: Host<Service>
    let replay: Replay?
    /// The trace that the call belongs to, for those who tell of it in another transaction than their own.
    public let trace: String?

    init(host: Host<Service>, call: Call, bearer: Bearer?, replay: Replay?) {
        self.init(
            host: host,
            deadline: call.deadline,
            bearer: bearer,
            replay: replay,
            trace: TraceContext.current?.traceparent
        )
    }

    /// For work that nobody called for: duties, followed events, preparation.
    init(
        host: Host<Service>,
        deadline: ContinuousClock.Instant? = nil,
        bearer: Bearer? = nil,
        replay: Replay? = nil,
        trace: String? = nil
    ) {
        service = host.service
        now = host.clock.now()
        self.bearer = bearer
        self.deadline = deadline
        log = host.log
        random = host.random
        self.host = host
        self.replay = replay
        self.trace = trace
    }

    /// A fresh id; ids made later sort later.
    public func id<Subject: Identified>(_ subject: Subject.Type) -> ID<Subject> {
        ID(at: now, entropy: random.bits128())
    }

    /// Says a number that goes up and down, such as what a check has found; the latest one stands in the metrics.
    ///
    /// - Parameter name: in words joined by underscores, beginning with the service's.
    public func gauge(_ name: String, _ value: Int64) { Gauge(label: name).record(value) }

    /// Tells an operator, by the log, that something is wrong that no caller was told of.
    ///
    /// - Parameter figures: numbers by name, and nothing of a person.
    public func complain(_ sentence: String, _ figures: [String: Int64]) {
        log.error("\(sentence)", metadata: figures.mapValues { "\($0)" })
    }

    /// A client of another service, with this service's own token; nil where none is configured.
    public func client(of interface: any ServiceInterface.Type) -> RPC.Client? { host.peers[interface.service] }

    /// Reads in one snapshot. Nothing can be awaited inside.
    public func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await host.database.read(deadline: deadline, body)
    }

    /// Reads in one snapshot what takes longer than a transaction usually may.
    ///
    /// - Parameter limit: how long, waiting included, where nobody waits for the answer; a caller's deadline stays.
    public func read<T: Sendable>(
        within limit: Seconds,
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await host.database.read(deadline: deadline ?? .now + .seconds(limit.count), body)
    }

    /// Changes in one transaction; the closure may run again where another transaction was in the way, so it must have
    /// no effect but through its argument. For a repeatable method it returns the reply, which is stored with the change.
    ///
    /// - Parameter isolation: serializable, unless a race test shows that less is safe.
    public func write<T: Sendable>(
        isolation: Isolation = .serializable,
        _ body: @escaping @Sendable (Work<Service>) throws -> T
    ) async throws -> T {
        try await write(isolation, attempts: 5, body)
    }

    func write<T: Sendable>(
        _ isolation: Isolation,
        attempts: Int,
        _ body: @escaping @Sendable (Work<Service>) throws -> T
    ) async throws -> T {
        let (result, afterwards) = try await host.database.write(
            isolation: isolation,
            deadline: deadline,
            attempts: attempts
        ) { transaction in
            let work = Work(transaction: transaction, context: self)
            try replay?.claim(in: work)
            let result = try body(work)
            try replay?.store(result, in: work)
            return (result, work.afterwards)
        }
        for action in afterwards { action() }
        return result
    }

    /// Changes that are not the effect of the call, such as a note of how it was refused: in a transaction of their own,
    /// which no idempotency key covers.
    public func writeApart<T: Sendable>(
        isolation: Isolation = .serializable,
        _ body: @escaping @Sendable (Work<Service>) throws -> T
    ) async throws -> T {
        try await Context(host: host, deadline: deadline, bearer: bearer, trace: trace).write(
            isolation: isolation,
            body
        )
    }
}
