import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

// The ledger at ends of months, on leap days, when clocks change and when they jump. The clock is the test's; nothing
// waits.

private let month = ["WELLSPRING_REWARDS_EXPIRY": "30"]

private func just(before moment: Instant) -> Instant { Instant(microseconds: moment.microseconds - 1) }

/// A lot lives as many times 24 hours as is set, wherever in the calendar it begins: to the microsecond.
@Test(arguments: TestEngine.allCases)
func lotsExpireToTheMicrosecond(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine, settings: month) { host in
        for (number, moment) in try Edges.moments().enumerated() {
            let member = host.member("member \(number)")
            host.clock.set(moment)
            try await host.give(10, to: member)
            let end = moment + .days(30)
            host.clock.set(just(before: end))
            try await host.expirePoints()
            #expect(try await host.available(member) == 10, "\(moment.wire)")
            host.clock.set(end)
            #expect(try await host.available(member) == 0, "\(moment.wire)")
            await #expect(throws: ChargePoints.Refusal.insufficientPoints) { try await host.charge(1, from: member) }
            try await host.expirePoints()
        }
        let report = try await host.call(AuditLedger(), as: host.staff())
        #expect(report.isSound && report.outstanding == .zero)
    }
}

/// A pending award becomes the member's at its moment and not before, and its lot lives from then on.
@Test(arguments: TestEngine.allCases)
func pendingAwardsAreReleasedToTheMicrosecond(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine, settings: month) { host in
        for (number, moment) in try Edges.moments().enumerated().filter({ $0.offset % 3 == 0 }) {
            let member = host.member("member \(number)")
            host.clock.set(moment)
            let award = AwardPoints(member: member.member, amount: try points(7), reason: .example, pending: .days(1))
            _ = try await host.call(award, as: host.backend())
            host.clock.set(just(before: moment + .days(1)))
            try await host.endWhatIsDue()
            #expect(try await host.balance(member).pending.wire == 7, "\(moment.wire)")
            host.clock.set(moment + .days(1))
            try await host.endWhatIsDue()
            #expect(try await host.available(member) == 7, "\(moment.wire)")
            host.clock.set(just(before: moment + .days(31)))
            #expect(try await host.available(member) == 7, "\(moment.wire)")
            host.clock.set(moment + .days(31))
            #expect(try await host.available(member) == 0, "\(moment.wire)")
        }
        try await host.expectSound()
    }
}

/// What counts in which day, week and month is decided by the event's own moment: activities at the edges of the
/// calendar, in any order, with a clock that is put back between them, are paid as a plain count says.
@Test(arguments: TestEngine.allCases)
func capsHoldWhateverTheClockDoes(engine: TestEngine) async throws {
    var generator = SeededGenerator.printed()
    let edges = try Edges.moments().filter { try $0 < Instant(wire: "2025-06-01T00:00:00Z") }
    let moments = (0..<120).compactMap { _ in edges.randomElement(using: &generator) }
    let jumps = moments.map { _ in Seconds(86_400 * .random(in: -1...1, using: &generator)) }
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        host.clock.set(try Instant(wire: "2024-01-01T00:00:00Z"))
        let terms = RuleTerms(perWeek: try Quantity(wire: 3), perMonth: try Quantity(wire: 4))
        try await host.rule("sale", custom("sale"), .member, 1, perDay: 2, terms: terms)
        var paid: [String: Int] = [:]
        for (moment, jump) in zip(moments, jumps) {
            host.clock.set(moment + jump + .days(2))
            let receipt = try await host.record("custom.sale", ines, at: moment)
            let (day, week, month) = (
                moment.day.wire, "week \(moment.day.monday.wire)", String(moment.day.wire.prefix(7))
            )
            let caps: [(String, Int, SkipReason)] = [(day, 2, .dayFull), (week, 3, .weekFull), (month, 4, .monthFull)]
            let full = caps.first { stretch, most, _ in paid[stretch, default: 0] >= most }?.2
            #expect(receipt.skipped.map(\.reason) == (full.map { [$0] } ?? []), "\(moment.wire)")
            if full == nil { for (stretch, _, _) in caps { paid[stretch, default: 0] += 1 } }
        }
        try await host.expectSound()
    }
}

/// A limit by period is that of the moment of the order, and a clock that is put back finds it as it was.
@Test(arguments: TestEngine.allCases)
func limitsByPeriodHoldWhateverTheClockDoes(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        host.clock.set(try Instant(wire: "2024-01-01T00:00:00Z"))
        let ines = host.member("Ines")
        let offer = try await host.offer("A coffee", 1) {
            $0.perPeriod = PeriodLimit(pieces: try Quantity(wire: 1), per: .month)
        }
        for start in ["2024-03-01T00:00:00Z", "2024-05-01T00:00:00Z", "2025-01-01T00:00:00Z", "2025-03-01T00:00:00Z"] {
            let first = try Instant(wire: start)
            host.clock.set(just(before: first))
            try await host.give(10, to: ines)
            try await host.redeem(offer, as: ines)
            await #expect(throws: RedeemReward.Refusal.limitReached) { try await host.redeem(offer, as: ines) }
            host.clock.set(first)
            try await host.redeem(offer, as: ines)
            host.clock.set(just(before: first) + Seconds(-86_399))
            await #expect(throws: RedeemReward.Refusal.limitReached) { try await host.redeem(offer, as: ines) }
            host.clock.set(first + .days(1))
            await #expect(throws: RedeemReward.Refusal.limitReached) { try await host.redeem(offer, as: ines) }
        }
        try await host.expectSound()
    }
}

/// A clock that is put back by a day neither makes nor loses points, and what had expired stays so.
@Test(arguments: TestEngine.allCases)
func aClockThatIsPutBackGivesNothingBack(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine, settings: month) { host in
        let ines = host.member("Ines")
        let start = try Instant(wire: "2028-01-30T12:00:00Z")
        host.clock.set(start)
        try await host.give(10, to: ines)
        let hold = try await host.hold(4, of: ines, until: start + .days(30))
        host.clock.set(start + .days(30))
        try await host.expirePoints()
        try await host.endWhatIsDue()
        #expect(try await host.available(ines) == 0)
        host.clock.set(start + .days(29))
        #expect(try await host.available(ines) == 0)
        await #expect(throws: VoidHold.Refusal.holdEnded) {
            try await host.call(VoidHold(hold: hold.transfer), as: host.backend())
        }
        try await host.give(3, to: ines)
        #expect(try await host.available(ines) == 3)
        host.clock.set(start + .days(30))
        try await host.expirePoints()
        #expect(try await host.available(ines) == 3)
        try await host.expectSound()
    }
}
