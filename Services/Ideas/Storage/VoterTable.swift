import IdeasAPI
import Models
import TypedSQL

/// Which member votes under which pseudonym, until the campaign is decided; then nobody knows.
enum VoterTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE voter (
            campaign TEXT NOT NULL REFERENCES campaign (id),
            member TEXT NOT NULL,
            pseudonym TEXT NOT NULL,
            PRIMARY KEY (campaign, member)
        )
        """,
        "CREATE UNIQUE INDEX voter_pseudonym ON voter (campaign, pseudonym)",
    ]

    static let samples: [SQL] = [
        find(.example, in: .example).sql, insert(.example, in: .example, as: .example).sql, forget(.example).sql,
    ]

    static func find(_ member: Member.ID, in campaign: Campaign.ID) -> Query<Pseudonym> {
        Query("SELECT pseudonym FROM voter WHERE campaign = \(campaign) AND member = \(member)") { row in
            try row.get("pseudonym")
        }
    }

    /// Changes nothing where the member has one.
    static func insert(_ member: Member.ID, in campaign: Campaign.ID, as pseudonym: Pseudonym) -> Statement {
        Statement(
            """
            INSERT INTO voter (campaign, member, pseudonym) VALUES (\(campaign), \(member), \(pseudonym))
            ON CONFLICT (campaign, member) DO NOTHING
            """
        )
    }

    static func forget(_ campaign: Campaign.ID) -> Statement {
        Statement("DELETE FROM voter WHERE campaign = \(campaign)")
    }
}
