import IdeasAPI
import Models
import TypedSQL

/// That a ballot was cast; what it says is in `choice`.
enum BallotTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE ballot (
            campaign TEXT NOT NULL REFERENCES campaign (id),
            pseudonym TEXT NOT NULL,
            cast_at BIGINT NOT NULL,
            PRIMARY KEY (campaign, pseudonym)
        )
        """
    ]

    static let samples: [SQL] = [
        count(.example).sql, known([.example], in: .example).sql, page(.example, after: .example, limit: .standard).sql,
        all(.example).sql, put([.example], in: .example, at: .example).sql,
    ]

    static func count(_ campaign: Campaign.ID) -> Query<Tally> {
        Query("SELECT COUNT(*) AS ballots FROM ballot WHERE campaign = \(campaign)") { row in try row.get("ballots") }
    }

    static func known(_ pseudonyms: [Pseudonym], in campaign: Campaign.ID) -> Query<Pseudonym> {
        Query(
            "SELECT pseudonym FROM ballot WHERE campaign = \(campaign) AND pseudonym IN \(list: pseudonyms)"
        ) { row in try row.get("pseudonym") }
    }

    /// In the order of pseudonyms, one more than asked for.
    static func page(_ campaign: Campaign.ID, after: Cursor?, limit: PageLimit) -> Query<Pseudonym> {
        let bound: SQL = after.map { "AND pseudonym > \($0.key)" } ?? ""
        return Query(
            """
            SELECT pseudonym FROM ballot WHERE campaign = \(campaign) \(bound)
            ORDER BY pseudonym LIMIT \(limit.count + 1)
            """
        ) { row in try row.get("pseudonym") }
    }

    static func all(_ campaign: Campaign.ID) -> Query<Pseudonym> {
        Query("SELECT pseudonym FROM ballot WHERE campaign = \(campaign) ORDER BY pseudonym") { row in
            try row.get("pseudonym")
        }
    }

    /// Cast now, or cast again now.
    static func put(_ pseudonyms: [Pseudonym], in campaign: Campaign.ID, at now: Instant) -> Statement {
        let rows: [[any SQLValue]] = pseudonyms.map { [campaign, $0, now] }
        return Statement(
            """
            INSERT INTO ballot (campaign, pseudonym, cast_at) VALUES \(rows: rows)
            ON CONFLICT (campaign, pseudonym) DO UPDATE SET cast_at = excluded.cast_at
            """
        )
    }
}
