import Contract
import IdentityAPI
import Models
import RPC
import Support
import Testing
import TypedSQL

@testable import Hosting

struct FollowerTests {
    private func happened(_ number: Int64) throws -> SomethingHappened {
        SomethingHappened(number: try Quantity(wire: number))
    }
    private func id(_ number: UInt128) -> Occurrence.ID { Occurrence.ID(at: .example, entropy: number) }

    private func records(_ numbers: [Int64]) throws -> [EventRecord] {
        try numbers.enumerated().map { place, number in
            EventRecord(
                position: Int64(place + 1),
                id: id(UInt128(place + 1)).wire,
                name: SomethingHappened.name,
                at: Instant.example.wire,
                trace: nil,
                data: try JSONValue(encoding: happened(number))
            )
        }
    }

    @Test(arguments: TestEngine.allCases) func anEventTakesEffectOnceHoweverOftenItIsRead(engine: TestEngine)
        async throws
    {
        try await Harness<ProbeService>.run(on: engine) { host in
            for _ in 0..<3 { try await host.deliver(happened(5), from: IdentityInterface.self, id: id(1)) }
            let sum = try await host.read { tx in try tx.one(ProbeTable.sum) }
            #expect(sum == 5)
            let told = try await host.published(Added.self)
            #expect(told.count == 1)
        }
    }

    /// 900 breaks a constraint of the table: the event is kept with its reason, and those behind it go on.
    @Test(arguments: TestEngine.allCases) func anEventThatCannotBeAppliedIsParkedAndBlocksNothing(engine: TestEngine)
        async throws
    {
        try await Harness<ProbeService>.run(on: engine) { host in
            try await host.host.apply(records([5, 900, 7]), from: "identity")
            let sum = try await host.read { tx in try tx.one(ProbeTable.sum) }
            #expect(sum == 12)
            let parked = try await host.parked()
            #expect(parked.map(\.event) == [id(2)])
            #expect(parked.first?.error.contains("check") == true)
        }
    }

    @Test(arguments: TestEngine.allCases) func eachThatFailsIsParkedAloneWhereverItStands(engine: TestEngine)
        async throws
    {
        try await Harness<ProbeService>.run(on: engine) { host in
            let numbers: [Int64] = [900, 1, 2, 3, 900, 900, 4, 5, 6, 7, 900]
            try await host.host.apply(records(numbers), from: "identity")
            let sum = try await host.read { tx in try tx.one(ProbeTable.sum) }
            #expect(sum == 28)
            #expect(try await host.parked().map(\.event) == [1, 5, 6, 11].map(id))
            #expect(try await host.published(Added.self).map(\.total.wire) == [1, 2, 3, 4, 5, 6, 7])
        }
    }

    /// Two processes read the same batch: whoever comes second finds the cursor moved and changes nothing.
    @Test(arguments: TestEngine.allCases) func aBatchIsAppliedByOneOfTwo(engine: TestEngine) async throws {
        try await Harness<ProbeService>.run(on: engine) { host in
            let following = try #require(ProbeService.allFollowing.first { $0.source == "identity" })
            let steps = FollowerSteps(following: following, host: host.host)
            let batch = try records([1, 2, 3])
            try await steps.apply(batch, after: .start)
            await #expect(throws: CursorMoved.self) { try await steps.apply(batch, after: .start) }
            let sum = try await host.read { tx in try tx.one(ProbeTable.sum) }
            #expect(sum == 6)
            #expect(try await host.parked().isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases) func aParkedEventIsTriedAgainOnDemand(engine: TestEngine) async throws {
        try await Harness<ProbeService>.run(on: engine) { host in
            try await host.deliver(happened(900), from: IdentityInterface.self, id: id(1))
            let again = try await host.call(RetryParkedEvent<ProbeInterface>(event: id(1)), as: host.backend())
            #expect(again.state == .stillParked)
            #expect(try await host.parked().first?.attempts == 2)
            let unknown = try await host.call(RetryParkedEvent<ProbeInterface>(event: id(9)), as: host.backend())
            #expect(unknown.state == .notParked)
        }
    }

    /// An event without a reaction moves the cursor and does nothing else.
    @Test(arguments: TestEngine.allCases) func whatNobodyReactsToIsPassedOver(engine: TestEngine) async throws {
        try await Harness<ProbeService>.run(on: engine) { host in
            try await host.deliver(EmailConfirmed(member: .example), from: IdentityInterface.self)
            #expect(try await host.parked().isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases) func tokensOfAnEndedSessionAreRefused(engine: TestEngine) async throws {
        try await Harness<ProbeService>.run(on: engine) { host in
            let ines = host.member("Ines")
            let add = Add(number: .one)
            _ = try await host.call(add, as: ines)
            let ended = SessionEnded(
                session: ines.bearer?.session ?? .example,
                member: ines.member,
                tokensExpire: host.clock.now + .minutes(5)
            )
            try await host.deliver(ended, from: IdentityInterface.self)
            let fault = await #expect(throws: Fault.self) { try await host.call(add, as: ines) }
            #expect(fault?.reason == "UNAUTHENTICATED")
            _ = try await host.call(add, as: host.member("Tomasz"))
        }
    }
}
