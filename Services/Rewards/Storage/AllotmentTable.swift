import Models
import RewardsAPI
import TypedSQL

/// How many pieces of a reward a member has.
enum AllotmentTable {
    /// Changes no row where the member would have more than the offer allows. That the units alone are not more than
    /// that is for the caller to see to, because the first row of a member meets no condition.
    static func grant(_ units: Quantity, of offer: Offer, to member: Member.ID) -> Statement {
        let limit = offer.perMember?.wire ?? .max
        return Statement(
            """
            INSERT INTO allotment (reward, member, units) VALUES (\(offer.id), \(member), \(units))
            ON CONFLICT (reward, member) DO UPDATE SET units = allotment.units + \(units)
            WHERE allotment.units + \(units) <= \(limit)
            """
        )
    }

    static func giveBack(_ units: Quantity, of reward: Reward.ID, by member: Member.ID) -> Statement {
        Statement(
            "UPDATE allotment SET units = units - \(units) WHERE reward = \(reward) AND member = \(member)"
        )
    }

    static var samples: [SQL] {
        let offer = Offer(
            id: .example,
            title: .example,
            kind: .coupon,
            price: .example,
            left: nil,
            perMember: .one,
            from: .example,
            until: nil
        )
        return [
            grant(.one, of: offer, to: .example).sql, giveBack(.one, of: .example, by: .example).sql,
        ]
    }
}
