import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func resumeLetsPointsMoveAgain(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        await #expect(throws: ResumeAccount.Refusal.memberUnknown) {
            try await host.call(ResumeAccount(member: ines.member), as: host.staff())
        }
        try await host.give(5, to: ines)
        try await host.tamper("UPDATE account SET stopped_at = 1 WHERE owner = \(ines.member)")
        await #expect(throws: AwardPoints.Refusal.accountStopped) { try await host.give(1, to: ines) }
        await #expect(throws: Fault.self) { try await host.call(ResumeAccount(member: ines.member), as: ines) }
        let balance = try await host.call(ResumeAccount(member: ines.member), as: host.staff())
        #expect(balance.available.wire == 5)
        try await host.give(1, to: ines)
    }
}
