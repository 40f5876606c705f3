import Contract
import Hosting
import IdeasAPI
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

extension Harness where Service == RewardsService {
    func why(_ about: ExplainedNumber, _ member: TestCaller, limit: Int64? = nil) async throws -> Explanation {
        try await call(ExplainNumber(about: about, limit: limit.map(PageLimit.init)), as: member)
    }
}

func recalculated(_ explanation: Explanation) throws -> Int64? {
    var again = Recalculation(explanation)
    let number = try again.number()
    #expect(number == explanation.result)
    return number
}

/// A balance with everything that can be in one, also where the list is cut off.
@Test(arguments: TestEngine.allCases)
func whyExplainsEachFigureOfABalance(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(100, to: ines)
        let taken = try await host.give(30, to: ines)
        try await host.charge(50, from: ines)
        try await host.hold(20, of: ines)
        try await host.reverse(taken.transfer)
        host.clock.advance(by: .days(400))
        let late = try await host.give(70, to: ines)
        try await host.charge(65, from: ines)
        try await host.reverse(late.transfer)
        try await host.give(9, to: ines)
        let balance = try await host.balance(ines)
        #expect(balance.owed != .zero)
        for limit: Int64 in [1, 2, 500] {
            #expect(try recalculated(await host.why(.available, ines, limit: limit)) == balance.available.wire)
            #expect(try recalculated(await host.why(.held, ines, limit: limit)) == balance.held.wire)
            #expect(try recalculated(await host.why(.earned, ines, limit: limit)) == balance.earned.wire)
            #expect(try recalculated(await host.why(.owed, ines, limit: limit)) == balance.owed.wire)
            #expect(try recalculated(await host.why(.pending, ines, limit: limit)) == 0)
        }
        let all = try await host.why(.available, ines, limit: 500)
        #expect(all.steps[0].operands.allSatisfy { $0.transfer != nil })
        #expect(try await host.why(.available, ines, limit: 1).steps[0].operands.count == 2)
    }
}

/// What is pending, and what is past its expiry before the duty has taken it away.
@Test(arguments: TestEngine.allCases)
func whyCountsWhatIsPendingAndOverdue(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.rule("helped", custom("helped"), .member, 25, terms: RuleTerms(pending: .days(30)))
        try await host.record("custom.helped", ines)
        try await host.give(10, to: ines)
        #expect(try recalculated(await host.why(.pending, ines)) == 25)
        host.clock.advance(by: .days(365))
        let explanation = try await host.why(.available, ines)
        #expect(try recalculated(explanation) == 0)
        #expect(explanation.steps.first { $0.what == .overdue }?.result == 10)
    }
}

@Test(arguments: TestEngine.allCases)
func whyExplainsALevelAndWhatCountsForIt(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.levels(.oneStep, grace: 10)
        try await host.give(35, to: ines)
        try await host.ideas(3, by: ines)
        #expect(try recalculated(await host.why(.level, ines)) == 3)
        #expect(try recalculated(await host.why(.countedPoints, ines)) == 35)
        #expect(try recalculated(await host.why(.countedContributions, ines)) == 3)
        for _ in 0..<14 {
            host.clock.advance(by: .days(29))
            let level = try await host.level(ines)
            let explanation = try await host.why(.level, ines)
            let place = try #require(try recalculated(explanation))
            #expect(explanation.programme?.levels.prefix(Int(place)).last?.key.wire == level)
        }
        let grant = SetLevel(
            member: ines.member,
            reason: .example,
            level: try LevelKey(wire: "gold"),
            until: host.clock.now + .days(1)
        )
        _ = try await host.call(grant, as: host.staff())
        let byHand = try await host.why(.level, ines)
        #expect(try recalculated(byHand) == 3)
        #expect(byHand.byHand?.level.wire == "gold")
    }
}

@Test(arguments: TestEngine.allCases)
func whyExplainsARank(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, noor, sam) = (host.member("Ines"), host.member("Noor"), host.member("Sam"))
        let first = try await host.give(10, to: ines)
        try await host.give(20, to: ines)
        try await host.give(25, to: noor)
        try await host.give(25, to: sam)
        try await host.reverse(first.transfer, 6)
        #expect(try recalculated(await host.why(.rank, ines)) == 3)
        #expect(try recalculated(await host.why(.rank, sam)) == 1)
        let explanation = try await host.why(.rank, ines, limit: 1)
        #expect(explanation.steps.first?.result == 24)
        #expect(try await host.why(.rank, noor).steps.first?.operands.count == 1)
    }
}
