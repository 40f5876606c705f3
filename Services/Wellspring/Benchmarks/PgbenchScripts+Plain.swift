// The least that an award can be: a transfer, two entries, a guarded balance, an event; no foreign keys, no lots.

extension PgbenchScript {
    static let plainFill = """
        CREATE TABLE plain_account (id BIGINT PRIMARY KEY, balance BIGINT NOT NULL);
        CREATE TABLE plain_transfer (id TEXT PRIMARY KEY, account BIGINT, amount BIGINT, reason TEXT, created_at BIGINT);
        CREATE TABLE plain_entry (transfer TEXT, account BIGINT, amount BIGINT, PRIMARY KEY (transfer, account));
        CREATE TABLE plain_event (id TEXT PRIMARY KEY, content TEXT);
        INSERT INTO plain_account SELECT n, 0 FROM generate_series(1, \(Pgbench.members)) AS n;
        ANALYZE plain_account
        """

    static let plain = [
        PgbenchScript(
            name: "ps",
            title: "statement by statement",
            text: "\(draw)\nBEGIN;\n\(statements.joined(separator: ";\n"));\nCOMMIT;\n"
        ),
        PgbenchScript(
            name: "po",
            title: "as one statement",
            text: """
                \(draw)
                WITH t AS (\(statements[0])), e AS (\(statements[1])), f AS (\(statements[2])), a AS (\(statements[3]))
                \(statements[4]);
                """
        ),
        PgbenchScript(
            name: "pp",
            title: "pipelined",
            text: """
                \(draw)
                \\startpipeline
                BEGIN;
                \(statements.joined(separator: ";\n"));
                COMMIT;
                \\endpipeline
                """
        ),
    ]

    static let plainMany = PgbenchScript(
        name: "pm",
        title: "64 a transaction",
        awards: 64,
        text: """
            \\set b random(0, \(Pgbench.members / 64 - 1)) * 64
            \\set n :n + 1
            \\startpipeline
            BEGIN;
            INSERT INTO plain_transfer SELECT \(id) || '_' || k, :b + k, 1, 'Measured', 1795000000000000
                FROM generate_series(1, 64) AS k;
            INSERT INTO plain_entry SELECT \(id) || '_' || k, :b + k, 1 FROM generate_series(1, 64) AS k;
            INSERT INTO plain_entry SELECT \(id) || '_' || k, -1, -1 FROM generate_series(1, 64) AS k;
            UPDATE plain_account SET balance = balance + 1 WHERE id BETWEEN :b + 1 AND :b + 64 AND balance + 1 >= 0;
            INSERT INTO plain_event SELECT \(id) || '_' || k, '\(content)' FROM generate_series(1, 64) AS k;
            COMMIT;
            \\endpipeline
            """
    )

    private static let draw = "\\set m random(1, \(Pgbench.members))\n\\set n :n + 1"
    private static let id = "'trf_' || :run || '_' || :client_id || '_' || :n"
    private static let statements = [
        "INSERT INTO plain_transfer VALUES (\(id), :m, 1, 'Measured', 1795000000000000)",
        "INSERT INTO plain_entry VALUES (\(id), :m, 1)",
        "INSERT INTO plain_entry VALUES (\(id), -1, -1)",
        "UPDATE plain_account SET balance = balance + 1 WHERE id = :m AND balance + 1 >= 0",
        "INSERT INTO plain_event VALUES (\(id), '\(content)')",
    ]
}
