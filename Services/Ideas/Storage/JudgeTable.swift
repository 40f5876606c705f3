import IdeasAPI
import Models
import TypedSQL

/// Under which pseudonym an expert's scorecards of a campaign are published.
enum JudgeTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE judge (
            campaign TEXT NOT NULL REFERENCES campaign (id),
            member TEXT NOT NULL,
            pseudonym TEXT NOT NULL,
            PRIMARY KEY (campaign, member)
        )
        """,
        "CREATE UNIQUE INDEX judge_pseudonym ON judge (campaign, pseudonym)",
    ]

    static let samples: [SQL] = [find(.example, in: .example).sql, insert(.example, in: .example, as: .example).sql]

    static func find(_ member: Member.ID, in campaign: Campaign.ID) -> Query<Pseudonym> {
        Query("SELECT pseudonym FROM judge WHERE campaign = \(campaign) AND member = \(member)") { row in
            try row.get("pseudonym")
        }
    }

    /// Changes nothing where the member has one.
    static func insert(_ member: Member.ID, in campaign: Campaign.ID, as pseudonym: Pseudonym) -> Statement {
        Statement(
            """
            INSERT INTO judge (campaign, member, pseudonym) VALUES (\(campaign), \(member), \(pseudonym))
            ON CONFLICT (campaign, member) DO NOTHING
            """
        )
    }
}
