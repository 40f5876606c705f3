import Dispatch
import Synchronization

/// Where callers wait for a connection: a list that the threads of the connections empty.
///
/// Every job is answered exactly once, by whoever takes it off the list: a thread, the wait limit, its
/// deadline, the cancellation of its caller, or the end of the queue.
package final class JobQueue: Sendable {
    private struct Entry {
        let id: UInt64
        let expiry: ContinuousClock.Instant
        let job: Job
    }

    private struct State {
        var waiting: [Entry] = []
        var isClosed = false
        /// When the watch looks next; nil while nothing waits.
        var watchedUntil: ContinuousClock.Instant?
    }

    private let state = Mutex(State())
    private let ids = Atomic<UInt64>(0)
    private let arrivals = DispatchSemaphore(value: 0)
    private let threads: Int
    private let waitLimit: Duration

    /// - Parameters:
    ///   - threads: how many threads call `take`.
    ///   - waitLimit: how long a job waits before it fails with `SQLError.busy`.
    package init(threads: Int, waitLimit: Duration) {
        self.threads = threads
        self.waitLimit = waitLimit
    }

    package func newID() -> UInt64 {
        ids.wrappingAdd(1, ordering: .relaxed).newValue
    }

    package func submit(_ job: Job, id: UInt64) {
        let expiry = min(job.deadline, ContinuousClock.now + waitLimit)
        let (isClosed, mustWatch) = state.withLock { state in
            guard !state.isClosed else { return (true, false) }
            state.waiting.append(Entry(id: id, expiry: expiry, job: job))
            if let earlier = state.watchedUntil, earlier <= expiry { return (false, false) }
            state.watchedUntil = expiry
            return (false, true)
        }
        if isClosed { return job.fail(SQLError.unavailable("the database is closed")) }
        arrivals.signal()
        if mustWatch { Task { await watch(until: expiry) } }
    }

    /// Waits for jobs and takes the oldest ones; nil when the queue has been closed.
    package func take(upTo limit: Int) -> [Job]? {
        while true {
            arrivals.wait()
            let (jobs, isClosed) = state.withLock { state in
                let jobs = state.waiting.prefix(limit).map(\.job)
                state.waiting.removeFirst(jobs.count)
                return (jobs, state.isClosed)
            }
            if !jobs.isEmpty { return jobs }
            if isClosed { return nil }
        }
    }

    /// Gives up a job that still waits, because its caller was cancelled.
    package func withdraw(_ id: UInt64) {
        let job = state.withLock { state -> Job? in
            guard let index = state.waiting.firstIndex(where: { $0.id == id }) else { return nil }
            return state.waiting.remove(at: index).job
        }
        job?.fail(CancellationError())
    }

    /// Fails what waits, refuses what comes, and lets the threads end after their present job.
    package func close() {
        let left = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for entry in left { entry.job.fail(SQLError.unavailable("the database is closed")) }
        for _ in 0..<threads { arrivals.signal() }
    }
}

extension JobQueue {
    /// Lets jobs that waited too long fail. It sleeps until the first of them is due; a job that is due before that
    /// starts a watch of its own, to which the older one then leaves the rest.
    private func watch(until first: ContinuousClock.Instant) async {
        var due = first
        while true {
            try? await Task.sleep(until: due, clock: .continuous)
            let now = ContinuousClock.now
            let (expired, next) = state.withLock { state in
                let expired = state.waiting.filter { $0.expiry <= now }
                if !expired.isEmpty { state.waiting.removeAll { $0.expiry <= now } }
                guard state.watchedUntil == due else { return (expired, ContinuousClock.Instant?.none) }
                state.watchedUntil = state.waiting.map(\.expiry).min()
                return (expired, state.watchedUntil)
            }
            for entry in expired {
                entry.job.fail(entry.job.deadline <= now ? SQLError.timeout : SQLError.busy)
            }
            guard let next else { return }
            due = next
        }
    }
}
