import Models
import RewardsAPI
import TypedSQL

/// How many pieces of a reward a member has ordered and kept, in all and by period. Gifts do not count.
enum AllotmentTable {
    static let periodCreation: [SQL] = [
        """
        CREATE TABLE allotment_period (
            reward TEXT NOT NULL,
            member TEXT NOT NULL,
            starts_on BIGINT NOT NULL,
            units BIGINT NOT NULL,
            PRIMARY KEY (reward, member, starts_on),
            CONSTRAINT allotment_period_units CHECK (units >= 0),
            CONSTRAINT allotment_period_reward FOREIGN KEY (reward) REFERENCES reward (id)
        )
        """
    ]

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

    /// As above, for one day, week or month.
    static func grant(
        _ units: Quantity,
        of offer: Offer,
        to member: Member.ID,
        in period: Day,
        limit: Quantity
    ) -> Statement {
        Statement(
            """
            INSERT INTO allotment_period (reward, member, starts_on, units)
            VALUES (\(offer.id), \(member), \(period.number), \(units))
            ON CONFLICT (reward, member, starts_on) DO UPDATE SET units = allotment_period.units + \(units)
            WHERE allotment_period.units + \(units) <= \(limit)
            """
        )
    }

    static func giveBack(_ units: Quantity, of reward: Reward.ID, by member: Member.ID) -> Statement {
        Statement(
            "UPDATE allotment SET units = units - \(units) WHERE reward = \(reward) AND member = \(member)"
        )
    }

    static func giveBack(_ units: Quantity, of reward: Reward.ID, by member: Member.ID, in period: Day) -> Statement {
        Statement(
            """
            UPDATE allotment_period SET units = units - \(units)
            WHERE reward = \(reward) AND member = \(member) AND starts_on = \(period.number)
            """
        )
    }

    static var samples: [SQL] {
        let offer = RewardTable.sample
        return [
            grant(.one, of: offer, to: .example).sql, giveBack(.one, of: .example, by: .example).sql,
            grant(.one, of: offer, to: .example, in: .example, limit: .one).sql,
            giveBack(.one, of: .example, by: .example, in: .example).sql,
        ]
    }
}
