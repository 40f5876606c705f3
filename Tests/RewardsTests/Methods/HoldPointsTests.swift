import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func holdLowersWhatIsAvailable(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        let hold = try await host.hold(7, of: ines)
        let balance = try await host.balance(ines)
        #expect((balance.available.wire, balance.held.wire, balance.earned.wire) == (3, 7, 10))
        #expect(balance.nextExpiry?.amount.wire == 3)
        await #expect(throws: ChargePoints.Refusal.insufficientPoints) { try await host.charge(4, from: ines) }
        try await host.charge(3, from: ines)
        #expect(hold.member == ines.member)
        #expect(try await host.call(GetStatement(), as: ines).lines.map(\.kind) == [.payment, .award])
        try await host.expectSound()
    }
}

/// What is held does not expire, and what of it comes free too late expires at once.
@Test(arguments: TestEngine.allCases)
func holdKeepsPointsFromExpiring(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        let hold = try await host.hold(6, of: ines)
        host.clock.advance(by: .days(366))
        try await host.expirePoints()
        #expect(try await host.balance(ines).held.wire == 6)
        _ = try await host.call(PostHold(hold: hold.transfer, amount: try points(4)), as: host.backend())
        let statement = try await host.call(GetStatement(), as: ines)
        #expect(statement.lines.map(\.amount.wire) == [-2, -4, -4, 10])
        #expect(statement.closing == .zero)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func holdLapsesAtItsTimeAndOnce(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        let hold = try await host.hold(6, of: ines, until: host.clock.now + .hours(1))
        host.clock.advance(by: Seconds(3599))
        try await host.endWhatIsDue()
        #expect(try await host.available(ines) == 4)
        host.clock.advance(by: Seconds(1))
        try await host.endWhatIsDue()
        try await host.endWhatIsDue()
        #expect(try await host.available(ines) == 10)
        #expect(try await host.published(PointsMoved.self).map(\.kind) == [.award, .hold, .lapse])
        await #expect(throws: PostHold.Refusal.holdEnded) {
            try await host.call(PostHold(hold: hold.transfer), as: host.backend())
        }
        try await host.expectSound()
    }
}

/// A refused id stays refused, whatever has changed since.
@Test(arguments: TestEngine.allCases)
func holdThatWasRefusedStaysRefused(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let id = Transfer.ID(at: .example, entropy: 4)
        for _ in 0..<2 {
            await #expect(throws: HoldPoints.Refusal.insufficientPoints) {
                try await host.hold(7, of: ines, transfer: id)
            }
            try await host.give(10, to: ines)
        }
        await #expect(throws: HoldPoints.Refusal.transferDiffers) { try await host.hold(6, of: ines, transfer: id) }
        try await host.hold(7, of: ines)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func holdOfTheSameIDHappensOnce(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        let id = Transfer.ID(at: .example, entropy: 4)
        let first = try await host.hold(7, of: ines, transfer: id)
        _ = try await host.call(VoidHold(hold: id), as: host.backend())
        #expect(try await host.hold(7, of: ines, transfer: id) == first)
        #expect(try await host.available(ines) == 10)
    }
}

@Test(arguments: TestEngine.allCases)
func holdRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        await #expect(throws: HoldPoints.Refusal.insufficientPoints) { try await host.hold(1, of: ines) }
        try await host.give(10, to: ines)
        await #expect(throws: HoldPoints.Refusal.periodEmpty) {
            try await host.hold(1, of: ines, until: host.clock.now)
        }
        let own = HoldPoints(member: ines.member, amount: try points(1), reason: .example)
        await #expect(throws: Fault.self) { try await host.call(own, as: ines) }
        #expect(try await host.available(ines) == 10)
    }
}
