import Contract
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

private func definition(
    _ event: EarningEvent = .ideaSubmitted,
    pays: Payee = .author,
    amount: Int64 = 10,
    from: Instant? = nil,
    until: Instant? = nil
) throws -> DefineRule {
    DefineRule(
        key: .example,
        title: .example,
        event: event,
        pays: pays,
        amount: try points(amount),
        from: from,
        until: until
    )
}

private func rule(_ definition: DefineRule) throws -> EarningRule {
    try definition.rule(id: .example, version: .first, limit: points(100), at: .example)
}

@Test(arguments: EarningEvent.followed)
func eachEventPaysOnlyItsOwnPeople(event: EarningEvent) throws {
    #expect(!event.payees.isEmpty)
    for payee in Payee.allCases where !event.payees.contains(payee) {
        #expect(throws: DefineRule.Refusal.payeeNotOfEvent) { try rule(definition(event, pays: payee)) }
    }
    for payee in event.payees { #expect(try rule(definition(event, pays: payee)).pays == payee) }
}

@Test func ruleRefusesInTheOrderOfItsContract() throws {
    let before = Instant.example - .days(1)
    #expect(throws: DefineRule.Refusal.payeeNotOfEvent) {
        try rule(definition(pays: .voter, amount: 101, from: .example, until: before))
    }
    #expect(throws: DefineRule.Refusal.periodEmpty) {
        try rule(definition(amount: 101, from: .example, until: before))
    }
    #expect(throws: DefineRule.Refusal.amountTooLarge) { try rule(definition(amount: 101)) }
    #expect(try rule(definition(amount: 100)).amount == points(100))
}

@Test func ruleNeverBeginsBeforeItsDefinition() throws {
    let rule = try rule(definition(from: .example - .days(9)))
    #expect(rule.from == .example)
}

@Test func ruleCanBeEndedAtOnce() throws {
    let rule = try rule(definition(until: .example - .days(1)))
    let source = Movement.Source(event: .example, at: .example)
    let earning = Earning(.ideaSubmitted, [.author: .example], source: source)
    #expect(rule.claims(for: earning).isEmpty)
}

@Test(arguments: [(-1, false), (0, true), (9, true), (10, false)] as [(Int64, Bool)])
func rulePaysWithinItsPeriod(days: Int64, pays: Bool) throws {
    let rule = try rule(definition(from: .example, until: .example + .days(10)))
    let moment = days < 0 ? Instant.example - .days(-days) : .example + .days(days)
    let source = Movement.Source(event: .example, at: moment)
    let earning = Earning(.ideaSubmitted, [.author: Cast.member("Ines")], source: source)
    #expect(rule.claims(for: earning).map(\.member) == (pays ? [Cast.member("Ines")] : []))
}

@Test func rulePaysNobodyWhereTheEventHasNobody() throws {
    let source = Movement.Source(event: .example, at: .example)
    let imported = Earning(.ideaSubmitted, [:], source: source)
    let other = Earning(.commentPosted, [.author: .example], source: source)
    #expect(try rule(definition()).claims(for: imported).isEmpty)
    #expect(try rule(definition()).claims(for: other).isEmpty)
}
