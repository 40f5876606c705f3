import Models
import RewardsAPI
import TypedSQL

/// What is erased of a person, table by table, and that it was.
///
/// Balances, entries, lots and events are not touched: they are numbers under an id.
enum ErasureTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE erasure (
            member TEXT NOT NULL PRIMARY KEY,
            erased_at BIGINT NOT NULL,
            erased_by TEXT NOT NULL,
            records BIGINT NOT NULL
        )
        """
    ]

    /// Adds nothing where it was done before.
    static func insert(_ record: ErasureRecord) -> Statement {
        Statement(
            """
            INSERT INTO erasure (member, erased_at, erased_by, records)
            VALUES (\(record.member), \(record.at), \(record.by), \(record.records)) ON CONFLICT (member) DO NOTHING
            """
        )
    }

    static func find(_ member: Member.ID) -> Query<Instant> {
        Query("SELECT erased_at FROM erasure WHERE member = \(member)") { row in try row.get("erased_at") }
    }

    static func finish(_ record: ErasureRecord) -> Statement {
        Statement("UPDATE erasure SET records = \(record.records) WHERE member = \(record.member)")
    }

    /// Each is one table, or one column of it.
    static func statements(for member: Member.ID) -> [Statement] {
        (removals(of: member) + words(of: member) + orders(of: member) + reasons(on: member) + outlays(of: member))
            .map { Statement($0) }
    }

    private static func removals(of member: Member.ID) -> [SQL] {
        [
            "DELETE FROM member_device WHERE member = \(member)",
            "DELETE FROM member_customer_type WHERE member = \(member)",
            "INSERT INTO hidden_member (member) VALUES (\(member)) ON CONFLICT (member) DO NOTHING",
        ]
    }

    private static func words(of member: Member.ID) -> [SQL] {
        [
            """
            UPDATE level_grant SET reason = \(erased), end_reason = CASE WHEN ended_by IS NOT NULL THEN \(erased) END
            WHERE member = \(member)
            """,
            "UPDATE member_badge SET reason = \(erased) WHERE member = \(member) AND reason IS NOT NULL",
            "UPDATE member_badge SET revoke_reason = \(erased) WHERE member = \(member) AND revoke_reason IS NOT NULL",
            "UPDATE member_item SET reason = \(erased) WHERE member = \(member) AND reason IS NOT NULL",
            "UPDATE certificate SET revoke_reason = \(erased) WHERE member = \(member) AND revoke_reason IS NOT NULL",
            "UPDATE staff_task SET note = NULL WHERE member = \(member) AND note IS NOT NULL",
            "UPDATE adjustment SET reason = \(erased), remark = NULL WHERE member = \(member)",
        ]
    }

    private static func orders(of member: Member.ID) -> [SQL] {
        [
            """
            UPDATE redemption SET tracking = NULL, remark = NULL
            WHERE member = \(member) AND (tracking IS NOT NULL OR remark IS NOT NULL)
            """,
            "UPDATE redemption SET given_for = \(erased) WHERE member = \(member) AND given_for IS NOT NULL",
            "UPDATE coupon SET used_note = NULL WHERE member = \(member) AND used_note IS NOT NULL",
        ]
    }

    /// The only words of the journal, and the only change of it that its guards allow. A payout has the words of whoever
    /// asked for it.
    private static func reasons(on member: Member.ID) -> [SQL] {
        [
            """
            UPDATE transfer SET reason = \(erased) WHERE reason IS NOT NULL AND id IN (
                SELECT e.transfer FROM account a JOIN entry e ON e.account = a.id WHERE a.owner = \(member)
                UNION SELECT r.transfer FROM refused_transfer r WHERE r.account IN \(list: AccountID.all(of: member))
                UNION SELECT o.payout FROM outlay o WHERE o.requested_by = \(Actor.member(member)) AND o.payout IS NOT NULL
            )
            """
        ]
    }

    private static func outlays(of member: Member.ID) -> [SQL] {
        [
            """
            UPDATE outlay SET purpose = \(erased), remark = CASE WHEN remark IS NOT NULL THEN \(erased) END
            WHERE requested_by = \(Actor.member(member))
            """
        ]
    }

    private static let erased = Sentence.erased

    /// Activities that backends told of the member, with their words.
    static func told(by member: Member.ID) -> Query<Earning> {
        EarningEventTable.worded(by: member)
    }

    static var samples: [SQL] {
        let record = ErasureRecord(member: .example, at: .example, by: .example, records: .zero)
        return [insert(record).sql, find(.example).sql, finish(record).sql, told(by: .example).sql]
            + statements(for: .example).map(\.sql)
    }
}

extension Sentence {
    /// What stands where words were erased and something has to stand.
    static let erased: Sentence = (try? Sentence(wire: "Erased.")) ?? .example
}

extension AccountID {
    /// Those that a member can have.
    static func all(of member: Member.ID) -> [AccountID] {
        Asset.allCases.flatMap { asset in
            [AccountKind.member, .pending, .receivable].map { AccountID($0, asset, member.wire) }
        }
    }
}
