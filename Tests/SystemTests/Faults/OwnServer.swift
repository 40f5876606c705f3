import Foundation
import Postgres
import Support
import Testing

@testable import Wellspring

/// A database server of one test, because the test hurts it, with four services on it.
enum OwnServer {
    /// - Parameters:
    ///   - settings: lines for `postgresql.conf`.
    ///   - role: what rewards serves as; it owns nothing. Nil where rewards owns its tables, as the others do.
    static func use(
        _ settings: [String] = [],
        rewardsAs role: String? = nil,
        _ body: (ThrowawayPostgres, Community) async throws -> Void
    ) async throws {
        let server: ThrowawayPostgres
        do { server = try await TestServer.blocking { try ThrowawayPostgres(settings: settings) } } catch {
            if ProcessInfo.processInfo.environment["CI"] == "true" { throw error }
            try Test.cancel("needs PostgreSQL: \(error)")
        }
        var extra: [ServiceName: [String: String]] = [:]
        if let role {
            try await TestServer.blocking { try runCommand("CREATE ROLE \(role) LOGIN", url: server.url()) }
            let owner = server.url(database: "faults_rewards")
            extra[.rewards] = [
                "WELLSPRING_DATABASE_MIGRATION_URL": owner,
                "WELLSPRING_DATABASE_URL": owner.replacing("user=postgres", with: "user=\(role)"),
            ]
        }
        try await TemporaryCommunity.run(database: server.url(database: "faults"), extra: extra) { community in
            try await body(server, community)
        }
    }
}
