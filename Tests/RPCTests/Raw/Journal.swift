import Dispatch
import RPC
import Synchronization

/// What held-back methods did, in the order in which it happened, and the means to let them go.
final class Journal: Sendable {
    private struct State {
        var lines: [String] = []
        var released: Set<String> = []
        var isOpen = false
        var waiters: [(id: Int, name: String, continuation: CheckedContinuation<Void, any Error>)] = []
        var watchers: [(line: String, continuation: CheckedContinuation<Void, Never>)] = []
        var last = 0
        var cancelled: Set<Int> = []
    }

    private let state = Mutex(State())
    /// What `block` holds its event loop with.
    let loop = DispatchSemaphore(value: 0)

    struct Named: Decodable { let name: String }

    /// `hold {name}` waits until that name is released, or until it is cancelled. `wedge` ignores being cancelled.
    /// `note {name}` writes a line at once. `block` holds up its whole event loop. `hold` exists detached as well.
    var routes: [Route] {
        func held(_ name: String, isDetached: Bool = false, ignoringCancellation: Bool = false) -> Route {
            Route(
                name: name,
                isDetached: isDetached,
                handle: .task { [self] params, _ in
                    let name = try params.decode(Named.self, order: ["name"]).name
                    return { [self] in
                        write("begin \(name)")
                        do {
                            try await wait(for: name, ignoringCancellation: ignoringCancellation)
                        } catch {
                            write("cancelled \(name)")
                            throw error
                        }
                        write("end \(name)")
                        return Array("\"\(name)\"".utf8)
                    }
                }
            )
        }
        let note = Route(
            name: "note",
            handle: .inPlace { [self] params, _, writer in
                let name = try params.decode(Named.self, order: ["name"]).name
                write("note \(name)")
                writer.write(string: name)
            }
        )
        let block = Route(
            name: "block",
            handle: .inPlace { [self] _, _, writer in
                write("blocked")
                loop.wait()
                writer.write(raw: "true")
            }
        )
        return [
            block, held("hold"), held("hold.detached", isDetached: true), held("wedge", ignoringCancellation: true),
            note,
        ]
    }

    var lines: [String] { state.withLock { $0.lines } }

    func write(_ line: String) {
        let reached = state.withLock { state in
            state.lines.append(line)
            let reached = state.watchers.filter { $0.line == line }
            state.watchers.removeAll { $0.line == line }
            return reached
        }
        for watcher in reached { watcher.continuation.resume() }
    }

    /// Comes back when the line has been written.
    func reached(_ line: String) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.lines.contains(line) { return true }
                state.watchers.append((line, continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    func release(_ name: String) {
        let freed = state.withLock { state in
            state.released.insert(name)
            defer { state.waiters.removeAll { $0.name == name } }
            return state.waiters.filter { $0.name == name }
        }
        for waiter in freed { waiter.continuation.resume() }
    }

    func letEverythingGo() {
        let (freed, watchers) = state.withLock { state in
            state.isOpen = true
            defer { (state.waiters, state.watchers) = ([], []) }
            return (state.waiters, state.watchers)
        }
        for waiter in freed { waiter.continuation.resume() }
        for watcher in watchers { watcher.continuation.resume() }
    }

    private func wait(for name: String, ignoringCancellation: Bool) async throws {
        let id = state.withLock { state in
            state.last += 1
            return state.last
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let outcome: Result<Void, any Error>? = state.withLock { state in
                    if state.isOpen || state.released.contains(name) { return .success(()) }
                    if state.cancelled.contains(id) { return .failure(CancellationError()) }
                    state.waiters.append((id, name, continuation))
                    return nil
                }
                if let outcome { continuation.resume(with: outcome) }
            }
        } onCancel: {
            if ignoringCancellation { return }
            let waiter = state.withLock { state in
                state.cancelled.insert(id)
                let index = state.waiters.firstIndex { $0.id == id }
                return index.map { state.waiters.remove(at: $0) }
            }
            waiter?.continuation.resume(throwing: CancellationError())
        }
    }
}
