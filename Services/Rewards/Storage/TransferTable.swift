import Models
import RewardsAPI
import TypedSQL

/// The journal: what moved, why, and by whose word. Rows are only ever added.
enum TransferTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE transfer (
            id TEXT NOT NULL PRIMARY KEY,
            fingerprint TEXT NOT NULL,
            kind TEXT NOT NULL,
            amount BIGINT NOT NULL,
            debit TEXT NOT NULL,
            credit TEXT NOT NULL,
            rule TEXT,
            rule_version BIGINT,
            source_event TEXT,
            actor TEXT,
            reason TEXT,
            reverses TEXT,
            happened_at BIGINT NOT NULL,
            created_at BIGINT NOT NULL,
            CONSTRAINT transfer_kind CHECK (kind IN ('award', 'redemption', 'refund', 'expiry')),
            CONSTRAINT transfer_amount CHECK (amount BETWEEN 1 AND 9007199254740991),
            CONSTRAINT transfer_sides CHECK (debit <> credit),
            CONSTRAINT transfer_by_rule
                CHECK ((rule IS NULL) = (rule_version IS NULL) AND (rule IS NULL) = (source_event IS NULL)),
            CONSTRAINT transfer_by_hand CHECK ((actor IS NULL) = (reason IS NULL)),
            CONSTRAINT transfer_cause CHECK (
                (kind = 'award') = (rule IS NOT NULL OR actor IS NOT NULL) AND (rule IS NULL OR actor IS NULL)
            ),
            CONSTRAINT transfer_refund CHECK ((kind = 'refund') = (reverses IS NOT NULL)),
            CONSTRAINT transfer_debit_account FOREIGN KEY (debit) REFERENCES account (id),
            CONSTRAINT transfer_credit_account FOREIGN KEY (credit) REFERENCES account (id),
            CONSTRAINT transfer_rule FOREIGN KEY (rule, rule_version) REFERENCES rule_version (rule, version),
            CONSTRAINT transfer_original FOREIGN KEY (reverses) REFERENCES transfer (id)
        )
        """,
        """
        CREATE UNIQUE INDEX transfer_award ON transfer (rule, credit, source_event) WHERE rule IS NOT NULL
        """,
        "CREATE UNIQUE INDEX transfer_reversal ON transfer (reverses) WHERE reverses IS NOT NULL",
        "CREATE INDEX transfer_earned ON transfer (happened_at) WHERE kind = 'award'",
    ]

    /// Adds nothing where the id is taken.
    static func insert(_ movement: Movement) -> Statement {
        let cause = CauseColumns(movement.cause)
        return Statement(
            """
            INSERT INTO transfer
                (id, fingerprint, kind, amount, debit, credit, rule, rule_version, source_event, actor, reason,
                 reverses, happened_at, created_at)
            VALUES (
                \(movement.id), \(movement.fingerprint), \(movement.kind), \(movement.amount), \(movement.debit),
                \(movement.credit), \(cause.rule), \(cause.version), \(cause.source), \(cause.actor), \(cause.reason),
                \(cause.reverses), \(movement.happenedAt), \(movement.at)
            )
            ON CONFLICT (id) DO NOTHING
            """
        )
    }

    static func wasPaid(_ rule: Rule.ID, to member: Member.ID, for source: Occurrence.ID) -> Query<Bool> {
        Query(
            """
            SELECT EXISTS (
                SELECT 1 FROM transfer WHERE rule = \(rule) AND credit = \(member) AND source_event = \(source)
            ) AS was_paid
            """
        ) { row in try row.get("was_paid") }
    }

    static func fingerprint(of id: Transfer.ID) -> Query<Digest> {
        Query("SELECT fingerprint FROM transfer WHERE id = \(id)") { row in try row.get("fingerprint") }
    }

    /// An award as it was made.
    static func award(_ id: Transfer.ID) -> Query<Award> {
        Query(
            """
            SELECT t.credit, t.amount, e.balance_after, l.expires_at
            FROM transfer t
            JOIN entry e ON e.transfer = t.id AND e.account = t.credit
            JOIN lot l ON l.transfer = t.id
            WHERE t.id = \(id)
            """
        ) { row in
            Award(
                transfer: id,
                member: try row.get("credit"),
                amount: try row.get("amount"),
                balance: try row.get("balance_after"),
                expiresAt: try row.get("expires_at")
            )
        }
    }

    static var samples: [SQL] {
        [
            insert(.payment(.example, by: .example, id: .example, at: .example)).sql,
            wasPaid(.example, to: .example, for: .example).sql, fingerprint(of: .example).sql, award(.example).sql,
            standings(in: Period(from: .example, until: .example), after: nil, limit: .standard).sql,
        ]
    }
}
