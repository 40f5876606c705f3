package import Dispatch
import GRDB
package import TypedSQL

/// SQLite in this process: a thread that writes and is the only one to checkpoint, and threads that read.
package final class SQLiteDriver: Driver {
    package let engine = Engine.sqlite
    package let threads = DispatchGroup()
    private let writes: JobQueue
    private let reads: JobQueue

    /// A database file.
    init(path: String, readers: Int, waitLimit: Duration, groupLimit: Int) throws {
        let lock = try LockFile(besides: path)
        let writer = try SQLiteFile.openWriter(path)
        let queues = try (0..<max(1, readers)).map { _ in try SQLiteFile.openReader(path) }
        writes = JobQueue(threads: 1, waitLimit: waitLimit)
        reads = JobQueue(threads: queues.count, waitLimit: waitLimit)
        let reading = DispatchGroup()
        for queue in queues {
            Self.start("sqlite-reader", queue, working: reads, upTo: 1, in: reading)
        }
        // The writer closes last, because the last connection checkpoints and that must be the writer.
        startThread("sqlite-writer", in: threads) { [writes] in
            Self.work(off: writes, upTo: groupLimit, with: writer)
            reading.wait()
            try? writer.close()
            lock.release()
        }
    }

    /// A database in memory: one connection does everything.
    init(waitLimit: Duration) throws {
        let queue = try SQLiteFile.openInMemory()
        writes = JobQueue(threads: 1, waitLimit: waitLimit)
        reads = writes
        Self.start("sqlite-memory", queue, working: writes, upTo: TypedSQL.Database.usualGroupLimit, in: threads)
    }

    package func queue(for access: Access) -> JobQueue {
        access.isRead ? reads : writes
    }

    package func shutDown() {
        reads.close()
        writes.close()
    }

    private static func start(
        _ name: String,
        _ queue: DatabaseQueue,
        working jobs: JobQueue,
        upTo limit: Int,
        in group: DispatchGroup
    ) {
        startThread(name, in: group) {
            work(off: jobs, upTo: limit, with: queue)
            try? queue.close()
        }
    }

    /// - Parameter limit: how many closures share one commit at most.
    private static func work(off jobs: JobQueue, upTo limit: Int, with queue: DatabaseQueue) {
        let worker = SQLiteWorker(queue)
        while let next = jobs.take(upTo: limit) { worker.serve(next) }
        worker.end()
    }
}
