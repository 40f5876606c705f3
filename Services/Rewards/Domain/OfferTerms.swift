import Models
import RewardsAPI

extension Offer {
    func isOpen(at now: Instant) -> Bool { from <= now && until.map { now < $0 } ?? true }

    /// Whether one member may have that many, had he or she none before.
    func allows(_ units: Quantity) -> Bool { perMember.map { units <= $0 } ?? true }

    /// Nil where it is more than there can be points.
    func cost(of units: Quantity) -> PointAmount? {
        (try? price.points.multiplied(by: units.wire)).flatMap { try? PointAmount(wire: $0.wire) }
    }
}

extension OfferReward {
    func offer(id: Reward.ID, at now: Instant) throws(Refusal) -> Offer {
        let begin = from ?? now
        if let until, until <= begin { throw .periodEmpty }
        return Offer(
            id: id,
            title: title,
            kind: kind,
            price: price,
            left: stock.map(Count.init),
            perMember: perMember,
            from: begin,
            until: until
        )
    }
}
