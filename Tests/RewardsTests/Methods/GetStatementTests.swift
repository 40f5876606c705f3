import Contract
import Hosting
import IdeasAPI
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func statementSaysWhy(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let rule = try await host.rule("idea", .ideaSubmitted, .author, 50)
        let event = Occurrence.ID(at: .example, entropy: 9)
        let idea = IdeaSubmitted(idea: .example, campaign: .example, author: ines.member)
        try await host.deliver(idea, from: IdeasInterface.self, id: event)
        try await host.give(10, to: ines)
        let receipt = try await host.redeem(try await host.offer(price: 20), as: ines)
        for outcome in [FulfilmentOutcome.shipped, .returned] {
            let fulfil = FulfilRedemption(redemption: receipt.redemption, outcome: outcome)
            _ = try await host.call(fulfil, as: host.staff())
        }
        host.clock.advance(by: .days(365))
        try await host.expirePoints()
        let statement = try await host.call(GetStatement(), as: ines)
        #expect(statement.lines.map(\.kind) == [.expiry, .expiry, .refund, .post, .award, .award])
        #expect(statement.lines.map(\.amount.wire).suffix(4) == [20, -20, 10, 50])
        #expect(statement.lines.last?.rule == rule.key)
        #expect(statement.lines.last?.ruleVersion == .first)
        #expect(statement.lines.last?.source == event)
        #expect(statement.lines[4].reason?.wire == "Thank you.")
        #expect(statement.lines[3].redemption == receipt.redemption)
        #expect(statement.lines[2].redemption == receipt.redemption)
        #expect(statement.closing == .zero)
    }
}

@Test(arguments: TestEngine.allCases)
func statementPagesAddUp(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        for amount in 1...7 { try await host.give(Int64(amount), to: ines) }
        var closing: Int64 = 28
        var request = GetStatement(limit: try PageLimit(wire: 3))
        var lines: [StatementLine] = []
        repeat {
            let page = try await host.call(request, as: ines)
            #expect(page.closing.wire == closing)
            #expect(page.opening.wire + page.lines.reduce(0) { $0 + $1.amount.wire } == page.closing.wire)
            closing = page.opening.wire
            request.after = page.next
            lines += page.lines
        } while request.after != nil
        #expect(closing == 0)
        #expect(lines.map(\.amount.wire) == [7, 6, 5, 4, 3, 2, 1])
    }
}

@Test(arguments: TestEngine.allCases)
func statementIsSeenByWhomItConcerns(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.give(100, to: ines)
        let asked = GetStatement(member: ines.member)
        #expect(try await host.call(asked, as: host.staff()).lines.count == 1)
        #expect(try await host.call(GetStatement(), as: omar).lines.isEmpty)
        await #expect(throws: GetStatement.Refusal.memberUnknown) { try await host.call(asked, as: omar) }
        await #expect(throws: GetStatement.Refusal.memberUnknown) {
            try await host.call(GetStatement(member: omar.member), as: host.backend())
        }
        await #expect(throws: GetStatement.Refusal.memberNeeded) {
            try await host.call(GetStatement(), as: host.backend())
        }
        await #expect(throws: Fault.self) {
            try await host.call(GetStatement(after: Cursor(key: "elsewhere")), as: ines)
        }
    }
}
