import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

private func draft(amount: Int64 = 100, pays: Payee = .member, event: EarningEvent? = nil, _ terms: RuleTerms) throws
    -> DefineRule
{
    DefineRule(
        key: .example,
        title: .example,
        event: try event ?? custom("purchase"),
        pays: pays,
        amount: try points(amount),
        terms: terms
    )
}

private func rule(_ draft: DefineRule) throws -> EarningRule {
    try draft.rule(id: .example, version: .first, limit: points(1_000_000), at: .example)
}

private func purchase(
    _ numbers: [String: Int64] = [:],
    words: [String: String] = [:],
    at: Instant = .example,
    shares: [ContributionShare]? = nil,
    group: Group.ID? = nil
) throws -> Earning {
    Earning(
        try custom("purchase"),
        source: Movement.Source(event: .example, at: at),
        campaign: .example,
        group: group,
        content: Earning.Content(
            people: ["member": Cast.member("Ines")],
            numbers: numbers,
            words: words,
            shares: shares
        )
    )
}

private func outcome(_ terms: RuleTerms, _ earning: Earning, amount: Int64 = 100) throws -> Claim? {
    try rule(draft(amount: amount, terms)).claims(for: earning).first
}

private func pays(_ amount: Int64) throws -> Claim { .pays(Cast.member("Ines"), try points(amount)) }

@Test func formulaRoundsDownWithinItsBounds() throws {
    let formula = AmountFormula(field: try field("cents"), times: 3, per: 100, least: try points(2))
    let terms = RuleTerms(formula: formula)
    #expect(try outcome(terms, purchase(["cents": 199])) == pays(5))
    #expect(try outcome(terms, purchase(["cents": 1])) == pays(2))
    #expect(try outcome(terms, purchase(["cents": -5000])) == pays(2))
    #expect(try outcome(terms, purchase(["cents": 1_000_000])) == pays(100))
    #expect(try outcome(terms, purchase(["cents": Points.range.upperBound])) == pays(100))
}

@Test func formulaGivesNothingForAReason() throws {
    let ines = Cast.member("Ines")
    let ratio = RuleTerms(formula: AmountFormula(field: try field("cents"), perField: try field("people")))
    #expect(try outcome(ratio, purchase(["cents": 10, "people": 0])) == .nothing(ines, .dividedByZero))
    #expect(try outcome(ratio, purchase(["cents": 10])) == .nothing(ines, .fieldMissing))
    #expect(try outcome(ratio, purchase(["people": 3])) == .nothing(ines, .fieldMissing))
    #expect(try outcome(ratio, purchase(["cents": 2, "people": 3])) == .nothing(ines, .nothingDue))
    #expect(try outcome(ratio, purchase(["cents": 7, "people": 3])) == pays(2))
}

/// Half of five is two, and three times that six; the other way round it were seven.
@Test func multipliersApplyInTheirOrder() throws {
    let halves = AwardMultiplier(times: 1, per: 2)
    let triples = AwardMultiplier(times: 3)
    #expect(try outcome(RuleTerms(multipliers: [halves, triples]), purchase(), amount: 5) == pays(6))
    #expect(try outcome(RuleTerms(multipliers: [triples, halves]), purchase(), amount: 5) == pays(7))
}

@Test(arguments: [(-1, 5), (0, 10), (1, 10), (2, 5)] as [(Int64, Int64)])
func multiplierAppliesInItsWindow(day: Int64, amount: Int64) throws {
    let double = AwardMultiplier(times: 2, from: .example + .days(3), until: .example + .days(5))
    let moment = Instant.example + .days(3 + day)
    #expect(try outcome(RuleTerms(multipliers: [double]), purchase(at: moment), amount: 5) == pays(amount))
}

@Test func conditionsCompare() throws {
    let ines = Cast.member("Ines")
    let shop = try field("shop"), cents = try field("cents")
    let cases: [(RuleCondition, Bool)] = [
        (RuleCondition(about: .member, test: .isOneOf, values: [ines.wire]), true),
        (RuleCondition(about: .member, test: .isNoneOf, values: [ines.wire]), false),
        (RuleCondition(about: .campaign, test: .isOneOf, values: [Campaign.ID.example.wire]), true),
        (RuleCondition(about: .group, test: .isOneOf, values: [Group.ID.example.wire]), false),
        (RuleCondition(about: .group, test: .isNoneOf, values: [Group.ID.example.wire]), true),
        (RuleCondition(about: .word, field: shop, test: .isOneOf, values: ["Lyon", "Turin"]), true),
        (RuleCondition(about: .word, field: shop, test: .isNoneOf, values: ["Lyon", "Turin"]), false),
        (RuleCondition(about: .number, field: cents, test: .equals, number: 50), true),
        (RuleCondition(about: .number, field: cents, test: .atLeast, number: 51), false),
        (RuleCondition(about: .number, field: cents, test: .atMost, number: 50), true),
        (RuleCondition(about: .number, field: try field("other"), test: .atMost, number: 50), false),
    ]
    let earning = try purchase(["cents": 50], words: ["shop": "Turin"])
    for (condition, isMet) in cases {
        #expect(try outcome(RuleTerms(conditions: [condition]), earning) == (isMet ? pays(100) : nil), "\(condition)")
    }
}

@Test func sharesAddUp() throws {
    let members = ["Ines", "Omar", "Mara"].map { Cast.member($0) }.sorted()
    let weights: [Int64] = [1, 1, 1]
    let shares = try zip(members, weights).map { ContributionShare(member: $0, weight: try Quantity(wire: $1)) }
    let claims = try rule(draft(pays: .contributor, RuleTerms())).claims(for: purchase(shares: shares))
    #expect(
        try claims == [.pays(members[0], points(34)), .pays(members[1], points(33)), .pays(members[2], points(33))]
    )
    let one = try rule(draft(amount: 1, pays: .contributor, RuleTerms())).claims(for: purchase(shares: shares))
    #expect(try one == [.pays(members[0], points(1))] + members.dropFirst().map { .nothing($0, .nothingDue) })
}

@Test func aRuleWhoseGroupPaysNeedsAGroup() throws {
    let terms = RuleTerms(groupPays: true)
    #expect(try outcome(terms, purchase()) == nil)
    #expect(try outcome(terms, purchase(group: .example)) == pays(100))
}
