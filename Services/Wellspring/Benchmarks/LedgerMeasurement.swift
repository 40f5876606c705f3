import Foundation

/// Awards through the socket, with authentication, beside what makes the same awards by hand in the same run. Each figure
/// is taken on a database of its own, by services that have just started.
struct LedgerMeasurement {
    let options: ServicesOptions
    static let command = "ledger --database URL"

    func run(_ table: BenchTable) async throws {
        try await onSQLite(LedgerStage(options: options, databases: nil), table)
        guard let url = options.database else { return }
        let process = ProcessInfo.processInfo.processIdentifier
        let databases = PostgresDatabases(url: url).named("wellspring_ledger_\(process)")
        try await onPostgres(LedgerStage(options: options, databases: databases), databases, table)
    }

    private func onSQLite(_ stage: LedgerStage, _ table: BenchTable) async throws {
        let alone = try await stage.run("alone", group: 1) { try await $0.single(callers: 64) }
        table.add("SQLite, one commit for each rewards.award, 64 callers", Self.rate(alone), command: "ledger")
        let grouped = try await stage.run("grouped") { try await $0.single(callers: 64) }
        table.add(
            "SQLite, rewards.award grouped, 64 callers",
            "\(Self.rate(grouped)), \(Self.ratio(grouped, alone)) times one commit for each",
            command: "ledger"
        )
    }

    private func onPostgres(_ stage: LedgerStage, _ databases: PostgresDatabases, _ table: BenchTable) async throws {
        let hand = try await HandMeasurement.inCopy(of: stage, databases, seconds: options.seconds)
        let (plain, ledger) = (try hand.plain(table), try hand.ledger(table))
        try hand.drop()
        let alone = try await stage.run("alone", group: 1, connections: 16) { try await $0.single(callers: 32) }
        add("rewards.award ungrouped, 32 callers", alone, beside: [plain.statements, ledger.statements], table)
        let spread = try await stage.run("spread") { try await $0.single(callers: 32) }
        add("rewards.award grouped, 32 callers", spread, beside: [plain.best, ledger.best], table)
        let hot = try await stage.run("hot") { try await $0.single(callers: 32, members: 1) }
        table.add(
            "PostgreSQL, rewards.award grouped, 32 callers, all to one account",
            "\(Self.rate(hot)), \(Self.ratio(hot, spread)) of spread accounts",
            command: Self.command
        )
        let wide = try await stage.run("wide") { try await $0.single(callers: 128) }
        add("rewards.award grouped, 128 callers", wide, beside: [plain.best, ledger.best], table)
        let many = try await stage.run("many") { try await $0.many(callers: 2) }
        add("rewards.awardMany, 1,000 a call, 2 callers", many, beside: [plain.many, ledger.many], table)
        try await stage.run("statements") { requests in
            let url = databases.named(stage.name("statements")).url(of: .rewards)
            try await StatementMeasurement(requests: requests, url: url, largest: options.largestStatement).run(table)
        }
        let rules = databases.named(stage.name("rules"))
        try await RuleMeasurement(databases: rules, folder: stage.folder("rules"), events: 20_000).run(table)
    }

    /// - Parameter references: on plain tables, and on those of the ledger.
    private func add(_ what: String, _ rate: Double, beside references: [Double], _ table: BenchTable) {
        let ratios = references.map { Self.ratio(rate, $0) }
        table.add(
            "PostgreSQL, \(what)",
            "\(Self.rate(rate)); \(ratios[0]) of pgbench on plain tables, \(ratios[1]) on the ledger's",
            command: Self.command
        )
    }

    static func rate(_ rate: Double) -> String { "\(Int(rate)) awards/s" }
    static func ratio(_ rate: Double, _ other: Double) -> String { String(format: "%.2f", rate / other) }
}
