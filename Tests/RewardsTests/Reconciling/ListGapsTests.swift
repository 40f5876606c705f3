import Contract
import Hosting
import IdeasAPI
import IdentityAPI
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

/// What was followed fits, over several pages of the log; what comes after the follower's cursor is not late.
@Test(arguments: TestEngine.allCases)
func whatWasFollowedHasNoGap(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, log) = (host.member("Ines"), IdeasLog())
        try await host.rule("idea", .ideaSubmitted, .author, 20, perDay: 3)
        for _ in 0..<5 { try await host.follow(log.submit(by: ines.member, at: host.clock.now)) }
        _ = try await log.submit(by: ines.member, at: host.clock.now)
        try await host.reconcile(log)
        let list = try await host.call(ListGaps(), as: host.staff())
        #expect(list.items.isEmpty)
        #expect(list.logs.first { $0.service == "ideas" }?.through.wire == 5)
        #expect(list.logs.first { $0.service == "ideas" }?.events.wire == 5)
    }
}

/// An event that was passed over is found, stays listed with the moment it was found at, and is gone when it was paid.
@Test(arguments: TestEngine.allCases)
func aMissedEventIsAGapUntilItIsPaid(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, log) = (host.member("Ines"), IdeasLog())
        try await host.rule("idea", .ideaSubmitted, .author, 20)
        try await host.follow(log.submit(by: ines.member, at: host.clock.now))
        let missed = try await log.submit(by: ines.member, at: host.clock.now)
        try await host.follow(log.submit(by: ines.member, at: host.clock.now))
        try await host.reconcile(log)
        let found = host.clock.now
        host.clock.advance(by: .days(1))
        try await host.reconcile(log)
        let gap = try #require(try await host.gaps().first)
        #expect(gap.kind == .unpaid && gap.event.wire == missed.id && gap.amount.wire == 20)
        #expect(gap.member == ines.member && gap.foundAt == found)
        #expect(try await host.gaps().count == 1)
        let source = Movement.Source(event: gap.event, at: found)
        let earning = Earning(.ideaSubmitted, [.author: ines.member], source: source, campaign: .example)
        try await host.host.context().write { work in
            try Awards(work).follow(earning, at: LogPosition(wire: missed.position))
        }
        host.clock.advance(by: .days(1))
        try await host.reconcile(log)
        #expect(try await host.gaps().isEmpty)
    }
}

/// An award whose event its service does not tell, because the log lost its end or never had it.
@Test(arguments: TestEngine.allCases)
func anAwardWithoutItsEventIsAGap(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, log) = (host.member("Ines"), IdeasLog())
        try await host.rule("idea", .ideaSubmitted, .author, 20)
        for _ in 0..<3 { try await host.follow(log.submit(by: ines.member, at: host.clock.now)) }
        await log.forgetLast()
        try await host.reconcile(log)
        let gaps = try await host.gaps(.unsourced)
        #expect(gaps.map(\.event) == [happening(3)])
        #expect(gaps.allSatisfy { $0.transfer != nil && $0.service == "ideas" })
        #expect(try await host.gaps(.unpaid).isEmpty)
    }
}

/// What backends told is compared with what was kept of it, and an award for what nobody told is found.
@Test(arguments: TestEngine.allCases)
func ownEventsAreReconciledToo(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, log) = (host.member("Ines"), IdeasLog())
        try await host.rule("helped", custom("helped"), .member, 7)
        let receipt = try await host.record("custom.helped", ines, event: happening(40))
        try await host.record("custom.helped", ines, event: happening(41))
        try await host.reconcile(log)
        #expect(try await host.gaps().isEmpty)
        try await host.tamper("DELETE FROM earning_event WHERE id = \(receipt.event)")
        try await host.tamper(
            "UPDATE transfer SET source_event = \(happening(90)) WHERE source_event = \(happening(41))"
        )
        host.clock.advance(by: .days(1))
        try await host.reconcile(log)
        let gaps = try await host.gaps()
        #expect(Set(gaps.map(\.event)) == [happening(40), happening(41), happening(90)])
        #expect(gaps.filter { $0.kind == .unpaid }.map(\.event) == [happening(41)])
    }
}

/// A service that does not answer leaves what is known of it.
@Test(arguments: TestEngine.allCases)
func aServiceThatIsAwayKeepsItsGaps(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, log) = (host.member("Ines"), IdeasLog())
        try await host.rule("idea", .ideaSubmitted, .author, 20)
        _ = try await log.submit(by: ines.member, at: host.clock.now)
        try await host.follow(log.submit(by: ines.member, at: host.clock.now))
        try await host.reconcile(log)
        host.clock.advance(by: .days(1))
        try await RewardsService.reconcile(in: host.host.context())
        #expect(try await host.gaps().count == 1)
        let away = ReconciledSource(IdeasInterface.self, RewardsService.ideasEarnings) { _ in throw SQLError.timeout }
        await #expect(throws: SQLError.timeout) {
            try await RewardsService.reconcile(in: host.host.context(), [away])
        }
        #expect(try await host.gaps().count == 1)
    }
}
