import IdeasAPI
import Models
import TypedSQL

/// The phases that staff ended before their instant.
enum ClosingTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE phase_closing (
            campaign TEXT NOT NULL REFERENCES campaign (id),
            phase TEXT NOT NULL,
            closed_at BIGINT NOT NULL,
            closed_by TEXT NOT NULL,
            PRIMARY KEY (campaign, phase)
        )
        """
    ]

    static let samples: [SQL] = [
        of([.example]).sql, insert(.example, PhaseClosing(phase: .voting, closedAt: .example, closedBy: .example)).sql,
    ]

    static func of(_ campaigns: [Campaign.ID]) -> Query<(campaign: Campaign.ID, closing: PhaseClosing)> {
        Query(
            """
            SELECT campaign, phase, closed_at, closed_by FROM phase_closing
            WHERE campaign IN \(list: campaigns) ORDER BY campaign, closed_at
            """
        ) { row in
            let closing = PhaseClosing(
                phase: try row.get("phase"),
                closedAt: try row.get("closed_at"),
                closedBy: try row.get("closed_by")
            )
            return (try row.get("campaign"), closing)
        }
    }

    static func insert(_ campaign: Campaign.ID, _ closing: PhaseClosing) -> Statement {
        Statement(
            """
            INSERT INTO phase_closing (campaign, phase, closed_at, closed_by)
            VALUES (\(campaign), \(closing.phase), \(closing.closedAt), \(closing.closedBy))
            """
        )
    }
}
