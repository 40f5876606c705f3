import Contract
import Dispatch
@testable import Hosting
import Models
import RPC
import Support
import Testing
import TypedSQL

/// A caller's deadline holds in the database too: a statement that another transaction is in the way of ends with it.
@Suite struct DeadlineTests {
    private struct Abandoned: Error {}

    /// Holds the idempotency key `k` of Ines while the body runs, and then lets go of it unused.
    private func holdingTheKey(
        of harness: Harness<ProbeService>,
        _ body: () async throws -> Void
    ) async throws {
        let (held, holds) = AsyncStream<Void>.makeStream()
        let released = DispatchSemaphore(value: 0)
        let subject = harness.member("Ines").actor.text
        let holder = Task {
            try await harness.host.database.write { tx in
                try tx.run(IdempotencyTable.insert(subject, Add.name, "k", .example, at: .example))
                holds.yield()
                released.wait()
                throw Abandoned()
            }
        }
        for await _ in held { break }
        let outcome: Result<Void, any Error>
        do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
        released.signal()
        await #expect(throws: Abandoned.self) { try await holder.value }
        try outcome.get()
    }

    @Test(arguments: TestEngine.allCases) func aCallThatCannotGetThroughIsToldSoInTime(engine: TestEngine) async throws
    {
        try await Harness<ProbeService>.run(on: engine) { harness in
            let ines = harness.member("Ines").once("k")
            let began = ContinuousClock.now
            try await holdingTheKey(of: harness) {
                await #expect(throws: Fault.deadlineExceeded) {
                    try await harness.call(Add(number: .one), as: ines.within(.milliseconds(200)))
                }
            }
            let took = ContinuousClock.now - began
            #expect(took >= .milliseconds(200) && took < .seconds(20))
            // It left nothing behind: the key is free, and the sum begins at nothing.
            #expect(try await harness.call(Add(number: .one), as: ines).total == .one)
        }
    }

    @Test(arguments: TestEngine.allCases) func aCallWhoseTimeIsUpChangesNothing(engine: TestEngine) async throws {
        try await Harness<ProbeService>.run(on: engine) { harness in
            await #expect(throws: Fault.deadlineExceeded) {
                try await harness.call(Add(number: .one), as: harness.member("Ines").within(.zero))
            }
            let sum = try await harness.read { tx in try tx.one(ProbeTable.sum) }
            #expect(sum == 0)
        }
    }

    /// An answer that is held back comes before the caller stops waiting for it.
    @Test(arguments: TestEngine.allCases) func waitingForEventsEndsBeforeTheDeadline(engine: TestEngine) async throws {
        try await Harness<ProbeService>.run(on: engine) { harness in
            let read = ReadEvents<ProbeInterface>(waitMs: try WaitMilliseconds(wire: 25_000))
            let batch = try await harness.call(read, as: harness.peer.within(.seconds(1)))
            #expect(batch.events.isEmpty)
        }
    }
}
