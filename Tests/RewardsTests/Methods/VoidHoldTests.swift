import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func voidFreesWhatWasHeld(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        let before = try await host.balance(ines)
        let hold = try await host.hold(7, of: ines)
        let end = try await host.call(VoidHold(hold: hold.transfer), as: host.backend())
        #expect(end.paid == nil)
        #expect(try await host.balance(ines) == before)
        #expect(try await host.published(PointsMoved.self).map(\.kind) == [.award, .hold, .void])
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func voidRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        await #expect(throws: VoidHold.Refusal.holdUnknown) {
            try await host.call(VoidHold(hold: .example), as: host.backend())
        }
        let hold = try await host.hold(7, of: ines)
        try await host.tamper("UPDATE account SET stopped_at = 1 WHERE owner = \(ines.member)")
        await #expect(throws: VoidHold.Refusal.accountStopped) {
            try await host.call(VoidHold(hold: hold.transfer), as: host.backend())
        }
        try await host.tamper("UPDATE account SET stopped_at = NULL")
        _ = try await host.call(VoidHold(hold: hold.transfer), as: host.backend())
        await #expect(throws: VoidHold.Refusal.holdEnded) {
            try await host.call(VoidHold(hold: hold.transfer), as: host.backend())
        }
    }
}
