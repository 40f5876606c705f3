import Contract
import FeedbackAPI
import Hosting
import IdeasAPI
import Models
import RPC
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

extension Harness where Service == RewardsService {
    @discardableResult
    fileprivate func rule(_ offer: Reward.ID, perMember: Int64? = nil, until: Instant? = nil) async throws -> GiftRule {
        let define = DefineGift(
            key: .example,
            title: try Sentence(wire: "For an idea."),
            event: .ideaSubmitted,
            to: .author,
            reward: offer,
            perMember: try perMember.map(Quantity.init),
            until: until
        )
        return try await call(define, as: staff())
    }

    fileprivate func submit(_ member: TestCaller, _ id: Occurrence.ID? = nil) async throws {
        let idea = IdeaSubmitted(idea: .example, campaign: .example, author: member.member)
        try await deliver(idea, from: IdeasInterface.self, id: id)
    }

    fileprivate func gifts(of member: TestCaller) async throws -> [RedemptionRecord] {
        try await call(ListRedemptions(), as: member).items
    }
}

@Test(arguments: TestEngine.allCases)
func aRuleGivesAsOftenAsItSays(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        let offer = try await host.offer(price: 30, stock: 3)
        try await host.submit(ines)
        #expect(try await host.rule(offer.id).version.wire == 1)
        for _ in 0..<3 { try await host.submit(ines) }
        #expect(try await host.gifts(of: ines).map(\.givenFor?.wire) == ["For an idea."])
        #expect(try await host.rule(offer.id, perMember: 9).version.wire == 2)
        let once = Occurrence.ID(at: .example, entropy: 7)
        try await host.submit(omar, once)
        try await host.tamper("DELETE FROM follower_cursor")
        try await host.submit(omar, once)
        #expect(try await host.gifts(of: omar).count == 1)
        for _ in 0..<3 { try await host.submit(ines) }
        #expect(try await host.gifts(of: ines).count == 2)
        #expect(try await host.left(of: offer) == 0)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func aGiftRuleEnds(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let offer = try await host.offer(price: 30)
        try await host.rule(offer.id, perMember: 9, until: host.clock.now + .days(1))
        try await host.submit(ines)
        host.clock.advance(by: .days(1))
        try await host.submit(ines)
        #expect(try await host.gifts(of: ines).count == 1)
    }
}

@Test(arguments: TestEngine.allCases)
func defineGiftRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let offer = try await host.offer(price: 30)
        var define = DefineGift(key: .example, title: .example, event: .ideaSubmitted, to: .voter, reward: .example)
        (define.from, define.until) = (host.clock.now + .days(2), host.clock.now + .days(1))
        await #expect(throws: DefineGift.Refusal.payeeNotOfEvent) { try await host.call(define, as: host.staff()) }
        define.to = .author
        await #expect(throws: DefineGift.Refusal.periodEmpty) { try await host.call(define, as: host.staff()) }
        define.until = nil
        await #expect(throws: DefineGift.Refusal.rewardUnknown) { try await host.call(define, as: host.staff()) }
        define.reward = offer.id
        await #expect(throws: Fault.self) { try await host.call(define, as: host.member("Ines")) }
        #expect(try await host.call(define, as: host.staff()).perMember == .one)
    }
}
