import TypedSQL

/// What the thread of a connection does with a job: connect when needed, run the closure in a transaction,
/// and repeat it as a whole when that is safe and may help.
final class PostgresWorker {
    private enum Outcome {
        case committed(() -> Void)
        case failed(any Error)
        /// Other transactions were in the way.
        case conflicted
        /// The connection went away, or turned out to refuse writes, before COMMIT was sent.
        case lost(any Error)
    }

    private let address: PostgresAddress
    private let gate: ConnectGate
    private var session: PostgresSession? {
        didSet { if oldValue != nil { gate.ended() } }
    }

    private var sessionEnd = ContinuousClock.now

    init(_ address: PostgresAddress, _ gate: ConnectGate) {
        self.address = address
        self.gate = gate
    }

    func serve(_ job: Job) {
        var losses = 0
        for number in 1...Attempts.limit {
            switch attempt(job) {
            case .committed(let answer): return answer()
            case .failed(let error): return job.fail(error)
            case .lost(let error):
                // A server that was restarted has ended all connections: one fresh one is worth a try.
                losses += 1
                if losses > 1 { return job.fail(error) }
            case .conflicted:
                guard number < job.attempts, Attempts.pause(after: number, until: job.deadline) else {
                    return job.fail(SQLError.conflict)
                }
            }
        }
        job.fail(SQLError.conflict)
    }

    private func attempt(_ job: Job) -> Outcome {
        do {
            guard ContinuousClock.now < job.deadline else { throw SQLError.timeout }
            let session = try connected(until: job.deadline)
            defer { if session.link.isBroken { self.session = nil } }
            return transact(job, session)
        } catch {
            return .failed(error)
        }
    }

    private func transact(_ job: Job, _ session: PostgresSession) -> Outcome {
        let transaction = Transaction(.postgres, on: session, until: job.deadline)
        let answer: @Sendable () -> Void
        session.begin(job.access, until: job.deadline)
        do {
            answer = try job.attempt(transaction)
        } catch {
            return settle(error, cause: transaction.failure, session)
        }
        do {
            try session.commit(until: job.deadline)
        } catch SQLError.conflict {
            return .conflicted
        } catch {
            // What a read has read does not depend on the end of its transaction.
            if !job.access.isRead { return .failed(error) }
        }
        return .committed(answer)
    }

    /// Ends a transaction that must not be committed. What the database refused decides, not what the
    /// closure made of it: a conflict must never reach a caller in the clothes of a refusal.
    private func settle(_ error: any Error, cause: SQLError?, _ session: PostgresSession) -> Outcome {
        let isLost = session.link.isBroken && cause != .timeout
        session.rollback()
        if isLost { return .lost(cause ?? error) }
        return cause == .conflict ? .conflicted : .failed(error)
    }
}

extension PostgresWorker {
    /// Connections end after half an hour, so that a pool follows servers that come and go; not all at
    /// the same moment.
    private static let longestLife = Duration.seconds(1800)

    private func connected(until deadline: ContinuousClock.Instant) throws -> PostgresSession {
        if let session, ContinuousClock.now < sessionEnd { return session }
        session = nil
        try gate.pass(until: deadline)
        do {
            let link = try Link.open(address, until: min(deadline, .now + .seconds(5)))
            gate.opened()
            let new = PostgresSession(link, keepsStatements: address.keepsStatements)
            session = new
            sessionEnd = .now + Self.longestLife * Double.random(in: 0.8...1)
            return new
        } catch SQLError.unavailable(let reason) {
            gate.failed(reason)
            throw SQLError.unavailable(reason)
        }
    }
}
