import Contract
import Logging
import Postgres
import RPC
import SQLite
import TypedSQL

extension Running {
    /// - Returns: the names of the steps that were applied.
    func migrate() async throws -> [String] {
        let database = try openDatabase()
        defer { Task { await database.close() } }
        return try await migrate(database)
    }

    func openDatabase() throws -> Database {
        if settings.databaseURL.hasPrefix("sqlite:") {
            guard settings.migrationURL == nil else {
                throw SettingsProblem("\(Setting.variable("database.migration.url")) is only for PostgreSQL.")
            }
            return try .sqlite(path: String(settings.databaseURL.dropFirst(7)), groupLimit: settings.databaseGroup)
        }
        guard settings.databaseURL.hasPrefix("postgres") else {
            throw SettingsProblem("\(Setting.variable("database.url")) must begin with sqlite: or postgres://.")
        }
        return try .postgres(
            url: settings.databaseURL,
            poolSize: settings.databaseConnections,
            groupLimit: settings.databaseGroup
        )
    }

    /// A database that is away is waited for; one that is wrong is not.
    func openAndMigrate(_ log: Logger) async throws -> Database {
        let database = try openDatabase()
        var pause = Backoff()
        while true {
            do {
                for name in try await migrate(database) { log.info("migrated", metadata: ["migration": "\(name)"]) }
                return database
            } catch let error as SQLError where error.isRetryable {
                log.warning("waiting for the database", metadata: ["error": "\(error)"])
                await pause.wait()
                try Task.checkCancellation()
            }
        }
    }

    /// As the owner of the tables where there is one, who then lets the role of this database use them; the service's
    /// own role finds that nothing is left to do.
    private func migrate(_ database: Database) async throws -> [String] {
        var applied: [String] = []
        if let url = settings.migrationURL { applied = try await migrate(asOwner: url, for: database) }
        return try await applied + Host(service, database: database, log: logger()).migrate()
    }

    private func migrate(asOwner url: String, for database: Database) async throws -> [String] {
        let owner = try Database.postgres(url: url, poolSize: 1)
        defer { Task { await owner.close() } }
        let host = Host(service, database: owner, log: logger())
        let applied = try await host.migrate()
        try await host.grantUse(to: database.role())
        return applied
    }
}
