import Models
import Postgres
import RPC

/// What a statement page and a balance take of members with few and with very many entries.
struct StatementMeasurement {
    let requests: AwardRequests
    /// The database of rewards.
    let url: String
    /// How many entries the largest account has.
    let largest: Int

    func run(_ table: BenchTable) async throws {
        let sizes = [10_000, 100_000, 1_000_000].filter { $0 < largest } + [largest]
        for size in sizes {
            let member = Member.ID(at: .example, entropy: UInt128(1) << 40 | UInt128(size))
            try fill(size, of: member.wire)
            let page = try await requests.median("rewards.statement", #""member":"\#(member)","limit":50"#)
            let balance = try await requests.median("rewards.balance", #""member":"\#(member)""#)
            table.add(
                "PostgreSQL, a member with \(size) entries: statement page of 50, balance",
                "p50 \(Int(page)) us, \(Int(balance)) us",
                command: "\(LedgerMeasurement.command) --largest-statement N"
            )
        }
    }

    /// In the ledger's own shape, past the service: one award after the other, of one point each, all from one account of
    /// the house. They share a lot, because lots are no part of what is read. Foreign keys are not checked row by row.
    private func fill(_ size: Int, of member: String) throws {
        let (account, house) = ("member:points:\(member)", "issuer:points:filled-\(size)")
        let id = "'trf_' || lpad('\(size)' || lpad(n::TEXT, 9, '0'), 26, '0')"
        let numbers = "generate_series(1::BIGINT, \(size)) AS n"
        try runCommand(
            """
            SET session_replication_role = replica;
            INSERT INTO account (id, kind, asset, owner, balance, held, earned, owed, version) VALUES
                ('\(account)', 'member', 'points', '\(member)', \(size), 0, \(size), 0, \(size)),
                ('\(house)', 'issuer', 'points', 'filled-\(size)', -\(size), 0, 0, 0, \(size));
            INSERT INTO transfer
                (id, fingerprint, kind, asset, amount, debit, credit, actor, reason, happened_at, created_at)
                SELECT \(id), '\(PgbenchScript.fingerprint)', 'award', 'points', 1, '\(house)', '\(account)',
                    'cli_00000000000000000000000000', 'Filled', 1795000000000000 + n, 1795000000000000 + n FROM \(numbers);
            INSERT INTO entry SELECT '\(account)', n, NULLIF(n - 1, 0), \(id), 1, 0, n - 1, n,
                CASE WHEN n = 1 THEN '\(account)' END FROM \(numbers);
            INSERT INTO entry SELECT '\(house)', n, NULLIF(n - 1, 0), \(id), -1, 0, 1 - n, -n,
                CASE WHEN n = 1 THEN '\(house)' END FROM \(numbers);
            INSERT INTO lot (id, account, transfer, granted, remaining, held, expires_at, expiries)
                SELECT 'lot_' || lpad('\(size)', 26, '0'), '\(account)', \(id), \(size), \(size), 0, 4000000000000000, 0
                FROM (SELECT \(size)::BIGINT AS n) AS last;
            ANALYZE account; ANALYZE transfer; ANALYZE entry
            """,
            url: url,
            limit: .seconds(1800)
        )
    }
}

extension AwardRequests {
    /// One call after the other.
    /// - Returns: microseconds.
    func median(_ method: String, _ members: String) async throws -> Double {
        try await EchoLoad(
            path: socket,
            connections: 1,
            inFlight: 1,
            seconds: min(seconds, 2),
            method: method,
            params: ["{\(members),\(try await meta())}"]
        ).run().p50
    }
}
