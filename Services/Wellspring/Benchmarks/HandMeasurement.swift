import Postgres

/// What pgbench makes of the same award, in a copy of the service's database.
struct HandMeasurement {
    private let url: String
    private let pgbench: Pgbench

    struct Rates {
        let statements: Double
        /// The best of all that make one award a transaction.
        let best: Double
        let many: Double
    }

    private let databases: PostgresDatabases
    private let name: String

    /// Makes the copy, once the service has brought its database to its schema and has ended.
    static func inCopy(of stage: LedgerStage, _ databases: PostgresDatabases, seconds: Double) async throws
        -> HandMeasurement
    {
        let name = stage.name("by_hand")
        try await stage.run(
            "original",
            ending: { own in
                guard let own else { return }
                try databases.command("CREATE DATABASE \(name) TEMPLATE \(own.name(of: .rewards))")
            }
        ) { _ in }
        return HandMeasurement(databases, name, seconds)
    }

    private init(_ databases: PostgresDatabases, _ name: String, _ seconds: Double) {
        (self.databases, self.name) = (databases, name)
        url = databases.named(name).url
        pgbench = Pgbench(url: url, seconds: seconds)
    }

    func drop() throws { try databases.command("DROP DATABASE IF EXISTS \(name) WITH (FORCE)") }

    func plain(_ table: BenchTable) throws -> Rates {
        try runCommand(PgbenchScript.plainFill, url: url)
        return try rates(PgbenchScript.plain, PgbenchScript.plainMany, on: "plain tables", table)
    }

    func ledger(_ table: BenchTable) throws -> Rates {
        try runCommand(PgbenchScript.ledgerFill, url: url)
        return try rates(PgbenchScript.ledger, PgbenchScript.ledgerMany, on: "the ledger's tables", table)
    }

    private func rates(_ scripts: [PgbenchScript], _ many: PgbenchScript, on tables: String, _ table: BenchTable)
        throws -> Rates
    {
        let rates = try (scripts + [many]).map { script in
            let rate = try pgbench.run(script)
            table.add(
                "pgbench, \(Pgbench.clients) clients, \(tables), \(script.title)",
                LedgerMeasurement.rate(rate),
                command: LedgerMeasurement.command
            )
            return rate
        }
        return Rates(statements: rates[0], best: rates.dropLast().max() ?? 0, many: rates[rates.count - 1])
    }
}
