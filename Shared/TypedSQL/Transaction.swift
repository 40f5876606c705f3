/// What a closure given to `Database.read` or `write` may do. It lives on the thread of its connection,
/// cannot be sent elsewhere, and refuses to work once its closure has ended.
///
/// A statement that the engine refuses ends the transaction, as it does on PostgreSQL: every later
/// statement throws the same error and nothing is committed, even when the closure returns. A closure
/// that wants to go on puts the statement into a `savepoint`.
public final class Transaction {
    public let engine: Engine
    let connection: any Connection
    private let deadline: ContinuousClock.Instant
    private var isOpen = true
    private var depth = 0

    /// How long it may still take.
    public var timeLeft: Duration { deadline - .now }

    /// The refusal that ended the transaction.
    package private(set) var failure: SQLError?

    package init(_ engine: Engine, on connection: any Connection, until deadline: ContinuousClock.Instant) {
        self.engine = engine
        self.connection = connection
        self.deadline = deadline
    }
}

extension Transaction {
    /// All rows of a query, read.
    public func all<Output>(_ query: Query<Output>) throws -> [Output] {
        try rows(query.sql).map(query.read)
    }

    /// The first row of a query, read. The statement runs to its end all the same.
    public func first<Output>(_ query: Query<Output>) throws -> Output? {
        try rows(query.sql).first.map(query.read)
    }

    /// The first row of a query, read.
    ///
    /// - Throws: `SQLError.noRow` when there is none.
    public func one<Output>(_ query: Query<Output>) throws -> Output {
        guard let row = try first(query) else { throw SQLError.noRow }
        return row
    }

    /// Runs a statement and tells how many rows it inserted, updated or deleted; rows that a foreign
    /// key cascades to are not counted.
    @discardableResult
    public func run(_ statement: Statement) throws -> Int {
        try engineWork { try connection.run(statement.sql.rendered(for: engine)) }
    }

    /// Runs many statements, best of the same text, much faster than one by one: on PostgreSQL hundreds
    /// share a round trip. The first refusal ends the transaction.
    ///
    /// - Returns: how many rows they changed together.
    @discardableResult
    public func run(each statements: [Statement]) throws -> Int {
        try run(together: statements.map(\.sql)).reduce(0) { $0 + $1.changed }
    }

    /// Runs statements one after the other, none of which needs the answer of another: on PostgreSQL they share a round
    /// trip. The first refusal ends the transaction.
    ///
    /// - Returns: what each of them gave, in their order.
    public func run(together statements: [SQL]) throws -> [Outcome] {
        try engineWork { try connection.run(together: statements.map { try $0.rendered(for: engine) }) }
    }

    /// Waits for the lock of this name, which ends with the transaction. On PostgreSQL it is an advisory
    /// lock of this database; on SQLite a write has the whole database to itself already.
    public func lock(name: String) throws {
        try engineWork { try connection.lock(name) }
    }

    /// Runs a part that may fail alone: when it throws, what it changed is undone and the transaction
    /// can go on. Conflicts, time-outs and lost connections end the transaction nevertheless.
    public func savepoint<Output>(_ body: () throws -> Output) throws -> Output {
        let name = "savepoint_\(depth)"
        try command("SAVEPOINT \(name)")
        depth += 1
        defer { depth -= 1 }
        do {
            let output = try body()
            if let failure { throw failure }
            try command("RELEASE SAVEPOINT \(name)")
            return output
        } catch {
            try undo(to: name)
            throw error
        }
    }

    private func undo(to savepoint: String) throws {
        if let failure, failure.endsTransaction { throw failure }
        failure = nil
        try command("ROLLBACK TO SAVEPOINT \(savepoint)")
        try command("RELEASE SAVEPOINT \(savepoint)")
    }

    private func command(_ text: String) throws {
        _ = try engineWork { try connection.run(Rendered(text)) }
    }

    private func rows(_ sql: SQL) throws -> [Row] {
        try engineWork { try connection.rows(sql.rendered(for: engine)) }
    }
}

extension Transaction {
    /// Runs the closure of a job. What was refused stays refused even when the closure swallowed it.
    package func perform<Output>(_ body: (Transaction) throws -> Output) throws -> Output {
        defer { isOpen = false }
        let output = try body(self)
        if let failure { throw failure }
        guard ContinuousClock.now < deadline else { throw SQLError.timeout }
        return output
    }

    /// Keeps the first refusal of the engine, because PostgreSQL goes no further after it.
    func engineWork<Output>(_ work: () throws -> Output) throws -> Output {
        if let failure { throw failure }
        guard isOpen else { throw SQLError.other(code: "closed", message: "the transaction has ended") }
        do {
            guard ContinuousClock.now < deadline else { throw SQLError.timeout }
            return try work()
        } catch {
            let refusal = error as? SQLError ?? .other(code: "driver", message: "\(type(of: error))")
            failure = refusal
            throw refusal
        }
    }
}
