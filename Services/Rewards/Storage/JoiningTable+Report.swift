import Models
import RewardsAPI
import TypedSQL

extension JoiningTable {
    static func funnel(in period: Period) -> Query<ReferralFunnel> {
        Query(
            """
            SELECT COUNT(*) AS joined, COUNT(inviter) AS referred,
                COUNT(*) FILTER (WHERE inviter IS NOT NULL AND completed_at IS NOT NULL) AS completed,
                COUNT(*) FILTER (WHERE inviter IS NOT NULL AND state IN ('qualified', 'rewarded')) AS qualified,
                COUNT(*) FILTER (WHERE state = 'rewarded') AS rewarded,
                COUNT(*) FILTER (WHERE inviter IS NOT NULL AND completed_at IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM transfer t LEFT JOIN undone u ON u.transfer = t.id
                    WHERE t.source_event = joining.qualified_event AND t.amount > COALESCE(u.total, 0)
                )) AS unpaid
            FROM joining WHERE \(within(period))
            """
        ) { row in
            ReferralFunnel(
                joined: try row.get("joined"),
                referred: try row.get("referred"),
                completed: try row.get("completed"),
                qualified: try row.get("qualified"),
                rewarded: try row.get("rewarded"),
                unpaid: try row.get("unpaid")
            )
        }
    }

    static func refused(in period: Period) -> Query<RefusedCount> {
        Query(
            """
            SELECT objection, COUNT(*) AS referrals FROM joining WHERE state = 'refused' AND \(within(period))
            GROUP BY objection ORDER BY objection
            """
        ) { row in RefusedCount(objection: try row.get("objection"), referrals: try row.get("referrals")) }
    }

    /// How many are that many links below one who came without an invitation; 7 stands for all from there on. Who is on
    /// a circle is below nobody.
    static func depths(in period: Period) -> Query<(depth: Int64, referrals: Int64)> {
        Query(
            """
            WITH RECURSIVE tree (member, depth) AS (
                SELECT j.member, CASE WHEN j.inviter IS NULL THEN 0 ELSE 1 END FROM joining j
                WHERE NOT EXISTS (SELECT 1 FROM joining p WHERE p.member = j.inviter)
                UNION ALL
                SELECT j.member, t.depth + 1 FROM joining j JOIN tree t ON j.inviter = t.member
            )
            SELECT CAST(CASE WHEN t.depth > 6 THEN 7 ELSE t.depth END AS BIGINT) AS level, COUNT(*) AS referrals
            FROM tree t JOIN joining j ON j.member = t.member
            WHERE t.depth > 0 AND \(within(period))
            GROUP BY CASE WHEN t.depth > 6 THEN 7 ELSE t.depth END
            """
        ) { row in (try row.get("level"), try row.get("referrals")) }
    }

    static func reproduction(in period: Period) -> Query<Reproduction> {
        Query(
            """
            SELECT COUNT(*) AS members, CAST(COALESCE(SUM((
                SELECT COUNT(*) FROM joining c
                WHERE c.inviter = j.member AND c.completed_at IS NOT NULL AND c.state <> 'refused'
            )), 0) AS BIGINT) AS brought
            FROM joining j WHERE completed_at IS NOT NULL AND state <> 'refused' AND \(within(period))
            """
        ) { row in Reproduction(members: try row.get("members"), brought: try row.get("brought")) }
    }

    /// What was awarded for the referrals of the period, less what was taken back.
    static func spent(in period: Period) -> Query<(asset: Asset, spent: Points)> {
        Query(
            """
            SELECT t.asset, CAST(SUM(t.amount - COALESCE(u.total, 0)) AS BIGINT) AS spent
            FROM joining j JOIN transfer t ON t.source_event = j.qualified_event
            LEFT JOIN undone u ON u.transfer = t.id
            WHERE j.qualified_event IS NOT NULL AND \(within(period))
            GROUP BY t.asset ORDER BY t.asset
            """
        ) { row in (try row.get("asset"), try row.get("spent")) }
    }

    static func invitations(in period: Period) -> Query<Count> {
        Query(
            """
            SELECT COUNT(*) AS invited FROM earning_event
            WHERE event = 'identity.personInvited' AND happened_at >= \(period.from)
                AND happened_at < \(period.until)
            """
        ) { row in try row.get("invited") }
    }

    private static func within(_ period: Period) -> SQL {
        "registered_at >= \(period.from) AND registered_at < \(period.until)"
    }

    static var reportSamples: [SQL] {
        let period = Period(from: .example, until: .example)
        return [
            funnel(in: period).sql, refused(in: period).sql, depths(in: period).sql, reproduction(in: period).sql,
            spent(in: period).sql, invitations(in: period).sql,
        ]
    }
}
