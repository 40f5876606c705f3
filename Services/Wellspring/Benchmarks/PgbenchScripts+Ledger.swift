// The rows that `rewards.award` writes, in the service's own tables with all of their constraints.

extension PgbenchScript {
    static let ledgerFill = """
        INSERT INTO account (id, kind, asset, owner, balance, held, earned, owed, version)
        SELECT 'member:points:' || n, 'member', 'points', 'mem_' || n, 0, 0, 0, 0, 0
        FROM generate_series(1, \(Pgbench.members)) AS n;
        ANALYZE account
        """

    static let ledger = [
        PgbenchScript(
            name: "ls",
            title: "statement by statement",
            text: """
                \(draw)
                BEGIN;
                UPDATE account SET balance = balance + 1, earned = earned + 1, version = version + 1
                    WHERE id = \(member) AND stopped_at IS NULL RETURNING version AS mv, balance AS mb \\gset
                \(rows)
                INSERT INTO entry VALUES (\(member), :mv, NULLIF(:mv - 1, 0), \(id("trf")), 1, 0, :mb - 1, :mb,
                    CASE WHEN :mv = 1 THEN \(member) END);
                UPDATE account SET balance = balance - 1, version = version + 1
                    WHERE id = \(issuer) AND stopped_at IS NULL RETURNING version AS iv, balance AS ib \\gset
                INSERT INTO entry VALUES (\(issuer), :iv, NULLIF(:iv - 1, 0), \(id("trf")), -1, 0, :ib + 1, :ib,
                    CASE WHEN :iv = 1 THEN \(issuer) END);
                COMMIT;
                """
        ),
        PgbenchScript(
            name: "lo",
            title: "as one statement",
            text: """
                \(draw)
                WITH m AS (\(receive) RETURNING *), i AS (\(pay) RETURNING *), t AS (\(transfer)), l AS (\(lot)),
                    e AS (\(event))
                INSERT INTO entry SELECT id, version, NULLIF(version - 1, 0), \(id("trf")), 1, 0, balance - 1, balance,
                    CASE WHEN version = 1 THEN id END FROM m
                UNION ALL SELECT id, version, NULLIF(version - 1, 0), \(id("trf")), -1, 0, balance + 1, balance,
                    CASE WHEN version = 1 THEN id END FROM i;
                """
        ),
        PgbenchScript(
            name: "lp",
            title: "pipelined",
            text: """
                \(draw)
                \\startpipeline
                BEGIN;
                \(receive);
                \(rows)
                INSERT INTO entry SELECT id, version, NULLIF(version - 1, 0), \(id("trf")), 1, 0, balance - 1, balance,
                    CASE WHEN version = 1 THEN id END FROM account WHERE id = \(member);
                \(pay);
                INSERT INTO entry SELECT id, version, NULLIF(version - 1, 0), \(id("trf")), -1, 0, balance + 1, balance,
                    CASE WHEN version = 1 THEN id END FROM account WHERE id = \(issuer);
                COMMIT;
                \\endpipeline
                """
        ),
    ]

    private static let draw = """
        \\set m random(1, \(Pgbench.members))
        \\set s :m % 16
        \\set n :n + 1
        """
    private static let member = ":member || :m"
    private static let issuer = ":issuer || :s"
    private static func id(_ kind: String) -> String { "'\(kind)_' || :run || '_' || :client_id || '_' || :n" }

    private static let receive = """
        UPDATE account SET balance = balance + 1, earned = earned + 1, version = version + 1
            WHERE id = \(member) AND stopped_at IS NULL
        """
    private static let pay = """
        UPDATE account SET balance = balance - 1, version = version + 1 WHERE id = \(issuer) AND stopped_at IS NULL
        """
    private static let transfer = """
        INSERT INTO transfer
            (id, fingerprint, kind, asset, amount, debit, credit, actor, reason, happened_at, created_at)
            VALUES (\(id("trf")), '\(fingerprint)', 'award', 'points', 1, \(issuer), \(member), 'cli_bench',
                'Measured', 1795000000000000, 1795000000000000)
        """
    private static let lot = """
        INSERT INTO lot (id, account, transfer, granted, remaining, held, expires_at, expiries)
            VALUES (\(id("lot")), \(member), \(id("trf")), 1, 1, 0, 1826536000000000, 0)
        """
    private static let event = """
        INSERT INTO event_log (id, stamp, name, happened_at, content)
            VALUES (\(id("evt")), :n, 'rewards.pointsMoved', 1795000000000000, '\(content)')
        """
    private static let rows = "\(transfer);\n\(lot);\n\(event);"

    static let fingerprint = String(repeating: "5f16f4c7", count: 8)
    static let content = """
        {"transfer":"trf_01j00000000000000000000000","kind":"award","asset":"points","amount":1,\
        "member":"mem_01j00000000000000000000000"}
        """
}
