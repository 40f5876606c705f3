import Models
import RewardsAPI
import Testing

@testable import Rewards

private func stretches(at text: String, campaign: Campaign.ID? = nil) throws -> [String] {
    let two = try Quantity(wire: 2)
    let rule = EarningRule(
        id: .example,
        key: .example,
        version: .first,
        title: .example,
        event: .ideaSubmitted,
        pays: .author,
        amount: .example,
        perDay: two,
        from: .example,
        until: nil,
        terms: RuleTerms(perWeek: two, perMonth: two, perCampaign: two, inTotal: two)
    )
    let source = Movement.Source(event: .example, at: try Instant(wire: text))
    return rule.caps(for: Earning(.ideaSubmitted, [:], source: source, campaign: campaign)).map(\.stretch)
}

@Test func capsCountByTheMomentOfTheEvent() throws {
    #expect(
        try stretches(at: "2024-02-29T23:59:59.999999Z")
            == ["day 2024-02-29", "week 2024-02-26", "month 2024-02", "ever"]
    )
    #expect(
        try stretches(at: "2024-03-01T00:00:00Z", campaign: .example)
            == ["day 2024-03-01", "week 2024-02-26", "month 2024-03", "campaign \(Campaign.ID.example)", "ever"]
    )
    #expect(try stretches(at: "2024-12-31T23:59:59Z")[1] == "week 2024-12-30")
    #expect(try stretches(at: "2025-01-05T23:59:59Z")[1] == "week 2024-12-30")
    #expect(try stretches(at: "2025-01-06T00:00:00Z")[1] == "week 2025-01-06")
}
