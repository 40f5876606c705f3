import Models
import RewardsAPI
import TypedSQL

/// The journal: what moved, why, and by whose word. Rows are only ever added. What was refused under an id that the
/// caller had chosen is a row too, without accounts, so that the id stays refused.
enum TransferTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE transfer (
            id TEXT NOT NULL PRIMARY KEY,
            fingerprint TEXT NOT NULL,
            kind TEXT NOT NULL,
            asset TEXT NOT NULL,
            amount BIGINT NOT NULL,
            debit TEXT,
            credit TEXT,
            rule TEXT,
            rule_version BIGINT,
            source_event TEXT,
            actor TEXT,
            reason TEXT,
            reverses TEXT,
            ends TEXT,
            due_at BIGINT,
            refusal TEXT,
            happened_at BIGINT NOT NULL,
            created_at BIGINT NOT NULL,
            CONSTRAINT transfer_kind CHECK (kind IN (
                'award', 'release', 'hold', 'post', 'void', 'lapse', 'payment', 'refund', 'expiry', 'gift', 'reversal',
                'debt', 'settlement', 'funding', 'withdrawal', 'payout', 'payback'
            )),
            CONSTRAINT transfer_amount CHECK (amount BETWEEN 1 AND 9007199254740991),
            CONSTRAINT transfer_accounts CHECK ((debit IS NULL) = (credit IS NULL)),
            CONSTRAINT transfer_refused CHECK ((refusal IS NULL) = (debit IS NOT NULL)),
            CONSTRAINT transfer_sides CHECK (debit <> credit),
            CONSTRAINT transfer_by_rule
                CHECK ((rule IS NULL) = (rule_version IS NULL) AND (rule IS NULL) = (source_event IS NULL)),
            CONSTRAINT transfer_by_hand CHECK ((actor IS NULL) = (reason IS NULL)),
            CONSTRAINT transfer_cause CHECK (kind <> 'award' OR (rule IS NULL) <> (actor IS NULL)),
            CONSTRAINT transfer_reverses CHECK (
                (kind IN ('refund', 'reversal', 'debt', 'payback')) = (reverses IS NOT NULL)
            ),
            CONSTRAINT transfer_ends CHECK ((kind IN ('release', 'post', 'void', 'lapse')) = (ends IS NOT NULL)),
            CONSTRAINT transfer_due CHECK (due_at IS NULL OR kind IN ('award', 'hold')),
            CONSTRAINT transfer_debit_account FOREIGN KEY (debit) REFERENCES account (id),
            CONSTRAINT transfer_credit_account FOREIGN KEY (credit) REFERENCES account (id),
            CONSTRAINT transfer_rule FOREIGN KEY (rule, rule_version) REFERENCES rule_version (rule, version),
            CONSTRAINT transfer_original FOREIGN KEY (reverses) REFERENCES transfer (id),
            CONSTRAINT transfer_opened_by FOREIGN KEY (ends) REFERENCES transfer (id)
        )
        """,
        """
        CREATE UNIQUE INDEX transfer_award ON transfer (source_event, rule, credit)
        WHERE rule IS NOT NULL
        """,
        "CREATE UNIQUE INDEX transfer_end ON transfer (ends) WHERE ends IS NOT NULL AND refusal IS NULL",
        "CREATE INDEX transfer_reversal ON transfer (reverses) WHERE reverses IS NOT NULL",
        "CREATE INDEX transfer_earned ON transfer (asset, happened_at) WHERE kind IN ('award', 'release')",
    ]

    /// Adds none whose id is taken. There must be at least one.
    static func insert(_ movements: some Sequence<Movement>) -> Statement {
        insert(movements.map { row($0, debit: $0.debit, credit: $0.credit, refusal: nil) })
    }

    /// The id is taken from now on, and stands for this refusal.
    static func refuse(_ movement: Movement, as refusal: String) -> Statement {
        insert([row(movement, debit: nil, credit: nil, refusal: refusal)])
    }

    private static func insert(_ rows: [[any SQLValue]]) -> Statement {
        Statement(
            """
            INSERT INTO transfer
                (id, fingerprint, kind, asset, amount, debit, credit, rule, rule_version, source_event, actor, reason,
                 reverses, ends, due_at, refusal, happened_at, created_at)
            VALUES \(rows: rows) ON CONFLICT (id) DO NOTHING
            """
        )
    }

    private static func row(_ movement: Movement, debit: AccountID?, credit: AccountID?, refusal: String?)
        -> [any SQLValue]
    {
        let cause = CauseColumns(movement.cause)
        return [
            movement.id, movement.fingerprint, movement.kind, movement.debit.asset, movement.amount, debit, credit,
            cause.rule, cause.version, cause.source, cause.actor, cause.reason, cause.reverses, cause.ends,
            movement.dueAt, refusal, movement.happenedAt, movement.at,
        ]
    }

    static var samples: [SQL] {
        let account = AccountID.member(.example, .points)
        let order = Movement.hold(.example, on: account, cause: .order, id: .example, at: .example)
        return [
            insert([order]).sql, refuse(order, as: "insufficientPoints").sql,
            earlier(.example).sql, award(.example).sql, earlier([.example]).sql, awards([.example]).sql,
            posted(.example).sql, end(of: .example).sql, hold(.example).sql,
        ] + sourceSamples
    }
}
