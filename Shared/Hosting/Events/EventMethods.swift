import Contract
import Models
import RPC
import TypedSQL

// The three methods that every service has because it has an event log and follows others.

extension Endpoint {
    static var ofEventLog: [Endpoint<Service>] {
        [
            Endpoint(reading: ReadEvents<Service.Interface>.self),
            Endpoint(listing: ParkedEvents<Service.Interface>.self),
            Endpoint(retrying: RetryParkedEvent<Service.Interface>.self),
        ]
    }

    private init(reading method: ReadEvents<Service.Interface>.Type) {
        self.init(method, mayWait: true) { request, _, context in try await request.answer(in: context) }
    }

    private init(listing method: ParkedEvents<Service.Interface>.Type) {
        self.init(method) { request, _, context in
            let limit = request.limit ?? .standard
            let rows = try await context.read { tx in
                try tx.all(ParkedEventTable.page(after: request.after, limit: limit))
            }
            return Page(surplus: rows, limit: limit) { "\($0.parkedAt.microseconds) \($0.event)" }
        }
    }

    private init(retrying method: RetryParkedEvent<Service.Interface>.Type) {
        self.init(method) { request, _, context in try await request.answer(in: context) }
    }
}

extension ReadEvents {
    /// Answers at once where there is something, else at the first new position or when the wait is over, which is 100 ms
    /// before the caller's deadline at the latest.
    func answer<S: HostedService>(in context: Context<S>) async throws -> EventBatch {
        let sequencer = context.host.sequencer
        let bell = sequencer.numbered
        let patience = ContinuousClock.now + .milliseconds(waitMs?.wire ?? 0)
        while true {
            let seen = bell.rings
            let events = try await context.read { tx in
                try tx.all(EventLogTable.after(after ?? .start, limit: limit ?? .standard))
            }
            let left = min(patience, context.deadline.map { $0 - .milliseconds(100) } ?? patience) - .now
            if !events.isEmpty || left <= .zero || sequencer.isReleasingReaders { return EventBatch(events: events) }
            await bell.wait(after: seen, atMost: left)
            try Task.checkCancellation()
            // The time is up and nothing came: no need to read again what is then asked for at once by the next call.
            if bell.rings == seen { return EventBatch(events: []) }
        }
    }
}

extension RetryParkedEvent {
    func answer<S: HostedService>(in context: Context<S>) async throws -> RetryOutcome {
        do {
            return try await context.write { work in
                guard let parked = try work.first(ParkedEventTable.find(event)) else { return RetryOutcome(.notParked) }
                try work.run(ParkedEventTable.remove(event))
                try Reactions<S>.apply([parked.record], from: parked.source, in: work)
                return RetryOutcome(.applied)
            }
        } catch let error where Reactions<S>.isPermanent(error) && !(error is StoredReply) {
            let reason = Reactions<S>.reason(error)
            return try await context.write { work in
                try work.run(ParkedEventTable.failedAgain(event, error: reason))
                return RetryOutcome(.stillParked, error: reason)
            }
        }
    }
}
