import Contract
import Hosting
import IdeasAPI
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func oneTransferIDAwardsOnceInARace(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let id = Transfer.ID(at: .example, entropy: 4)
        let results = await race(10) { _ in try await host.give(25, to: ines, transfer: id) }
        let answers = try results.map { try $0.get() }
        #expect(Set(answers.map(\.balance.wire)) == [25])
        #expect(Set(answers.map(\.transfer)) == [id])
        #expect(try await host.available(ines) == 25)
        #expect(try await host.published(PointsMoved.self).count == 1)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func manyAwardsAtOnceLoseNothing(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let results = await race(120) { try await host.give(1, to: host.member("member \($0 % 7)")) }
        for result in results { _ = try result.get() }
        let report = try await host.call(AuditLedger(), as: host.staff())
        #expect(report.isSound)
        #expect(report.outstanding.wire == 120)
    }
}

/// Awards by hand, awards by rules, redemptions, expiry and cancellations of the same members, all at once.
@Test(arguments: TestEngine.allCases)
func everythingAtOnceStaysSound(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let members = (0..<3).map { host.member("member \($0)") }
        for member in members { try await host.give(100, to: member) }
        host.clock.advance(by: .days(364))
        for member in members { try await host.give(100, to: member) }
        host.clock.advance(by: .days(1))
        let offer = try await host.offer(price: 7)
        try await host.rule("idea", .ideaSubmitted, .author, 10)
        async let followed: Void = {
            for number in 0..<20 {
                let idea = IdeaSubmitted(idea: .example, campaign: .example, author: members[number % 3].member)
                try await host.deliver(idea, from: IdeasInterface.self)
            }
        }()
        let results = await race(60) { number in
            let member = members[number % 3]
            switch number % 4 {
            case 0: try await host.give(5, to: member)
            case 1: try await host.expirePoints()
            default:
                let receipt = try await host.redeem(offer, as: member)
                let cancel = FulfilRedemption(redemption: receipt.redemption, outcome: .cancelled)
                if number % 4 == 2 { _ = try await host.call(cancel, as: host.staff()) }
            }
        }
        try await followed
        for result in results { try result.get() }
        try await host.expectSound()
        var left: Int64 = 0
        for member in members { left += try await host.available(member) }
        #expect(left == 3 * 100 + 20 * 10 + 15 * 5 - 15 * 7)
    }
}
