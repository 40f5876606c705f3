import Models
import RewardsAPI
import TypedSQL

extension TransferTable {
    /// One row more than the limit, where there are more. Staff have no place.
    static func standings(in period: Period, after place: Place?, limit: PageLimit) -> Query<LeaderboardPlace> {
        let rest: SQL =
            place.map { "WHERE earned < \($0.earned) OR (earned = \($0.earned) AND member > \($0.member))" } ?? ""
        return Query(
            """
            WITH earning AS (
                SELECT a.owner AS member, CAST(SUM(t.amount) AS BIGINT) AS earned
                FROM transfer t JOIN account a ON a.id = t.credit AND a.kind = 'member'
                WHERE t.asset = 'points' AND t.kind IN ('award', 'release')
                    AND t.happened_at >= \(period.from) AND t.happened_at < \(period.until)
                    AND NOT EXISTS (SELECT 1 FROM staff_member s WHERE s.member = a.owner)
                GROUP BY a.owner
            ),
            ranked AS (SELECT member, earned, RANK() OVER (ORDER BY earned DESC) AS place FROM earning)
            SELECT member, earned, place FROM ranked \(rest)
            ORDER BY earned DESC, member LIMIT \(limit.count + 1)
            """
        ) { row in
            LeaderboardPlace(rank: try row.get("place"), member: try row.get("member"), earned: try row.get("earned"))
        }
    }
}
