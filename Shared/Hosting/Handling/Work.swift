public import Contract
public import Models
public import TypedSQL

/// A transaction that changes things: its statements, and the events that tell of them.
///
/// It lives as long as the closure that it is given to, on the thread of its connection.
public final class Work<Service: HostedService> {
    public let transaction: Transaction
    let context: Context<Service>
    private(set) var afterwards: [@Sendable () -> Void] = []
    /// The trace that what is published belongs to; a followed event brings its own.
    public var trace: String?
    private var isTelling = false

    init(transaction: Transaction, context: Context<Service>) {
        self.transaction = transaction
        self.context = context
        trace = context.trace
    }

    public var service: Service { context.service }
    public var now: Instant { context.now }
    public func id<Subject: Identified>(_ subject: Subject.Type) -> ID<Subject> { context.id(subject) }

    public func all<T>(_ query: Query<T>) throws -> [T] { try transaction.all(query) }
    public func first<T>(_ query: Query<T>) throws -> T? { try transaction.first(query) }
    public func one<T>(_ query: Query<T>) throws -> T { try transaction.one(query) }

    /// - Returns: how many rows were changed.
    @discardableResult public func run(_ statement: Statement) throws -> Int { try transaction.run(statement) }

    /// One after another; the same text many times is prepared once.
    public func run(each statements: [Statement]) throws {
        for statement in statements { try transaction.run(statement) }
    }

    /// Tells the other services, in the same transaction as the change; they read it after the commit.
    ///
    /// - Parameter id: of the happening, where it follows from what happened, so that it can be told only once; a fresh
    ///   one if not given.
    public func publish<E: Event>(_ event: E, id: Occurrence.ID? = nil) throws {
        try run(statement(telling: Told(event, id: id ?? context.id(Occurrence.self), trace: trace)))
    }

    /// As ``publish(_:id:)``, for those who run it together with other statements, in this transaction.
    public func statement<E: Event>(telling told: Told<E>...) throws -> Statement {
        try statement(telling: told)
    }

    /// One statement for several events, of which there must be at least one.
    public func statement<E: Event>(telling told: [Told<E>]) throws -> Statement {
        if !isTelling {
            isTelling = true
            afterwards.append { [sequencer = context.host.sequencer] in sequencer.wake() }
        }
        return try EventLogTable.append(told, at: now) { context.host.stamps.next() }
    }

    /// From the commit on, tokens of this session are refused here; the others learn it from identity's event.
    public func revoke(_ session: Session.ID, tokensExpire: Instant) throws {
        try run(RevokedSessionTable.insert(session, tokensExpire: tokensExpire))
        afterwards.append { [revocations = context.host.revocations] in revocations.add(session, until: tokensExpire) }
    }
}
