import Dispatch
import RPC
import Testing

@testable import Identity

struct HashPoolTests {
    /// While the one thread and the queue of two are taken, whoever comes is told to come again.
    @Test func theQueueHasAnEnd() async throws {
        let pool = HashPool(threads: 1, queue: 2)
        let (gate, started) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let waiting = (1...3).map { number in
            Task {
                try await pool.run {
                    started.signal()
                    gate.wait()
                    return number
                }
            }
        }
        await Task.detached { Self.wait(for: started) }.value
        while pool.waiting < 3 { await Task.yield() }
        await #expect(throws: Fault.busy(retryAfter: 1000)) { try await pool.run { 0 } }
        for _ in 1...3 { gate.signal() }
        var results: Set<Int> = []
        for task in waiting { results.insert(try await task.value) }
        #expect(results == [1, 2, 3] && pool.finished == 3)
        #expect(try await pool.run { 4 } == 4)
    }

    private static func wait(for semaphore: DispatchSemaphore) { semaphore.wait() }

    @Test func whatTheWorkThrowsIsThrown() async throws {
        let pool = HashPool(threads: 1, queue: 0)
        await #expect(throws: Fault.methodNotFound) { try await pool.run { throw Fault.methodNotFound } }
        #expect(try await pool.run { 1 } == 1)
    }
}
