import Dispatch

/// Blocks the thread of a connection until the test goes on.
struct DispatchGate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func open() { semaphore.signal() }

    /// Gives up after ten seconds, so that a broken test ends.
    func wait() { _ = semaphore.wait(timeout: .now() + 10) }
}
