import Models
import RewardsAPI
import TypedSQL

/// What reconciliations found, and which logs they have read.
enum ReconciliationTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE reconciliation_gap (
            id TEXT NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL,
            service TEXT NOT NULL,
            source_event TEXT NOT NULL,
            rule TEXT NOT NULL,
            member TEXT NOT NULL,
            amount BIGINT NOT NULL,
            transfer TEXT,
            found_at BIGINT NOT NULL,
            seen_at BIGINT NOT NULL,
            CONSTRAINT reconciliation_gap_kind CHECK (kind IN ('unpaid', 'unsourced')),
            CONSTRAINT reconciliation_gap_transfer CHECK ((kind = 'unsourced') = (transfer IS NOT NULL))
        )
        """,
        """
        CREATE TABLE reconciled_log (
            service TEXT NOT NULL PRIMARY KEY,
            reconciled_at BIGINT NOT NULL,
            through BIGINT NOT NULL,
            events BIGINT NOT NULL
        )
        """,
    ]

    /// A gap that was found before keeps the moment of that.
    static func note(_ gap: ReconciliationGap) -> Statement {
        Statement(
            """
            INSERT INTO reconciliation_gap
                (id, kind, service, source_event, rule, member, amount, transfer, found_at, seen_at)
            VALUES (
                \(gap.key), \(gap.kind), \(gap.service), \(gap.event), \(gap.rule), \(gap.member), \(gap.amount),
                \(gap.transfer), \(gap.foundAt), \(gap.foundAt)
            )
            ON CONFLICT (id) DO UPDATE SET seen_at = \(gap.foundAt)
            """
        )
    }

    /// What this run did not find again is closed.
    static func close(of service: String, before now: Instant) -> Statement {
        Statement("DELETE FROM reconciliation_gap WHERE service = \(service) AND seen_at < \(now)")
    }

    static func finish(_ log: ReconciledLog) -> Statement {
        Statement(
            """
            INSERT INTO reconciled_log (service, reconciled_at, through, events)
            VALUES (\(log.service), \(log.at), \(log.through), \(log.events))
            ON CONFLICT (service) DO UPDATE SET reconciled_at = \(log.at), through = \(log.through),
                events = \(log.events)
            """
        )
    }

    static let count = Query<Int64>("SELECT COUNT(*) AS gaps FROM reconciliation_gap") { row in try row.get("gaps") }

    static let logs = Query<ReconciledLog>(
        "SELECT service, reconciled_at, through, events FROM reconciled_log ORDER BY service"
    ) { row in
        ReconciledLog(
            service: try row.get("service"),
            at: try row.get("reconciled_at"),
            through: try row.get("through"),
            events: try row.get("events")
        )
    }

    /// One row more than the limit where there are more.
    static func page(of kind: GapKind?, after key: String, limit: PageLimit) -> Query<ReconciliationGap> {
        let only: SQL = kind.map { "AND kind = \($0)" } ?? ""
        return Query(
            """
            SELECT kind, service, source_event, rule, member, amount, transfer, found_at FROM reconciliation_gap
            WHERE id > \(key) \(only) ORDER BY id LIMIT \(limit.count + 1)
            """
        ) { row in
            ReconciliationGap(
                kind: try row.get("kind"),
                service: try row.get("service"),
                event: try row.get("source_event"),
                rule: try row.get("rule"),
                member: try row.get("member"),
                amount: try row.get("amount"),
                transfer: try row.get("transfer"),
                foundAt: try row.get("found_at")
            )
        }
    }

    static var samples: [SQL] {
        let gap = ReconciliationGap(
            kind: .unpaid,
            service: "ideas",
            event: .example,
            rule: .example,
            member: .example,
            amount: .example,
            foundAt: .example
        )
        let log = ReconciledLog(service: "ideas", at: .example, through: .start, events: .zero)
        return [
            note(gap).sql, close(of: "ideas", before: .example).sql, finish(log).sql, count.sql, logs.sql,
            page(of: .unpaid, after: "", limit: .standard).sql,
        ]
    }
}

extension ReconciliationGap {
    /// The same however often it is found.
    var key: String { "\(event) \(kind.rawValue) \(rule) \(member)" }
}
