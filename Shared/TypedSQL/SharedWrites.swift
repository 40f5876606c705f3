import Synchronization

/// Callers who come while transactions are at work, and then share the next one and its commit.
///
/// What is the same for all of them is done once, and one flush serves them all. Nobody is answered before the commit
/// that holds the effect of the call. A caller whose input is not like the others is told to go alone, and so is everyone
/// when the shared transaction fails without an effect: so nobody fails because of a neighbour. When it is not known
/// whether the commit took place, everyone is told that.
public final class SharedWrites<Input: Sendable, Output: Sendable>: Sendable {
    /// Does what all inputs ask for in one transaction, and gives an output for each of them in their order; nil for one
    /// that has to go alone.
    public typealias Body = @Sendable ([Input]) async throws -> [Output?]

    private struct Entry {
        let id: UInt64
        let input: Input
        let deadline: ContinuousClock.Instant?
        let continuation: CheckedContinuation<Output?, any Error>
    }

    private struct State {
        var waiting: [Entry] = []
        var lanes = 0
        var lastID: UInt64 = 0
    }

    private let state = Mutex(State())
    private let lanes: Int

    /// What waits at this moment, the oldest first.
    package var waiting: [Input] { state.withLock { $0.waiting.map(\.input) } }

    /// - Parameter lanes: how many transactions are at work at most; while one waits for the disk another can be made
    ///   ready.
    public init(lanes: Int = 2) {
        self.lanes = lanes
    }

    /// - Parameters:
    ///   - limit: how many share a transaction at most.
    ///   - body: the same for all callers; that of one of them is run.
    /// - Returns: nil where the caller has to go alone; nothing was done for it then.
    /// - Throws: `SQLError.unknownOutcome`, `SQLError.timeout` where the deadline passed before the transaction began,
    ///   `CancellationError` where the caller was cancelled before that.
    public func run(
        _ input: Input,
        deadline: ContinuousClock.Instant?,
        limit: Int,
        _ body: @escaping Body
    ) async throws -> Output? {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let entry = Entry(id: id, input: input, deadline: deadline, continuation: continuation)
                // Detached, because it works for everybody and not for the caller who happens to start it.
                if add(entry) { Task.detached { await self.work(limit, body) } }
                // A cancellation that came before found nothing to withdraw.
                if Task.isCancelled { withdraw(id) }
            }
        } onCancel: {
            withdraw(id)
        }
    }
}

extension SharedWrites {
    /// - Returns: whether another lane has to be opened.
    private func add(_ entry: Entry) -> Bool {
        state.withLock { state in
            state.waiting.append(entry)
            guard state.lanes < lanes else { return false }
            state.lanes += 1
            return true
        }
    }

    private func withdraw(_ id: UInt64) {
        let entry = state.withLock { state -> Entry? in
            guard let index = state.waiting.firstIndex(where: { $0.id == id }) else { return nil }
            return state.waiting.remove(at: index)
        }
        entry?.continuation.resume(throwing: CancellationError())
    }

    private func work(_ limit: Int, _ body: Body) async {
        while let next = take(upTo: limit) { await serve(next, body) }
    }

    /// The oldest of those who wait; nil, and the lane is closed, when there are none.
    private func take(upTo limit: Int) -> [Entry]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.lanes -= 1
                return nil
            }
            let next = Array(state.waiting.prefix(limit))
            state.waiting.removeFirst(next.count)
            return next
        }
    }

    private func serve(_ entries: [Entry], _ body: Body) async {
        let now = ContinuousClock.now
        let late = entries.filter { $0.deadline.map { $0 <= now } ?? false }
        for entry in late { entry.continuation.resume(throwing: SQLError.timeout) }
        let timely = late.isEmpty ? entries : entries.filter { $0.deadline.map { $0 > now } ?? true }
        guard !timely.isEmpty else { return }
        let outputs: [Output?]
        do {
            outputs = try await body(timely.map(\.input))
        } catch SQLError.unknownOutcome {
            for entry in timely { entry.continuation.resume(throwing: SQLError.unknownOutcome) }
            return
        } catch {
            // Nothing was changed. Whoever is at fault finds out alone.
            outputs = []
        }
        for (place, entry) in timely.enumerated() {
            entry.continuation.resume(returning: place < outputs.count ? outputs[place] : nil)
        }
    }
}
