import Contract
import Logging
import Models
import RPC
import TypedSQL

/// Follows the log of one other service.
///
/// A batch is applied and the cursor moved in one transaction of this service's database, so an effect happens exactly
/// once however often a batch is read. The one event that cannot be applied is parked with its error; the rest goes on.
struct Follower<Service: HostedService>: Sendable {
    let following: Following<Service>
    let host: Host<Service>
    let client: RPC.Client

    /// Until it is cancelled.
    func run() async {
        var pause = Backoff()
        while !Task.isCancelled {
            do {
                try await step()
                pause.reset()
            } catch is CancellationError {
                return
            } catch {
                note(error)
                await pause.wait()
            }
        }
    }

    private func note(_ error: any Error) {
        let reason = Reactions<Service>.reason(error)
        host.log.notice("following waits", metadata: ["source": "\(following.source)", "error": "\(reason)"])
    }

    /// Reads one batch, waiting for it if there is nothing yet, and applies it.
    func step() async throws {
        let steps = FollowerSteps(following: following, host: host)
        let position = try await steps.position()
        let records = try await following.page(client, position)
        if !records.isEmpty { try await steps.apply(records, after: position) }
    }
}

/// What a follower does with a batch, whoever fetched it.
struct FollowerSteps<Service: HostedService>: Sendable {
    let following: Following<Service>
    let host: Host<Service>

    func position() async throws -> LogPosition {
        try await host.database.read { [source = following.source] tx in
            try tx.first(FollowerTable.position(of: source))
        } ?? .start
    }

    /// Where a batch fails, each half of it is tried by itself, until what fails is alone.
    func apply(_ records: [EventRecord], after position: LogPosition) async throws {
        do {
            try await write(records, from: position)
        } catch let error where Reactions<Service>.isPermanent(error) && !(error is CursorMoved) {
            if records.count == 1 { return try await park(records[0], after: position, because: error) }
            let half = records.count / 2
            try await apply(Array(records[..<half]), after: position)
            try await apply(Array(records[half...]), after: LogPosition(wire: records[half - 1].position))
        }
    }

    private func park(_ record: EventRecord, after position: LogPosition, because error: any Error) async throws {
        let reason = Reactions<Service>.reason(error)
        host.log.error(
            "event parked",
            metadata: ["event": "\(record.id)", "name": "\(record.name)", "error": "\(reason)"]
        )
        try await Context(host: host, trace: record.trace).write { work in
            try move(from: position, to: record, in: work)
            try work.run(
                ParkedEventTable.insert(
                    record,
                    from: following.source,
                    error: reason,
                    data: record.data.text(),
                    at: work.now
                )
            )
        }
    }

    private func write(_ records: [EventRecord], from position: LogPosition) async throws {
        guard let last = records.last else { return }
        try await Context(host: host, trace: last.trace).write(isolation: following.isolation) { work in
            // First, so that another process that follows the same log waits here and then finds that it is too late.
            try move(from: position, to: last, in: work)
            try Reactions<Service>.apply(records, from: following.source, in: work)
        }
    }

    private func move(from position: LogPosition, to record: EventRecord, in work: Work<Service>) throws {
        let moved = try work.run(
            FollowerTable.advance(following.source, from: position, to: LogPosition(wire: record.position))
        )
        guard moved == 1 else { throw CursorMoved() }
    }
}

/// Another process of the same service has applied the batch already: nothing to do but to read on.
struct CursorMoved: Error {}

/// 50 ms, doubled at each failure up to 5 s, so that a service that is away is found again soon and not pressed.
struct Backoff {
    private var current = Duration.milliseconds(50)

    mutating func reset() { current = .milliseconds(50) }

    mutating func wait() async {
        // Another process, which cannot tell that it is back.
        try? await Task.sleep(for: current)
        current = min(current * 2, .seconds(5))
    }
}
