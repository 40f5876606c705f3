import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

/// Each period opens with what the one before it closed with, and its lines are what lies between, page by page.
@Test(arguments: TestEngine.allCases)
func aStatementOpensAndClosesItsPeriod(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let begin = host.clock.now
        for day in 0..<9 {
            try await host.give(10 + Int64(day), to: ines)
            try await host.hold(1, of: ines)
            if day % 3 == 2 { try await host.charge(5, from: ines) }
            host.clock.advance(by: .days(1))
        }
        var closing = Points.zero
        for third in 0..<3 {
            let from = begin + .days(Int64(third * 3))
            var lines: [StatementLine] = []
            var after: Cursor?
            repeat {
                let ask = GetStatement(after: after, limit: try PageLimit(wire: 2), from: from, until: from + .days(3))
                let statement = try await host.call(ask, as: ines)
                let period = try #require(statement.period)
                #expect(period.opening == closing || !lines.isEmpty)
                lines += statement.lines
                after = statement.next
                if after == nil {
                    #expect(lines.reduce(period.opening.wire) { $0 + $1.amount.wire } == period.closing.wire)
                    #expect(lines.allSatisfy { from <= $0.at && $0.at < from + .days(3) })
                    closing = period.closing
                }
            } while after != nil
            #expect(lines.count == 4)
        }
        #expect(try await host.balance(ines).available.wire == closing.wire - 9)
    }
}

/// A period in which nothing moved has the balance of its time at both ends; one before the first movement has none.
@Test(arguments: TestEngine.allCases)
func aQuietPeriodHasItsBalance(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        host.clock.advance(by: .days(2))
        let moment = host.clock.now
        try await host.give(10, to: ines)
        host.clock.advance(by: .days(2))
        try await host.give(10, to: ines)
        let between = GetStatement(from: moment + .days(1), until: moment + .days(2))
        let quiet = try await host.call(between, as: ines)
        #expect(quiet.lines.isEmpty && quiet.period?.opening.wire == 10 && quiet.period?.closing.wire == 10)
        let before = try await host.call(GetStatement(until: moment), as: ines)
        #expect(before.lines.isEmpty && before.period?.closing == .zero)
        let since = try await host.call(GetStatement(from: moment + .days(1)), as: ines)
        #expect(since.period?.opening.wire == 10 && since.period?.closing.wire == 20)
        await #expect(throws: GetStatement.Refusal.periodEmpty) {
            try await host.call(GetStatement(from: moment, until: moment), as: ines)
        }
    }
}
