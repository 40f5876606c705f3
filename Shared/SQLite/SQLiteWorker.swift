import GRDB
import TypedSQL

/// What the thread of a connection does with the jobs it takes.
///
/// Writes that wait at the same moment share one commit: each closure runs in a savepoint of its own, one
/// fsync serves them all, and nobody is answered before it, not even those whose closure threw, because
/// what they saw may come from a neighbour. When the commit fails, all of them fail. When one closure
/// takes the whole transaction down, each runs again alone.
final class SQLiteWorker {
    private let queue: DatabaseQueue
    private let statements = StatementCache()
    private let alarm = Alarm()

    init(_ queue: DatabaseQueue) {
        self.queue = queue
        queue.inDatabase { alarm.attach(to: $0) }
    }

    func end() {
        queue.inDatabase { db in
            alarm.detach(from: db)
            statements.removeAll()
        }
    }

    func serve(_ jobs: [Job]) {
        var writes: [Job] = []
        for job in jobs {
            if job.access.isRead {
                commit(writes)
                writes = []
                read(job)
            } else {
                writes.append(job)
            }
        }
        commit(writes)
    }

    private func read(_ job: Job) {
        let answer = using { connection -> () -> Void in
            connection.refusesWrites = true
            do {
                try connection.command("BEGIN DEFERRED")
                return try attempt(job, on: connection)
            } catch {
                return { job.fail(error) }
            }
        }
        answer()
    }

    private func attempt(_ job: Job, on connection: SQLiteConnection) throws -> @Sendable () -> Void {
        alarm.deadline = job.deadline
        defer { alarm.deadline = nil }
        return try job.attempt(Transaction(.sqlite, on: connection, until: job.deadline))
    }

    /// Gives the connection to a function and leaves it clean whatever happened.
    private func using<Output>(_ body: (SQLiteConnection) -> Output) -> Output {
        queue.inDatabase { db in
            let connection = SQLiteConnection(db, statements)
            defer { connection.tidy() }
            return body(connection)
        }
    }
}

extension SQLiteWorker {
    private enum Verdict {
        case answered([() -> Void])
        case busy
        case collapsed
    }

    /// A closure made SQLite undo the whole transaction, its neighbours' work included.
    private struct Collapse: Error {}

    private func commit(_ jobs: [Job]) {
        guard let latest = jobs.map(\.deadline).max() else { return }
        for number in 1...Attempts.limit {
            switch using({ tryCommit(jobs, on: $0) }) {
            case .answered(let answers): return answers.forEach { $0() }
            case .collapsed: return jobs.forEach { commit([$0]) }
            case .busy: if !Attempts.pause(after: number, until: latest) { return fail(jobs, SQLError.conflict) }
            }
        }
    }

    private func fail(_ jobs: [Job], _ error: any Error) {
        for job in jobs { job.fail(error) }
    }

    private func tryCommit(_ jobs: [Job], on connection: SQLiteConnection) -> Verdict {
        do {
            try connection.command("BEGIN IMMEDIATE")
            let answers = try jobs.map { try attemptApart($0, on: connection, isAlone: jobs.count == 1) }
            try connection.commit()
            return .answered(answers)
        } catch is Collapse {
            return .collapsed
        } catch SQLError.conflict {
            return .busy
        } catch {
            return .answered(jobs.map { job in { job.fail(error) } })
        }
    }

    private func attemptApart(
        _ job: Job,
        on connection: SQLiteConnection,
        isAlone: Bool
    ) throws -> () -> Void {
        try connection.command("SAVEPOINT job")
        do {
            let answer = try attempt(job, on: connection)
            // A deferred foreign key would otherwise fail the commit of all.
            try connection.checkForeignKeys()
            try connection.command("RELEASE SAVEPOINT job")
            return answer
        } catch {
            guard connection.isInsideTransaction else { throw isAlone ? error : Collapse() }
            try connection.command("ROLLBACK TO SAVEPOINT job")
            try connection.command("RELEASE SAVEPOINT job")
            return { job.fail(error) }
        }
    }
}
