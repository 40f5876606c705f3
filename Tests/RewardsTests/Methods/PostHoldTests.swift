import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func postPaysAPartAndFreesTheRest(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        let hold = try await host.hold(7, of: ines)
        let end = try await host.call(PostHold(hold: hold.transfer, amount: try points(5)), as: host.backend())
        #expect(end.paid?.wire == 5)
        let balance = try await host.balance(ines)
        #expect((balance.available.wire, balance.held.wire) == (5, 0))
        let line = try await host.call(GetStatement(), as: ines).lines.first
        #expect((line?.transfer, line?.kind, line?.amount.wire) == (end.transfer, .post, -5))
        try await host.expectSound()
    }
}

/// The hold took the lot that expired first, and so the payment does, whatever came since.
@Test(arguments: TestEngine.allCases)
func postTakesTheLotsThatWereHeld(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        host.clock.advance(by: .days(100))
        try await host.give(10, to: ines)
        let hold = try await host.hold(12, of: ines)
        try await host.charge(5, from: ines)
        _ = try await host.call(PostHold(hold: hold.transfer), as: host.backend())
        #expect(try await host.balance(ines).nextExpiry?.at == host.clock.now + .days(365))
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func postRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let award = try await host.give(10, to: ines)
        for id in [Transfer.ID.example, award.transfer] {
            await #expect(throws: PostHold.Refusal.holdUnknown) {
                try await host.call(PostHold(hold: id), as: host.backend())
            }
        }
        let hold = try await host.hold(7, of: ines)
        await #expect(throws: PostHold.Refusal.amountTooLarge) {
            try await host.call(PostHold(hold: hold.transfer, amount: try points(8)), as: host.backend())
        }
        _ = try await host.call(PostHold(hold: hold.transfer), as: host.backend())
        await #expect(throws: PostHold.Refusal.holdEnded) {
            try await host.call(PostHold(hold: hold.transfer), as: host.backend())
        }
        let stopped = try await host.hold(1, of: ines)
        try await host.tamper("UPDATE account SET stopped_at = 1 WHERE owner = \(ines.member)")
        await #expect(throws: PostHold.Refusal.accountStopped) {
            try await host.call(PostHold(hold: stopped.transfer), as: host.backend())
        }
    }
}

/// The points of an order are paid or freed with the order, and by nothing else.
@Test(arguments: TestEngine.allCases)
func postKnowsNoHoldOfAnOrder(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        try await host.redeem(try await host.offer(price: 3), as: ines)
        let moved = try await host.published(PointsMoved.self)
        guard let hold = moved.last(where: { $0.kind == .hold })?.transfer else { throw Missing() }
        await #expect(throws: PostHold.Refusal.holdUnknown) {
            try await host.call(PostHold(hold: hold), as: host.backend())
        }
        await #expect(throws: VoidHold.Refusal.holdUnknown) {
            try await host.call(VoidHold(hold: hold), as: host.backend())
        }
    }
}

private struct Missing: Error {}

@Test(arguments: TestEngine.allCases)
func aHoldEndsOnceInARace(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(320, to: ines)
        for round in 0..<10 {
            let hold = try await host.hold(4, of: ines, until: host.clock.now + Seconds(1))
            host.clock.advance(by: Seconds(1))
            let results = await race(32) { number in
                switch number % 3 {
                case 0: _ = try await host.call(PostHold(hold: hold.transfer), as: host.backend())
                case 1: _ = try await host.call(VoidHold(hold: hold.transfer), as: host.backend())
                default: try await host.endWhatIsDue()
                }
            }
            let endings = try await host.published(PointsMoved.self).filter {
                [TransferKind.post, .void, .lapse].contains($0.kind)
            }
            #expect(endings.count == round + 1)
            for case .failure(let error) in results {
                #expect(error as? PostHold.Refusal == .holdEnded || error as? VoidHold.Refusal == .holdEnded)
            }
        }
        try await host.expectSound()
    }
}
