extension PgbenchScript {
    /// Sixty-four awards in one transaction, set by set and pipelined.
    static let ledgerMany = PgbenchScript(
        name: "lm",
        title: "64 a transaction",
        awards: 64,
        text: """
            \\set b random(0, \(Pgbench.members / 64 - 1)) * 64
            \\set s :b / 64 % 16
            \\set n :n + 1
            \\startpipeline
            BEGIN;
            UPDATE account SET balance = balance + 1, earned = earned + 1, version = version + 1
                WHERE id IN (SELECT :member || (:b + k) FROM generate_series(1, 64) AS k) AND stopped_at IS NULL;
            INSERT INTO transfer
                (id, fingerprint, kind, asset, amount, debit, credit, actor, reason, happened_at, created_at)
                SELECT \(id("trf")), '\(fingerprint)', 'award', 'points', 1, \(issuer), :member || (:b + k),
                    'cli_bench', 'Measured', 1795000000000000, 1795000000000000 FROM generate_series(1, 64) AS k;
            INSERT INTO lot (id, account, transfer, granted, remaining, held, expires_at, expiries)
                SELECT \(id("lot")), :member || (:b + k), \(id("trf")), 1, 1, 0, 1826536000000000, 0
                FROM generate_series(1, 64) AS k;
            INSERT INTO event_log (id, stamp, name, happened_at, content)
                SELECT \(id("evt")), :n, 'rewards.pointsMoved', 1795000000000000, '\(content)'
                FROM generate_series(1, 64) AS k;
            INSERT INTO entry SELECT a.id, a.version, NULLIF(a.version - 1, 0), \(id("trf")), 1, 0, a.balance - 1, a.balance,
                    CASE WHEN a.version = 1 THEN a.id END
                FROM generate_series(1, 64) AS k JOIN account a ON a.id = :member || (:b + k);
            UPDATE account SET balance = balance - 64, version = version + 64
                WHERE id = \(issuer) AND stopped_at IS NULL;
            INSERT INTO entry SELECT a.id, a.version - 64 + k, NULLIF(a.version - 65 + k, 0), \(id("trf")), -1, 0,
                    a.balance + 65 - k, a.balance + 64 - k, CASE WHEN a.version - 64 + k = 1 THEN a.id END
                FROM account a CROSS JOIN generate_series(1, 64) AS k WHERE a.id = \(issuer);
            COMMIT;
            \\endpipeline
            """
    )

    private static let issuer = ":issuer || :s"
    private static func id(_ kind: String) -> String {
        "'\(kind)_' || :run || '_' || :client_id || '_' || :n || '_' || k"
    }
}
