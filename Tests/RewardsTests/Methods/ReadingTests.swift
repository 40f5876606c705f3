import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

/// The member whose streak, badges, level and the like are read.
private func one(_ whose: Whose, isKnown: Bool = true) throws -> Member.ID {
    try whose.one(refusing: GetStreak.Refusal.self) { _ in isKnown }
}

@Test func oneIsWhoeverIsAskedFor() throws {
    #expect(try one(.own(.example), isKnown: false) == .example)
    #expect(try one(.any(.example)) == .example)
}

@Test func oneRefuses() {
    #expect(throws: GetStreak.Refusal.memberUnknown) { try one(.any(.example), isKnown: false) }
    #expect(throws: GetStreak.Refusal.memberUnknown) { try one(.hidden) }
    #expect(throws: GetStreak.Refusal.memberNeeded) { try one(.everybody) }
}

/// A method that does not declare why it would refuse has a mistake, and says so as a fault.
@Test func oneRefusesOnlyByDeclaredNames() {
    #expect(throws: Ledger.Broken.self) { try Whose.hidden.one(refusing: GetLevels.Refusal.self) { _ in true } }
}

/// Members, staff and backends, each of themselves or of another.
@Test(arguments: TestEngine.allCases)
func whatIsReadIsOfWhoeverIsAskedFor(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.ideas(1, by: ines)
        #expect(try await host.call(GetStreak(), as: ines).member == ines.member)
        #expect(try await host.call(GetStreak(member: ines.member), as: host.staff()).member == ines.member)
        await #expect(throws: GetStreak.Refusal.memberUnknown) {
            _ = try await host.call(GetStreak(member: ines.member), as: omar)
        }
        await #expect(throws: GetStreak.Refusal.memberUnknown) {
            _ = try await host.call(GetStreak(member: omar.member), as: host.backend())
        }
        await #expect(throws: GetStreak.Refusal.memberNeeded) {
            _ = try await host.call(GetStreak(), as: host.backend())
        }
    }
}
