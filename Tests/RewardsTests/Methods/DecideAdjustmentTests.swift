import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

/// Above the limit nothing moves until another person has approved it, and then once.
@Test(arguments: TestEngine.allCases)
func aLargeAdjustmentNeedsASecondPerson(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine, settings: adjustmentLimit) { host in
        let (ines, olga) = (host.member("Ines"), host.staff("Olga"))
        let asked = try await host.adjust(.give, 101, ines)
        #expect(asked.state == .pending && asked.transfer == nil)
        #expect(try await host.available(ines) == 0)
        await #expect(throws: DecideAdjustment.Refusal.samePerson) {
            try await host.decide(asked.id, true, as: host.staff())
        }
        let pending = try await host.call(ListAdjustments(state: .pending), as: olga)
        #expect(pending.items == [asked])
        let made = try await host.decide(asked.id, true, as: olga)
        #expect(made.state == .made && made.decidedBy == olga.actor)
        #expect(try await host.available(ines) == 101)
        await #expect(throws: DecideAdjustment.Refusal.adjustmentDecided) {
            try await host.decide(asked.id, true, as: host.staff("Pia"))
        }
        #expect(try await host.call(ListAdjustments(state: .pending), as: olga).items.isEmpty)
        #expect(try await host.call(ListAdjustments(member: ines.member), as: olga).items == [made])
        try await host.expectSound()
    }
}

/// Of many who approve at once one does, and the points move once.
@Test(arguments: TestEngine.allCases)
func anAdjustmentIsApprovedOnce(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine, settings: adjustmentLimit) { host in
        let ines = host.member("Ines")
        let asked = try await host.adjust(.give, 150, ines)
        let made = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<12 {
                group.addTask { (try? await host.decide(asked.id, true, as: host.staff("Staff \(number)"))) != nil }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(made == 1)
        #expect(try await host.available(ines) == 150)
        try await host.expectSound()
    }
}
