import Models
import RewardsAPI
import TypedSQL

/// A transfer with all that explains it.
struct JournalRow: Equatable, Sendable {
    let transfer: ExplainedTransfer
    let asset: Asset
    let debit: AccountID?
    let credit: AccountID?
    let rule: Rule.ID?
    let version: RuleVersion?
    let source: Occurrence.ID?

    /// Those whose points it moved.
    var members: [Member.ID] { [credit, debit].compactMap { $0?.member } }
}

extension TransferTable {
    static func row(_ id: Transfer.ID) -> Query<JournalRow> {
        Query(
            """
            SELECT id, kind, asset, amount, debit, credit, rule, rule_version, source_event, reason, reverses, ends,
                refusal, happened_at, created_at
            FROM transfer WHERE id = \(id)
            """,
            JournalRow.init(row:)
        )
    }

    /// What a rule gave a member for an event.
    static func award(by rule: Rule.ID, to member: Member.ID, for source: Occurrence.ID) -> Query<Transfer.ID> {
        Query(
            """
            SELECT t.id FROM transfer t JOIN account a ON a.id = t.credit
            WHERE t.source_event = \(source) AND t.rule = \(rule) AND a.owner = \(member)
            """
        ) { row in try row.get("id") }
    }

    /// The place of one member; none for staff and those who hide.
    static func standing(of member: Member.ID, in period: Period, of scope: LeaderboardScope) -> Query<LeaderboardPlace>
    {
        Query(
            """
            WITH \(earning(in: period, of: scope)),
            visible AS (
                SELECT member, earned FROM earning
                WHERE NOT EXISTS (SELECT 1 FROM staff_member s WHERE s.member = earning.member)
                    AND NOT EXISTS (SELECT 1 FROM hidden_member h WHERE h.member = earning.member)
            )
            SELECT v.member, v.earned, COUNT(*) FILTER (WHERE o.earned > v.earned) AS ahead,
                COUNT(*) FILTER (WHERE o.earned = v.earned) AS sharers
            FROM visible v CROSS JOIN visible o WHERE v.member = \(member) GROUP BY v.member, v.earned
            """
        ) { row in
            LeaderboardPlace(
                rank: try Rank(wire: row.get("ahead", as: Int64.self) + 1),
                isTied: try row.get("sharers", as: Int64.self) > 1,
                member: try row.get("member"),
                earned: try row.get("earned")
            )
        }
    }

    /// What counts for the place, less what was taken back of each, the latest first.
    static func earnings(on account: AccountID, in period: Period, of scope: LeaderboardScope, limit: PageLimit)
        -> Query<ExplainedPart>
    {
        Query(
            """
            SELECT t.id, CAST(t.amount - COALESCE((
                SELECT SUM(r.amount) FROM transfer r
                WHERE r.reverses = COALESCE(t.ends, t.id) AND r.kind IN ('reversal', 'debt')
                    AND r.debit <> \(account.sibling(.pending))
            ), 0) AS BIGINT) AS points
            FROM transfer t LEFT JOIN transfer begun ON begun.id = t.ends
            WHERE t.credit = \(account) AND t.kind IN ('award', 'release')
                AND t.happened_at >= \(period.from) AND t.happened_at < \(period.until) \(scope.restriction)
            ORDER BY t.happened_at DESC, t.id DESC LIMIT \(limit)
            """
        ) { row in ExplainedPart(transfer: try row.get("id"), amount: try row.get("points")) }
    }

    static var explainedSamples: [SQL] {
        let period = Period(from: .example, until: .example)
        let account = AccountID.member(.example, .points)
        return [
            row(.example).sql, award(by: .example, to: .example, for: .example).sql,
            standing(of: .example, in: period, of: LeaderboardScope()).sql,
            earnings(
                on: account,
                in: period,
                of: LeaderboardScope(campaign: .example, group: .example),
                limit: .standard
            ).sql,
        ]
    }
}

extension JournalRow {
    fileprivate init(row: Row) throws {
        self.init(
            transfer: ExplainedTransfer(
                id: try row.get("id"),
                kind: try row.get("kind"),
                amount: try row.get("amount"),
                at: try row.get("created_at"),
                happenedAt: try row.get("happened_at"),
                reason: try row.get("reason"),
                reverses: try row.get("reverses"),
                ends: try row.get("ends"),
                refusal: try row.get("refusal")
            ),
            asset: try row.get("asset"),
            debit: try row.get("debit"),
            credit: try row.get("credit"),
            rule: try row.get("rule"),
            version: try row.get("rule_version"),
            source: try row.get("source_event")
        )
    }
}
