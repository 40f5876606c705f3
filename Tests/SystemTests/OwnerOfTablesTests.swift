import Foundation
import Support
import Testing

/// Two roles for one service, as an operator sets them up: one that owns the tables and migrates, one that serves.
@Suite struct OwnerOfTablesTests {
    private func migrate(_ url: String, asOwner owner: String? = nil) async throws -> Tool.Outcome {
        var environment = ["WELLSPRING_DATABASE_URL": url]
        environment["WELLSPRING_DATABASE_MIGRATION_URL"] = owner
        return try await Tool(path: Tool.wellspring + "-rewards", arguments: ["migrate"], environment: environment)
            .run()
    }

    @Test func theOwnerMigratesAndTheServiceFindsNothingToDo() async throws {
        try await TestServer.withDatabase { owner in
            try await TestServer.withRole(on: owner) { _, url in
                let early = try await migrate(url)
                #expect(
                    early.status == 74 && early.text.contains("is for the owner of the database to make"),
                    "\(early)"
                )
                let first = try await migrate(url, asOwner: owner)
                #expect(first.status == 0 && first.text.contains("migrated 101_ledger"), "\(first)")
                let again = try await migrate(url, asOwner: owner)
                #expect(again.status == 0 && again.text == "nothing to migrate\n", "\(again)")
                let alone = try await migrate(url)
                #expect(alone.status == 0 && alone.text == "nothing to migrate\n", "\(alone)")
            }
        }
    }

    @Test func theOwnerCannotBeWhoServes() async throws {
        try await TestServer.withDatabase { owner in
            let outcome = try await migrate(owner, asOwner: owner)
            #expect(outcome.status == 74 && outcome.text.contains("could change everything"), "\(outcome)")
        }
    }

    @Test func filesHaveNoRoles() async throws {
        let path = "/tmp/wsr-\(UInt32.random(in: 0...UInt32.max)).sqlite"
        let outcome = try await migrate("sqlite:\(path)", asOwner: "postgresql:///nowhere")
        #expect(outcome.status == 78 && outcome.text.contains("is only for PostgreSQL"), "\(outcome)")
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
