import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

/// What nobody waits for is read with the limit that the operator has set, and the engine knows it.
@Test(arguments: TestEngine.allCases)
func theNightlyReadHasALimitOfItsOwn(engine: TestEngine) async throws {
    let settings = ["WELLSPRING_REWARDS_LONGEST_READ": "600"]
    try await Harness<RewardsService>.run(on: engine, settings: settings) { host in
        let context = host.host.context()
        let limit = context.service.settings.longestRead
        let left = try await context.read(within: limit) { try $0.timeLeft(asTheEngineKnows: engine) }
        #expect(left > .seconds(560) && left <= .seconds(600))
        let usual = try await context.read { try $0.timeLeft(asTheEngineKnows: engine) }
        #expect(usual <= .seconds(30))
        await #expect(throws: SQLError.timeout) {
            _ = try await context.read(within: Seconds(0)) { try Audit(transaction: $0).run() }
        }
        #expect(try await RewardsService.audit(in: context).isSound)
    }
}

/// Whoever calls keeps the own deadline, however long the limit is.
@Test(arguments: TestEngine.allCases)
func theLimitDoesNotOutlastACaller(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        await #expect(throws: (any Error).self) {
            _ = try await host.call(AuditLedger(), as: host.staff().within(.zero))
        }
        let report = try await host.call(AuditLedger(), as: host.staff())
        #expect(report.isSound)
    }
}

extension Transaction {
    /// On PostgreSQL the statement timeout of the session, on SQLite the moment at which its alarm interrupts.
    fileprivate func timeLeft(asTheEngineKnows engine: TestEngine) throws -> Duration {
        guard engine == .postgres else { return timeLeft }
        let milliseconds = try one(
            Query(
                "SELECT CAST(EXTRACT(EPOCH FROM CAST(current_setting('statement_timeout') AS INTERVAL)) * 1000 AS BIGINT) AS ms"
            ) {
                row in try row.get("ms", as: Int64.self)
            }
        )
        return .milliseconds(milliseconds)
    }
}
