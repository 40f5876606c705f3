import IdeasAPI
import Models
import TypedSQL

/// That an expert scored an idea; the grades are in `grade`.
enum ScorecardTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE scorecard (
            campaign TEXT NOT NULL,
            idea TEXT NOT NULL REFERENCES idea (id),
            expert TEXT NOT NULL,
            comment TEXT,
            scored_at BIGINT NOT NULL,
            PRIMARY KEY (idea, expert),
            CONSTRAINT scorecard_judge FOREIGN KEY (campaign, expert) REFERENCES judge (campaign, member)
        )
        """,
        "CREATE INDEX scorecard_campaign ON scorecard (campaign)",
    ]

    static let samples: [SQL] = [
        of(.example).sql, page(.example, after: .example, limit: .standard).sql,
        put(.example, .example, by: .example, nil, at: .example).sql, remove(.example, by: .example).sql,
    ]

    /// All of a campaign, in the order of judge and idea, without grades.
    static func of(_ campaign: Campaign.ID) -> Query<ScorecardRow> {
        Query(
            """
            SELECT pseudonym, idea, expert, comment
            FROM scorecard JOIN judge ON judge.campaign = scorecard.campaign AND judge.member = scorecard.expert
            WHERE scorecard.campaign = \(campaign) ORDER BY pseudonym, idea
            """,
            read
        )
    }

    /// In the order of judge and idea, one more than asked for, without grades.
    static func page(_ campaign: Campaign.ID, after: Cursor?, limit: PageLimit) -> Query<ScorecardRow> {
        let bound: SQL = after.map { "AND pseudonym || ' ' || idea > \($0.key)" } ?? ""
        return Query(
            """
            SELECT pseudonym, idea, expert, comment
            FROM scorecard JOIN judge ON judge.campaign = scorecard.campaign AND judge.member = scorecard.expert
            WHERE scorecard.campaign = \(campaign) \(bound)
            ORDER BY pseudonym || ' ' || idea LIMIT \(limit.count + 1)
            """,
            read
        )
    }

    /// Recorded now, or replaced now.
    static func put(
        _ campaign: Campaign.ID,
        _ idea: Idea.ID,
        by expert: Member.ID,
        _ comment: Prose?,
        at now: Instant
    ) -> Statement {
        Statement(
            """
            INSERT INTO scorecard (campaign, idea, expert, comment, scored_at)
            VALUES (\(campaign), \(idea), \(expert), \(comment), \(now))
            ON CONFLICT (idea, expert) DO UPDATE SET comment = excluded.comment, scored_at = excluded.scored_at
            """
        )
    }

    static func remove(_ idea: Idea.ID, by expert: Member.ID) -> Statement {
        Statement("DELETE FROM scorecard WHERE idea = \(idea) AND expert = \(expert)")
    }

    private static func read(_ row: Row) throws -> ScorecardRow {
        ScorecardRow(
            judge: try row.get("pseudonym"),
            idea: try row.get("idea"),
            expert: try row.get("expert"),
            comment: try row.get("comment")
        )
    }
}

struct ScorecardRow: Sendable, Hashable {
    var judge: Pseudonym
    var idea: Idea.ID
    var expert: Member.ID
    var comment: Prose?
}
