import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

private func expect(
    _ refusal: DefineRule.Refusal,
    _ terms: RuleTerms,
    event: EarningEvent = .ideaSelected,
    amount: Int64 = 10,
    _ location: SourceLocation = #_sourceLocation
) {
    #expect(throws: refusal, sourceLocation: location) {
        _ = try DefineRule(
            key: .example,
            title: .example,
            event: event,
            pays: event.isCustom ? .member : .author,
            amount: points(amount),
            terms: terms
        ).rule(id: .example, version: .first, limit: points(1000), at: .example)
    }
}

private func number(_ name: String, _ test: ConditionTest, _ number: Int64) throws -> RuleCondition {
    RuleCondition(about: .number, field: try field(name), test: test, number: number)
}

@Test func conditionsHaveToBeComplete() throws {
    let rank = try field("rank")
    let broken = [
        RuleCondition(about: .number, test: .equals, number: 1),
        RuleCondition(about: .number, field: rank, test: .equals),
        RuleCondition(about: .number, field: rank, test: .isOneOf, number: 1),
        RuleCondition(about: .number, field: rank, test: .equals, number: 1, values: ["1"]),
        RuleCondition(about: .campaign, field: rank, test: .isOneOf, values: [Campaign.ID.example.wire]),
        RuleCondition(about: .campaign, test: .isOneOf, values: []),
        RuleCondition(about: .campaign, test: .isOneOf, values: ["spring"]),
        RuleCondition(about: .campaign, test: .atLeast, values: [Campaign.ID.example.wire]),
        RuleCondition(about: .word, field: try field("idea"), test: .isOneOf, values: [""]),
        RuleCondition(about: .word, field: try field("idea"), test: .isOneOf),
    ]
    for condition in broken { expect(.conditionInvalid, RuleTerms(conditions: [condition])) }
    let many = try Array(repeating: number("rank", .atMost, 3), count: 21)
    expect(.conditionInvalid, RuleTerms(conditions: many))
    expect(.conditionInvalid, RuleTerms(multipliers: [AwardMultiplier(times: 2, conditions: many)]))
}

@Test func conditionsNameWhatTheEventCarries() throws {
    expect(.fieldNotOfEvent, RuleTerms(conditions: [try number("cents", .atMost, 3)]))
    let group = RuleCondition(about: .group, test: .isOneOf, values: [Group.ID.example.wire])
    expect(.fieldNotOfEvent, RuleTerms(conditions: [group]))
    expect(.fieldNotOfEvent, RuleTerms(formula: AmountFormula(field: try field("cents"))))
    let ratio = AmountFormula(field: try field("rank"), perField: try field("cents"))
    expect(.fieldNotOfEvent, RuleTerms(formula: ratio))
}

@Test func contradictionsAreRefused() throws {
    expect(.neverMatches, RuleTerms(conditions: [try number("rank", .atLeast, 4), try number("rank", .atMost, 3)]))
    expect(.neverMatches, RuleTerms(conditions: [try number("rank", .equals, 4), try number("rank", .equals, 3)]))
    let idea = try field("idea")
    let words = [["a", "b"], ["b", "c"]].map {
        RuleCondition(about: .word, field: idea, test: .isOneOf, values: $0)
    }
    let none = RuleCondition(about: .word, field: idea, test: .isNoneOf, values: ["b"])
    expect(.neverMatches, RuleTerms(conditions: words + [none]))
}

@Test func formulasHaveBounds() throws {
    let rank = try field("rank")
    expect(.dividesByZero, RuleTerms(formula: AmountFormula(field: rank, per: 0)))
    expect(.formulaInvalid, RuleTerms(formula: AmountFormula(field: rank, per: -1)))
    expect(.formulaInvalid, RuleTerms(formula: AmountFormula(field: rank, times: 0)))
    expect(.formulaInvalid, RuleTerms(formula: AmountFormula(field: rank, per: 2, perField: rank)))
    expect(.formulaInvalid, RuleTerms(formula: AmountFormula(field: rank, least: try points(11))))
}

@Test func multipliersHaveBounds() throws {
    expect(.dividesByZero, RuleTerms(multipliers: [AwardMultiplier(times: 2, per: 0)]))
    expect(.formulaInvalid, RuleTerms(multipliers: [AwardMultiplier(times: 0)]))
    expect(.formulaInvalid, RuleTerms(multipliers: [AwardMultiplier(times: 1001)]))
    expect(.formulaInvalid, RuleTerms(multipliers: Array(repeating: AwardMultiplier(times: 1), count: 11)))
    let empty = AwardMultiplier(times: 2, from: .example, until: .example)
    expect(.periodEmpty, RuleTerms(multipliers: [empty]))
    let ten = AwardMultiplier(times: 10)
    expect(.amountTooLarge, RuleTerms(multipliers: [ten, ten, AwardMultiplier(times: 1, per: 10)]), amount: 11)
    expect(.amountTooLarge, RuleTerms(multipliers: [AwardMultiplier(times: 1, per: 10), ten, ten]), amount: 1001)
}

@Test func oneBudgetPays() throws {
    expect(.budgetAmbiguous, RuleTerms(budget: .example, groupPays: true), event: try custom("fair"))
}

@Test func decayHasBounds() throws {
    func expect(_ refusal: DefineRule.Refusal, _ decay: ChainDecay, pays: Payee = .ancestor) {
        #expect(throws: refusal) {
            _ = try DefineRule(
                key: .example,
                title: .example,
                event: .referralQualified,
                pays: pays,
                amount: points(10),
                terms: RuleTerms(decay: decay)
            ).rule(id: .example, version: .first, limit: points(1000), at: .example)
        }
    }
    expect(.dividesByZero, ChainDecay(times: 1, per: 0, levels: 2))
    expect(.formulaInvalid, ChainDecay(times: 3, per: 2, levels: 2))
    expect(.formulaInvalid, ChainDecay(times: 0, per: 2, levels: 2))
    expect(.formulaInvalid, ChainDecay(times: 1, per: 2, levels: 7))
    expect(.formulaInvalid, ChainDecay(times: 1, per: 2, levels: 2), pays: .inviter)
}
