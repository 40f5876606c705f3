import Models
import RewardsAPI
import TypedSQL

// How many pieces there are, and how they come and go.

extension RewardTable {
    static let stockCreation: [SQL] = [
        """
        CREATE TABLE restock (
            id TEXT NOT NULL PRIMARY KEY,
            reward TEXT NOT NULL,
            pieces BIGINT NOT NULL,
            added_by TEXT NOT NULL,
            added_at BIGINT NOT NULL,
            CONSTRAINT restock_pieces CHECK (pieces > 0),
            CONSTRAINT restock_reward FOREIGN KEY (reward) REFERENCES reward (id)
        )
        """,
        "CREATE INDEX restock_of ON restock (reward)",
    ]

    /// Changes no row where fewer are left, or the offer was withdrawn: of many who want the last piece one gets it.
    static func take(_ units: Quantity, of id: Reward.ID) -> Statement {
        Statement(
            """
            UPDATE reward SET on_hand = on_hand - \(units), taken = taken + \(units)
            WHERE id = \(id) AND (on_hand IS NULL OR on_hand >= \(units)) AND withdrawn_at IS NULL
            """
        )
    }

    static func giveBack(_ units: Quantity, of id: Reward.ID) -> Statement {
        Statement(
            "UPDATE reward SET on_hand = on_hand + \(units), taken = taken - \(units) WHERE id = \(id)"
        )
    }

    /// Keeps every other change of its stock waiting until the transaction ends, and changes nothing.
    static func lock(_ id: Reward.ID) -> Statement {
        Statement("UPDATE reward SET taken = taken WHERE id = \(id)")
    }

    /// Changes no row where there is no stock, or the offer was withdrawn.
    static func restock(_ pieces: Quantity, of id: Reward.ID) -> Statement {
        Statement(
            """
            UPDATE reward SET on_hand = on_hand + \(pieces), stock = stock + \(pieces)
            WHERE id = \(id) AND stock IS NOT NULL AND withdrawn_at IS NULL
            """
        )
    }

    /// Where the pieces of a reward came from: its stock is the sum of these.
    static func note(_ pieces: Count, of reward: Reward.ID, _ id: Occurrence.ID, by actor: Actor, at now: Instant)
        -> Statement
    {
        Statement(
            """
            INSERT INTO restock (id, reward, pieces, added_by, added_at)
            VALUES (\(id), \(reward), \(pieces), \(actor), \(now))
            """
        )
    }

    /// Changes no row where it was withdrawn before.
    static func withdraw(_ id: Reward.ID, by actor: Actor, at now: Instant) -> Statement {
        Statement(
            """
            UPDATE reward SET withdrawn_at = \(now), withdrawn_by = \(actor)
            WHERE id = \(id) AND withdrawn_at IS NULL
            """
        )
    }

    static var stockSamples: [SQL] {
        [
            take(.one, of: .example).sql, giveBack(.one, of: .example).sql, restock(.one, of: .example).sql,
            note(.example, of: .example, .example, by: .example, at: .example).sql,
            lock(.example).sql, withdraw(.example, by: .example, at: .example).sql,
        ]
    }
}
