import Synchronization

/// Lets so many in at a time; the others wait in the order in which they came.
///
/// Swift Testing begins every test of a run at once, and a server has only so many connections to give.
final class Turnstile: Sendable {
    private let state: Mutex<(free: Int, waiting: [CheckedContinuation<Void, Never>])>
    /// Whether this task is inside already: what it opens besides takes no place, or two such tasks could wait for
    /// each other.
    @TaskLocal private static var isInside = false

    init(places: Int) { state = Mutex((places, [])) }

    func pass<T>(_ body: () async throws -> T) async rethrows -> T {
        if Self.isInside { return try await body() }
        await enter()
        defer { leave() }
        return try await Self.$isInside.withValue(true) { try await body() }
    }

    private func enter() async {
        await withCheckedContinuation { continuation in
            let free = state.withLock { state in
                if state.free == 0 {
                    state.waiting.append(continuation)
                    return false
                }
                state.free -= 1
                return true
            }
            if free { continuation.resume() }
        }
    }

    private func leave() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            if state.waiting.isEmpty {
                state.free += 1
                return nil
            }
            return state.waiting.removeFirst()
        }
        next?.resume()
    }
}
