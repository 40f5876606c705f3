import Models
import RewardsAPI
import TypedSQL

/// What one rule has given in one asset.
struct RuleSum: Hashable, Sendable {
    let rule: Rule.ID
    let asset: Asset
    let awards: Count
    let awarded: Points
    let takenBack: Points
    let members: Count
}

/// What rules have cost and brought, as queries over the journal and over what earned.
enum EffectQueries {
    static func sums(in period: Period) -> Query<RuleSum> {
        Query(
            """
            SELECT t.rule, t.asset, COUNT(*) AS awards, CAST(SUM(t.amount) AS BIGINT) AS awarded,
                CAST(COALESCE(SUM(u.total), 0) AS BIGINT) AS taken_back, COUNT(DISTINCT a.owner) AS members
            FROM transfer t JOIN account a ON a.id = t.credit LEFT JOIN undone u ON u.transfer = t.id
            WHERE t.kind = 'award' AND t.rule IS NOT NULL
                AND t.happened_at >= \(period.from) AND t.happened_at < \(period.until)
            GROUP BY t.rule, t.asset
            """
        ) { row in
            RuleSum(
                rule: try row.get("rule"),
                asset: try row.get("asset"),
                awards: try row.get("awards"),
                awarded: try row.get("awarded"),
                takenBack: try row.get("taken_back"),
                members: try row.get("members")
            )
        }
    }

    static func skips(in period: Period) -> Query<(rule: Rule.ID, skip: SkipCount)> {
        Query(
            """
            SELECT rule, reason, COUNT(*) AS awards FROM skipped_award
            WHERE skipped_at >= \(period.from) AND skipped_at < \(period.until)
            GROUP BY rule, reason ORDER BY rule, reason
            """
        ) { row in
            (try row.get("rule"), SkipCount(reason: try row.get("reason"), awards: try row.get("awards")))
        }
    }

    /// Who joined in a period, and how many of them have contributed with a complete profile.
    static func joined(in period: Period) -> Query<(joined: Count, qualified: Count)> {
        Query(
            """
            SELECT COUNT(*) AS joined, COUNT(qualified_at) AS qualified FROM joining
            WHERE registered_at >= \(period.from) AND registered_at < \(period.until)
            """
        ) { row in (try row.get("joined"), try row.get("qualified")) }
    }

    /// What rules gave for events of some names, less what was taken back.
    static func spent(on events: [EarningEvent], in period: Period) -> Query<(asset: Asset, spent: Points)> {
        Query(
            """
            SELECT t.asset, CAST(SUM(t.amount - COALESCE(u.total, 0)) AS BIGINT) AS spent
            FROM transfer t JOIN rule_version v ON v.rule = t.rule AND v.version = t.rule_version
            LEFT JOIN undone u ON u.transfer = t.id
            WHERE t.kind = 'award' AND v.event IN \(list: events)
                AND t.happened_at >= \(period.from) AND t.happened_at < \(period.until)
            GROUP BY t.asset ORDER BY t.asset
            """
        ) { row in (try row.get("asset"), try row.get("spent")) }
    }

    static var samples: [SQL] {
        let period = Period(from: .example, until: .example)
        return [
            sums(in: period).sql, skips(in: period).sql, joined(in: period).sql,
            spent(on: [.memberRegistered], in: period).sql,
            engagement(of: .example, in: period, before: period, after: period).sql,
        ]
    }
}

/// The sums that mean and variance of the changes follow from.
struct EngagementSums: Hashable, Sendable {
    let isAwarded: Bool
    let members: Int64
    let before: Int64
    let after: Int64
    let squares: Int64
}

extension EffectQueries {
    static func engagement(of rule: Rule.ID, in period: Period, before: Period, after: Period) -> Query<EngagementSums>
    {
        Query(
            """
            WITH awarded AS (
                SELECT DISTINCT a.owner AS member FROM transfer t JOIN account a ON a.id = t.credit
                WHERE t.rule = \(rule) AND t.kind = 'award'
                    AND t.happened_at >= \(period.from) AND t.happened_at < \(period.until)
            ),
            everybody AS (
                SELECT contributor AS member FROM earning_event
                WHERE contributor IS NOT NULL AND happened_at < \(period.until) AND withdrawn_at IS NULL
                UNION SELECT member FROM awarded
            ),
            counts AS (
                SELECT CAST(CASE WHEN w.member IS NULL THEN 0 ELSE 1 END AS BIGINT) AS is_awarded,
                    (\(contributions(in: before))) AS earlier, (\(contributions(in: after))) AS later
                FROM everybody p LEFT JOIN awarded w ON w.member = p.member
            )
            SELECT is_awarded, COUNT(*) AS members, CAST(SUM(earlier) AS BIGINT) AS earlier,
                CAST(SUM(later) AS BIGINT) AS later,
                CAST(SUM((later - earlier) * (later - earlier)) AS BIGINT) AS squares
            FROM counts GROUP BY is_awarded
            """
        ) { row in
            EngagementSums(
                isAwarded: try row.get("is_awarded", as: Int64.self) == 1,
                members: try row.get("members"),
                before: try row.get("earlier"),
                after: try row.get("later"),
                squares: try row.get("squares")
            )
        }
    }

    private static func contributions(in period: Period) -> SQL {
        """
        SELECT COUNT(*) FROM earning_event e WHERE e.contributor = p.member AND e.withdrawn_at IS NULL
            AND e.happened_at >= \(period.from) AND e.happened_at < \(period.until)
        """
    }
}
