import RewardsAPI
import Testing
import TypedSQL

/// What the schema would refuse, and somebody who owns it can take away.
enum Guarding: Sendable {
    case nothing
    /// Constraints of one table by their names; SQLite leaves out all or none.
    case checks([(table: SQL, name: SQL)])
    case index(SQL)
    /// Everything that hangs on the entries, their chain among it.
    case entries

    func removal(on engine: Engine) -> [SQL] {
        switch (self, engine) {
        case (.nothing, _): []
        case (.checks, .sqlite): ["PRAGMA ignore_check_constraints = ON"]
        case (.checks(let all), .postgres): all.map { "ALTER TABLE \($0.table) DROP CONSTRAINT \($0.name)" }
        case (.index(let name), _): ["DROP INDEX \(name)"]
        case (.entries, _):
            [
                "CREATE TABLE entry_copy AS SELECT * FROM entry", "DROP TABLE entry",
                "ALTER TABLE entry_copy RENAME TO entry",
            ]
        }
    }
}

/// What somebody with the database in hand could do.
struct Tampering: Sendable, CustomTestStringConvertible {
    let law: LedgerLaw
    let without: Guarding
    let statement: SQL

    init(_ law: LedgerLaw, without guarding: Guarding = .nothing, _ statement: SQL) {
        self.law = law
        without = guarding
        self.statement = statement
    }

    var testDescription: String { law.rawValue }

    static let all = ofAccounts + ofTransfers + ofLots + ofOrders

    private static let ofAccounts: [Tampering] = [
        Tampering(.conservation, "UPDATE account SET balance = balance + 1 WHERE id = 'redemption:points'"),
        Tampering(.balanceIsFold, "UPDATE account SET balance = balance - 1 WHERE kind = 'member'"),
        Tampering(
            .versionsGapless,
            without: .entries,
            "UPDATE entry SET version = version + 1 WHERE account = 'redemption:points'"
        ),
        Tampering(
            .versionsGapless,
            without: .entries,
            "UPDATE entry SET balance_before = balance_before + 1, balance_after = balance_after + 1 WHERE version = 2"
        ),
        Tampering(
            .neverOverdrawn,
            without: .checks([("account", "account_available")]),
            "UPDATE account SET balance = -1 WHERE kind = 'member'"
        ),
        Tampering(
            .neverOverdrawn,
            without: .entries,
            "UPDATE entry SET balance_after = -1 WHERE account = 'redemption:points'"
        ),
        Tampering(.neverOverdrawn, without: .entries, "UPDATE entry SET held = held + 1000 WHERE held > 0"),
        Tampering(.heldMatchesHolds, "UPDATE account SET held = held + 1 WHERE kind = 'member'"),
        Tampering(.heldMatchesHolds, "UPDATE lot SET held = held + 1 WHERE remaining > held"),
        Tampering(.pendingMatchesAwards, "UPDATE open_transfer SET amount = amount + 1 WHERE kind = 'award'"),
        Tampering(.earnedMatchesAwards, "UPDATE account SET earned = earned + 1 WHERE kind = 'member'"),
        Tampering(.owedMatchesDebts, "UPDATE account SET owed = owed + 1 WHERE kind = 'member'"),
    ]

    private static let ofTransfers: [Tampering] = [
        Tampering(
            .twoEntries,
            """
            DELETE FROM entry WHERE account = 'redemption:points'
                AND version = (SELECT MAX(version) FROM entry WHERE account = 'redemption:points')
            """
        ),
        Tampering(.twoEntries, without: .entries, "UPDATE entry SET held = held - 1 WHERE held < 0"),
        Tampering(.assetsApart, "UPDATE transfer SET asset = 'coins' WHERE kind = 'payment'"),
        Tampering(
            .amountsInBounds,
            without: .checks([("transfer", "transfer_amount")]),
            "UPDATE transfer SET amount = 0 WHERE kind = 'payment'"
        ),
        Tampering(.amountsInBounds, without: .entries, "UPDATE entry SET delta = 9007199254740992 WHERE version = 1"),
        Tampering(.amountsInBounds, "UPDATE lot SET granted = 9007199254740992 WHERE remaining > 0"),
        Tampering(.endsOnce, "DELETE FROM open_transfer WHERE kind = 'award'"),
        Tampering(.endsOnce, "DELETE FROM open_transfer WHERE kind = 'hold'"),
        Tampering(.postedWithinHold, "UPDATE transfer SET amount = 1000 WHERE kind = 'post'"),
        Tampering(.reversalsWithinOriginal, "UPDATE transfer SET amount = 1 WHERE kind = 'payment'"),
        Tampering(.reversalsWithinOriginal, "UPDATE undone SET total = total - 1 WHERE total > 1"),
        Tampering(
            .refusedLeftNothing,
            "UPDATE transfer SET refusal = 'insufficientPoints', debit = NULL, credit = NULL WHERE kind = 'payment'"
        ),
        Tampering(
            .awardedOnce,
            without: .index("transfer_award"),
            """
            INSERT INTO transfer (id, fingerprint, kind, asset, amount, debit, credit, rule, rule_version, source_event,
                happened_at, created_at)
            SELECT id || 'again', fingerprint, kind, asset, amount, debit, credit, rule, rule_version, source_event,
                happened_at, created_at
            FROM transfer WHERE rule IS NOT NULL
            """
        ),
        Tampering(
            .toldOnce,
            """
            DELETE FROM event_log
            WHERE id = (SELECT MAX(id) FROM event_log WHERE name = 'rewards.pointsMoved')
            """
        ),
        Tampering(
            .toldOnce,
            """
            INSERT INTO event_log (id, stamp, name, happened_at, content)
            SELECT id || 'again', stamp, name, happened_at, content FROM event_log WHERE name = 'rewards.pointsMoved'
            """
        ),
    ]

    private static let ofLots: [Tampering] = [
        Tampering(.lotsMatchBalance, "UPDATE account SET balance = balance + 1 WHERE kind = 'member'"),
        Tampering(.lotsMatchUses, "UPDATE lot SET remaining = remaining - 1 WHERE remaining > held"),
        Tampering(.earliestExpiryFirst, "UPDATE lot SET expires_at = expires_at - 864000000000 WHERE remaining = 10"),
        Tampering(.noUseAfterExpiry, "UPDATE lot SET expires_at = 1"),
        Tampering(.partsAddUp, "UPDATE lot_use SET amount = amount + 1 WHERE amount <> -1"),
        Tampering(.partsAddUp, "UPDATE lot_hold SET amount = amount + 1"),
        Tampering(.partsAddUp, "UPDATE lot SET granted = granted + 1"),
    ]

    private static let ofOrders: [Tampering] = [
        Tampering(.stockMatchesRedemptions, "UPDATE reward SET on_hand = on_hand + 1, taken = taken - 1"),
        Tampering(.stockMatchesRedemptions, "UPDATE restock SET pieces = pieces + 1"),
        Tampering(.stockMatchesRedemptions, "UPDATE allotment SET units = units + 1"),
        Tampering(.stockMatchesRedemptions, "UPDATE redemption SET units = 2 WHERE state = 'delivered'"),
        Tampering(.stockMatchesRedemptions, "UPDATE redemption SET paid = paid + 1 WHERE hold IS NOT NULL"),
        Tampering(.stockMatchesRedemptions, "DELETE FROM given"),
    ]
}
