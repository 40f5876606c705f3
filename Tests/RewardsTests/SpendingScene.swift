import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

// What tests of spending begin with.

extension Harness where Service == RewardsService {
    /// An offer of which the test says what matters, a minute later than the one before.
    func offer(_ title: String, _ price: Int64 = 10, adjust: (inout OfferReward) throws -> Void) async throws -> Offer {
        var offer = OfferReward(title: try Title(wire: title), kind: .custom, price: try points(price))
        try adjust(&offer)
        clock.advance(by: .minutes(1))
        return try await call(offer, as: staff())
    }

    @discardableResult
    func fulfil(_ redemption: Redemption.ID, _ outcome: FulfilmentOutcome, _ note: String? = nil) async throws
        -> RedemptionRecord
    {
        let fulfil = FulfilRedemption(
            redemption: redemption,
            outcome: outcome,
            note: try note.map { try Sentence(wire: $0) }
        )
        return try await call(fulfil, as: staff())
    }

    @discardableResult
    func gift(_ offer: Offer, to member: TestCaller, _ pieces: Int64 = 1) async throws -> RedemptionRecord {
        let gift = GiveGift(
            reward: offer.id,
            member: member.member,
            reason: try Sentence(wire: "For the best photo."),
            quantity: try Quantity(wire: pieces)
        )
        return try await call(gift, as: staff())
    }

    func left(of offer: Offer) async throws -> Int64? {
        var request = ListOffers()
        repeat {
            let page = try await call(request, as: staff())
            if let found = page.items.first(where: { $0.id == offer.id }) { return found.left?.wire }
            request.after = page.next
        } while request.after != nil
        return nil
    }
}

extension [Result<RedemptionRecord, any Error>] {
    var won: Int { filter { if case .success = $0 { true } else { false } }.count }
}
