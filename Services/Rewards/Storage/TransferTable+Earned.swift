import Models
import RewardsAPI
import TypedSQL

extension TransferTable {
    static let earnedIndex: SQL =
        "CREATE INDEX transfer_earned_by ON transfer (credit, happened_at) WHERE kind IN ('award', 'release')"

    /// What a member earned on each day (UTC), less what was taken back of it since; an award that was pending counts
    /// from its release.
    static func earnedPerDay(of member: Member.ID) -> Query<(day: Day, points: Int64)> {
        let account = AccountID.member(member, .points)
        return Query(
            """
            SELECT day, CAST(SUM(points) AS BIGINT) AS points FROM (
                SELECT t.happened_at / 86400000000 AS day, t.amount - COALESCE((
                    SELECT SUM(r.amount) FROM transfer r
                    WHERE r.reverses = COALESCE(t.ends, t.id) AND r.kind IN ('reversal', 'debt')
                        AND r.debit <> \(account.sibling(.pending))
                ), 0) AS points
                FROM transfer t WHERE t.credit = \(account) AND t.kind IN ('award', 'release')
            ) AS earning
            GROUP BY day
            """
        ) { row in (Day(number: Int(try row.get("day", as: Int64.self))), try row.get("points")) }
    }

    static var earnedSamples: [SQL] { [earnedPerDay(of: .example).sql] }
}
