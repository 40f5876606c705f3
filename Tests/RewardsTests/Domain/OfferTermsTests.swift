import Contract
import Models
import RewardsAPI
import Testing

@testable import Rewards

private func terms(price: Int64 = 10, perMember: Int64? = nil, from: Instant? = nil, until: Instant? = nil) throws
    -> Offer
{
    try OfferReward(
        title: .example,
        kind: .coupon,
        price: points(price),
        stock: Quantity(wire: 3),
        perMember: perMember.map(Quantity.init),
        from: from,
        until: until
    ).offer(id: .example, at: .example)
}

@Test(arguments: [(-1, false), (0, true), (9, true), (10, false)] as [(Int64, Bool)])
func offerIsOpenWithinItsPeriod(days: Int64, isOpen: Bool) throws {
    let moment = days < 0 ? Instant.example - .days(-days) : .example + .days(days)
    #expect(try terms(from: .example, until: .example + .days(10)).isOpen(at: moment) == isOpen)
}

@Test func offerRefusesAnEmptyPeriod() {
    #expect(throws: OfferReward.Refusal.periodEmpty) { try terms(until: .example) }
    #expect(throws: OfferReward.Refusal.periodEmpty) {
        try terms(from: .example + .days(2), until: .example + .days(1))
    }
}

@Test func offerStatesWhatIsLeft() throws { #expect(try terms().left == Count(wire: 3)) }

@Test func offerAllowsUpToItsLimit() throws {
    #expect(try terms(perMember: 2).allows(Quantity(wire: 2)))
    #expect(try !terms(perMember: 2).allows(Quantity(wire: 3)))
    #expect(try terms().allows(Quantity(wire: 1_000_000)))
}

@Test func offerCostsPriceTimesUnits() throws {
    #expect(try terms(price: 7).cost(of: Quantity(wire: 3)) == points(21))
    #expect(try terms(price: Points.range.upperBound).cost(of: Quantity(wire: 2)) == nil)
}
