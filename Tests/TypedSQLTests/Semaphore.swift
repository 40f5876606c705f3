import Dispatch

/// Blocks the thread of a connection, as only a closure on such a thread may.
struct Semaphore: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func signal() { semaphore.signal() }

    /// Gives up after ten seconds, so that a broken test ends.
    func wait() { _ = semaphore.wait(timeout: .now() + 10) }
}
