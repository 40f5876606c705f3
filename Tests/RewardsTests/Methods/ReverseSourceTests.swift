import Contract
import Hosting
import IdeasAPI
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func reversingASourceTakesAllItsAwardsBack(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.rule("praised", custom("praise"), .member, 20)
        try await host.rule("praising", custom("praise"), .partner, 5, terms: RuleTerms(pending: .days(3)))
        let receipt = try await host.record("custom.praise", ines, partner: omar, event: happening(1))
        try await host.charge(15, from: ines)
        let reversal = try await host.reverseSource(receipt.event)
        #expect(reversal.reversals.map(\.amount.wire).sorted() == [5, 20])
        #expect(reversal.reversals.map(\.owed.wire).sorted() == [0, 15])
        #expect(try await host.available(ines) == 0)
        host.clock.advance(by: .days(3))
        try await host.endWhatIsDue()
        #expect(try await host.available(omar) == 0)
        try await host.expectSound()
    }
}

/// Neither the call nor the event of another service pays again, also where its log is read from the beginning.
@Test(arguments: TestEngine.allCases)
func aReversedSourceNeverPaysAgain(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let idea = IdeaSubmitted(idea: .example, campaign: .example, author: ines.member)
        try await host.rule("idea", .ideaSubmitted, .author, 10)
        try await host.rule("sale", custom("sale"), .member, 7)
        try await host.deliver(idea, from: IdeasInterface.self, id: happening(1))
        let receipt = try await host.record("custom.sale", ines, event: happening(2))
        #expect(try await host.available(ines) == 17)
        _ = try await host.reverseSource(happening(1))
        _ = try await host.reverseSource(happening(2))
        try await host.tamper("DELETE FROM follower_cursor")
        try await host.deliver(idea, from: IdeasInterface.self, id: happening(1))
        #expect(try await host.record("custom.sale", ines, event: happening(2)) == receipt)
        #expect(try await host.available(ines) == 0)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func reversingASourceTakesWhatIsLeft(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.rule("sale", custom("sale"), .member, 7)
        let award = try #require(try await host.record("custom.sale", ines, event: happening(1)).awards.first)
        try await host.reverse(award.transfer, 3)
        let reversal = try await host.reverseSource(happening(1))
        #expect(reversal.reversals.map(\.amount.wire) == [4])
        let nothing = try await host.record("custom.other", ines)
        #expect(try await host.reverseSource(nothing.event).reversals.isEmpty)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func reversingASourceRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        await #expect(throws: ReverseSource.Refusal.sourceUnknown) { try await host.reverseSource(happening(1)) }
        try await host.rule("sale", custom("sale"), .member, 7)
        try await host.record("custom.sale", ines, event: happening(1))
        try await host.tamper("UPDATE account SET stopped_at = 1 WHERE owner = \(ines.member)")
        await #expect(throws: ReverseSource.Refusal.accountStopped) { try await host.reverseSource(happening(1)) }
        try await host.tamper("UPDATE account SET stopped_at = NULL")
        _ = try await host.reverseSource(happening(1))
        await #expect(throws: ReverseSource.Refusal.alreadyWithdrawn) { try await host.reverseSource(happening(1)) }
    }
}
