import Logging
import Synchronization
import TypedSQL

/// Gives committed events their positions, one sequencer at a time.
///
/// A number taken before the commit, as a serial column does, is lost to a reader that has passed it when the commit
/// comes late. Here a row gets its number only after its commit, so whoever reads up to a position has read all of it.
final class Sequencer: Sendable {
    private let database: Database
    private let log: Logger
    private let bell = Bell()
    /// Rings when there are new positions: readers that wait look again.
    let numbered = Bell()
    private let isReleasing = Atomic<Bool>(false)
    static let batch = 1000

    init(database: Database, log: Logger) {
        self.database = database
        self.log = log
    }

    /// After the commit of something that published.
    func wake() { bell.ring() }

    /// From now on nobody waits for new positions: the process ends, and calls that wait would hold up its drain until
    /// their time is up, while those who make them wait for their own drain.
    func releaseReaders() {
        isReleasing.store(true, ordering: .releasing)
        numbered.ring()
    }

    /// Whether readers are answered at once.
    var isReleasingReaders: Bool { isReleasing.load(ordering: .acquiring) }

    /// Until it is cancelled: at each ring, and at the latest every `interval`, for what other processes have written.
    func run(interval: Duration) async {
        while !Task.isCancelled {
            do { try await numberAll() } catch {
                log.warning("numbering events failed", metadata: ["error": "\(error)"])
            }
            await bell.wait(atMost: interval)
        }
    }

    func numberAll() async throws {
        while try await numberSome() == Self.batch {}
    }

    /// Under the lock another sequencer's numbers are committed, and read committed sees them.
    private func numberSome() async throws -> Int {
        let count = try await database.write(isolation: .readCommitted) { tx in
            try tx.lock(name: "event_log")
            let last = try tx.one(EventLogTable.lastPosition)
            return try tx.run(EventLogTable.number(from: last, atMost: Self.batch))
        }
        if count > 0 { numbered.ring() }
        return count
    }
}

/// Wakes those who wait; a ring while nobody waits is kept for the next.
final class Bell: Sendable {
    private struct State {
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
        var nextWaiter = 0
        var rings = 0
    }

    private let state = Mutex(State())

    func ring() {
        let woken = state.withLock { state in
            state.rings += 1
            defer { state.waiting.removeAll() }
            return Array(state.waiting.values)
        }
        for continuation in woken { continuation.resume() }
    }

    /// How often it has rung; give it to `wait` so that a ring in between is not missed.
    var rings: Int { state.withLock { $0.rings } }

    /// Until the next ring after `seen`, at most for that long; ends early when the task is cancelled.
    func wait(after seen: Int? = nil, atMost limit: Duration) async {
        let ticket = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        let alarm = Task {
            // A limit, not a poll: cancelled as soon as the bell rings.
            try await Task.sleep(for: limit)
            leave(ticket)
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in enter(ticket, seen, continuation) }
        } onCancel: {
            leave(ticket)
        }
        alarm.cancel()
    }

    private func enter(_ ticket: Int, _ seen: Int?, _ continuation: CheckedContinuation<Void, Never>) {
        let hasToWait = state.withLock { state in
            if let seen, state.rings != seen { return false }
            if Task.isCancelled { return false }
            state.waiting[ticket] = continuation
            return true
        }
        if !hasToWait { continuation.resume() }
    }

    private func leave(_ ticket: Int) {
        state.withLock { $0.waiting.removeValue(forKey: ticket) }?.resume()
    }
}
