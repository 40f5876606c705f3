import Dispatch
import RPC
import Synchronization

/// Where passwords are hashed: a few threads of its own, because a hash keeps a core busy for a third of a second and
/// holds tens of megabytes. Memory is bounded by the threads and not by the people who sign in at once; who does not
/// fit into the queue is told to come again.
final class HashPool: Sendable {
    private struct State {
        var loads: [Int]
        var finished = 0
    }

    private let workers: [DispatchQueue]
    private let state: Mutex<State>
    /// Jobs that wait, beside those that run.
    private let queue: Int

    init(threads: Int, queue: Int) {
        workers = (0..<max(1, threads)).map { DispatchQueue(label: "identity.hash.\($0)", qos: .userInitiated) }
        state = Mutex(State(loads: Array(repeating: 0, count: max(1, threads))))
        self.queue = queue
    }

    /// How many jobs have been done; equal work for every answer can be seen here.
    var finished: Int { state.withLock { $0.finished } }

    /// Jobs that run or wait.
    var waiting: Int { state.withLock { $0.loads.reduce(0, +) } }

    /// - Throws: ``Fault/busy(retryAfter:)`` where the queue is full; whatever the work throws.
    func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        guard let worker = take() else { throw Fault.busy(retryAfter: 1000) }
        return try await withCheckedThrowingContinuation { continuation in
            workers[worker].async {
                let result = Result { try work() }
                self.leave(worker)
                continuation.resume(with: result)
            }
        }
    }

    /// The thread with the shortest queue, or nil where all places are taken.
    private func take() -> Int? {
        state.withLock { state in
            guard state.loads.reduce(0, +) < state.loads.count + queue,
                let worker = state.loads.indices.min(by: { state.loads[$0] < state.loads[$1] })
            else { return nil }
            state.loads[worker] += 1
            return worker
        }
    }

    private func leave(_ worker: Int) {
        state.withLock { state in
            state.loads[worker] -= 1
            state.finished += 1
        }
    }
}
