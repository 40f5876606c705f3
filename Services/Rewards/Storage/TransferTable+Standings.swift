import Models
import RewardsAPI
import TypedSQL

/// What a leaderboard is limited to; without both it is everybody's.
struct LeaderboardScope: Hashable, Sendable {
    var campaign: Campaign.ID?
    var group: Group.ID?

    /// Of `t`, and `begun` where it is a release.
    var restriction: SQL {
        let ofCampaign: SQL =
            campaign.map {
                """
                AND EXISTS (
                    SELECT 1 FROM contribution c WHERE c.campaign = \($0)
                        AND c.source_event = COALESCE(t.source_event, begun.source_event)
                )
                """
            } ?? ""
        let ofGroup: SQL =
            group.map {
                """
                AND EXISTS (
                    SELECT 1 FROM earning_event e WHERE e.member_group = \($0)
                        AND e.id = COALESCE(t.source_event, begun.source_event)
                )
                """
            } ?? ""
        return "\(ofCampaign) \(ofGroup)"
    }
}

extension TransferTable {
    /// One row more than the limit, where there are more. Staff and those who hide have no place.
    static func standings(
        in period: Period,
        of scope: LeaderboardScope = LeaderboardScope(),
        after place: Place?,
        limit: PageLimit
    ) -> Query<LeaderboardPlace> {
        let rest: SQL =
            place.map { "WHERE earned < \($0.earned) OR (earned = \($0.earned) AND member > \($0.member))" } ?? ""
        return Query(
            """
            WITH \(earning(in: period, of: scope)),
            ranked AS (
                SELECT member, earned, RANK() OVER (ORDER BY earned DESC) AS place,
                    COUNT(*) OVER (PARTITION BY earned) AS sharers
                FROM earning WHERE NOT EXISTS (SELECT 1 FROM staff_member s WHERE s.member = earning.member)
                    AND NOT EXISTS (SELECT 1 FROM hidden_member h WHERE h.member = earning.member)
            )
            SELECT member, earned, place, sharers FROM ranked \(rest)
            ORDER BY earned DESC, member LIMIT \(limit.count + 1)
            """
        ) { row in
            LeaderboardPlace(
                rank: try row.get("place"),
                isTied: try row.get("sharers", as: Int64.self) > 1,
                member: try row.get("member"),
                earned: try row.get("earned")
            )
        }
    }

    /// How many earned in the period and have no place; who is both counts as staff.
    static func leftOut(in period: Period, of scope: LeaderboardScope) -> Query<(staff: Count, hidden: Count)> {
        Query(
            """
            WITH \(earning(in: period, of: scope))
            SELECT COUNT(s.member) AS staff, COUNT(*) FILTER (WHERE s.member IS NULL AND h.member IS NOT NULL) AS hidden
            FROM earning
            LEFT JOIN staff_member s ON s.member = earning.member
            LEFT JOIN hidden_member h ON h.member = earning.member
            """
        ) { row in (try row.get("staff"), try row.get("hidden")) }
    }

    /// What each member earned, less what was taken back of it. A release belongs where its award does.
    static func earning(in period: Period, of scope: LeaderboardScope) -> SQL {
        return """
            earning AS (
                SELECT a.owner AS member, CAST(SUM(t.amount - COALESCE((
                    SELECT SUM(r.amount) FROM transfer r JOIN account d ON d.id = r.debit AND d.kind <> 'pending'
                    WHERE r.reverses = COALESCE(t.ends, t.id) AND r.kind IN ('reversal', 'debt')
                ), 0)) AS BIGINT) AS earned
                FROM transfer t
                JOIN account a ON a.id = t.credit AND a.kind = 'member'
                LEFT JOIN transfer begun ON begun.id = t.ends
                WHERE t.asset = 'points' AND t.kind IN ('award', 'release')
                    AND t.happened_at >= \(period.from) AND t.happened_at < \(period.until) \(scope.restriction)
                GROUP BY a.owner
                HAVING SUM(t.amount - COALESCE((
                    SELECT SUM(r.amount) FROM transfer r JOIN account d ON d.id = r.debit AND d.kind <> 'pending'
                    WHERE r.reverses = COALESCE(t.ends, t.id) AND r.kind IN ('reversal', 'debt')
                ), 0)) > 0
            )
            """
    }

    static var standingSamples: [SQL] {
        let period = Period(from: .example, until: .example)
        let scope = LeaderboardScope(campaign: .example, group: .example)
        return [
            standings(in: period, of: scope, after: nil, limit: .standard).sql, leftOut(in: period, of: scope).sql,
        ]
    }
}
