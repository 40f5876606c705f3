import Hosting
import Support
import Testing
import TypedSQL

@testable import Identity

struct StatementTests {
    @Test(arguments: TestEngine.allCases)
    func everyStatementMeansSomethingOnBothEngines(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            for sql in IdentityStorage.samples { try await host.host.database.prepare(sql) }
        }
    }
}
