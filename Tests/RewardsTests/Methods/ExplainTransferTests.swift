import Contract
import Hosting
import IdeasAPI
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

/// Formula, multipliers and shares, from the terms and from the steps.
@Test(arguments: TestEngine.allCases)
func whyExplainsAnAwardByItsRule(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, noor) = (host.member("Ines"), host.member("Noor"))
        let inShop = RuleCondition(about: .word, field: try field("channel"), test: .isOneOf, values: ["shop"])
        let terms = RuleTerms(
            formula: AmountFormula(field: try field("paid"), times: 3, per: 100, least: try points(2)),
            multipliers: [AwardMultiplier(times: 3, per: 2, conditions: [inShop]), AwardMultiplier(times: 2)]
        )
        try await host.rule("bought", custom("bought"), .member, 500, terms: terms)
        try await host.rule("built", custom("built"), .contributor, 101)
        let bought = try await host.record("custom.bought", ines, numbers: ["paid": 777], words: ["channel": "shop"])
        let shares: [(TestCaller, Int64)] = [(ines, 1), (noor, 2), (host.member("Sam"), 1)]
        let built = try await host.record("custom.built", ines, shares: shares)
        for award in bought.awards + built.awards {
            let ask = ExplainNumber(about: .award, transfer: award.transfer)
            let explanation = try await host.call(ask, as: host.staff())
            #expect(try recalculated(explanation) == award.amount.wire)
            #expect(try Recalculation(explanation).amountByTerms() == award.amount.wire)
            #expect(explanation.rule?.version == award.version)
        }
        // A later version does not change what an old award is explained by.
        try await host.rule("bought", custom("bought"), .member, 1)
        let ask = ExplainNumber(about: .award, transfer: bought.awards[0].transfer)
        #expect(try await host.call(ask, as: ines).rule?.version == .first)
        await #expect(throws: ExplainNumber.Refusal.transferUnknown) { try await host.call(ask, as: noor) }
    }
}

@Test(arguments: TestEngine.allCases)
func whyExplainsAnAwardUpTheChain(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        try await host.defineReferral()
        let people = ["Ada", "Ben", "Cia"].map { host.member($0) }
        try await host.qualify(people[0], invitedBy: nil)
        try await host.qualify(people[1], invitedBy: people[0])
        try await host.qualify(people[2], invitedBy: people[1])
        let lines = try await host.call(GetStatement(), as: people[0]).lines
        #expect(lines.map(\.amount.wire) == [50, 100])
        for line in lines {
            let explanation = try await host.call(ExplainNumber(about: .award, transfer: line.transfer), as: people[0])
            #expect(try recalculated(explanation) == line.amount.wire)
            #expect(try Recalculation(explanation).amountByTerms() == line.amount.wire)
        }
    }
}

/// What was given by hand, and what ends or undoes a transfer, names what it follows from.
@Test(arguments: TestEngine.allCases)
func whyExplainsWhatNoRuleMoved(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let given = try await host.give(10, to: ines)
        let reversal = try await host.reverse(given.transfer, 4)
        let gift = try await host.call(ExplainNumber(about: .award, transfer: given.transfer), as: ines)
        #expect(gift.transfer?.reason?.wire == "Thank you.")
        #expect(try recalculated(gift) == 10)
        let back = try await host.call(ExplainNumber(about: .award, transfer: reversal.transfers[0]), as: ines)
        #expect(back.steps.first?.operands.first?.transfer == given.transfer)
    }
}

/// A refused id says what was missing at that moment, whatever there is now.
@Test(arguments: TestEngine.allCases)
func whyExplainsARefusal(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        let id = Transfer.ID(at: .example, entropy: 77)
        await #expect(throws: ChargePoints.Refusal.insufficientPoints) {
            try await host.charge(25, from: ines, transfer: id)
        }
        try await host.give(100, to: ines)
        let explanation = try await host.call(ExplainNumber(about: .refusal, transfer: id), as: ines)
        #expect(try recalculated(explanation) == 15)
        #expect(explanation.transfer?.refusal == "insufficientPoints")
        let large = Transfer.ID(at: .example, entropy: 78)
        await #expect(throws: AwardPoints.Refusal.amountTooLarge) {
            try await host.give(1_000_001, to: ines, transfer: large)
        }
        #expect(try recalculated(await host.call(ExplainNumber(about: .refusal, transfer: large), as: ines)) == 1)
        let other = ExplainNumber(about: .refusal, transfer: id)
        await #expect(throws: ExplainNumber.Refusal.transferUnknown) {
            try await host.call(other, as: host.member("Noor"))
        }
    }
}
