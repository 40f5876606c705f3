import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

extension LedgerRun {
    mutating func redeem(by member: Int) async throws {
        let reward = Int.random(in: offers.indices, using: &generator)
        let units = Int64.random(in: 1...4, using: &generator)
        let (expected, parts) = order(units, of: reward, by: member)
        orderOutcomes[expected, default: 0] += 1
        do {
            let receipt = try await host.redeem(offers[reward], units, as: members[member])
            try agree(receipt.available.wire == model.accounts[member].available(at: now))
            guard let parts else { return try agree(false) }
            orders.append(
                Order(id: receipt.redemption, member: member, reward: reward, units: units, parts: parts)
            )
        } catch let refusal as RedeemReward.Refusal {
            try agree(refusal == expected)
        }
    }

    /// Why not, or from which lots.
    private mutating func order(_ units: Int64, of reward: Int, by member: Int) -> (
        RedeemReward.Refusal?, LedgerModel.Parts?
    ) {
        let taken = shelves[reward].taken[member, default: 0]
        if shelves[reward].left < units { return (.outOfStock, nil) }
        if taken + units > shelves[reward].perMember { return (.limitReached, nil) }
        let cost = shelves[reward].price * units
        guard let parts = model.take(cost, from: member, at: now) else { return (.insufficientPoints, nil) }
        shelves[reward].left -= units
        shelves[reward].taken[member] = taken + units
        model.accounts[member].held += cost
        return (nil, parts)
    }

    mutating func fulfil() async throws {
        guard let index = orders.indices.randomElement(using: &generator) else { return }
        let outcome = FulfilmentOutcome.allCases.randomElement(using: &generator) ?? .delivered
        let before = orders[index]
        let next = outcome.state(after: before.state)
        do {
            let fulfil = FulfilRedemption(redemption: before.id, outcome: outcome)
            try await agree(host.call(fulfil, as: host.staff()).state == next)
        } catch let refusal as FulfilRedemption.Refusal {
            try agree(refusal == .redemptionClosed)
            try agree(next == nil)
        }
        guard let next else { return }
        orders[index].state = next
        if before.state == .ordered { model.pay(before.paid, heldOf: before.member, at: now) }
        guard next == .cancelled || next == .returned else { return }
        model.putBack(before.parts, to: before.member, at: now)
        shelves[before.reward].left += before.units
        shelves[before.reward].taken[before.member, default: 0] -= before.units
        try await expectBalance(of: before.member)
    }
}
