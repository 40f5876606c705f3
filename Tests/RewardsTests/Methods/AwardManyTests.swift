import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

private let settings = ["WELLSPRING_REWARDS_LARGEST_AWARD": "50"]

private func item(_ amount: Int64, to member: TestCaller, _ number: UInt128? = nil) throws -> AwardItem {
    AwardItem(
        member: member.member,
        amount: try points(amount),
        reason: .example,
        transfer: number.map { Transfer.ID(at: .example, entropy: $0) }
    )
}

@Test(arguments: TestEngine.allCases)
func manyAreMadeInOneCall(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let members = (0..<20).map { host.member("member \($0)") }
        let awards = try (0..<1000).map { (number: Int) -> AwardItem in
            try item(Int64(number % 9 + 1), to: members[number % 20], UInt128(number + 1))
        }
        let outcomes = try await host.call(AwardMany(awards: awards), as: host.backend())
        #expect(outcomes.made.wire == 1000)
        #expect(outcomes.outcomes.compactMap { $0.award?.transfer } == awards.compactMap(\.transfer))
        let again = try await host.call(AwardMany(awards: awards), as: host.backend())
        #expect(again == outcomes)
        var total: Int64 = 0
        for member in members { total += try await host.available(member) }
        #expect(total == awards.reduce(0) { $0 + $1.amount.wire })
        try await host.expectSound()
    }
}

/// One that is refused keeps no other from being made, and stays refused.
@Test(arguments: TestEngine.allCases)
func oneRefusedKeepsNoOther(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine, settings: settings) { host in
        let (ines, omar, lena) = (host.member("Ines"), host.member("Omar"), host.member("Lena"))
        for member in [ines, omar, lena] { try await host.give(1, to: member) }
        try await host.give(2, to: ines, transfer: Transfer.ID(at: .example, entropy: 9))
        try await host.tamper("UPDATE account SET stopped_at = 1 WHERE owner = \(omar.member)")
        let awards = [
            try item(5, to: ines, 1), try item(51, to: ines, 2), try item(5, to: omar, 3), try item(5, to: lena, 4),
            try item(7, to: lena, 9),
        ]
        let outcomes = try await host.call(AwardMany(awards: awards), as: host.backend())
        #expect(
            outcomes.outcomes.map(\.refused) == [nil, .amountTooLarge, .accountStopped, nil, .transferDiffers]
        )
        #expect(outcomes.made.wire == 2)
        try await host.tamper("UPDATE account SET stopped_at = NULL")
        #expect(try await host.call(AwardMany(awards: awards), as: host.backend()) == outcomes)
        #expect(try await host.available(ines) == 8)
        #expect(try await host.available(omar) == 1)
        try await host.expectSound()
    }
}

/// Whichever of linked awards is refused, none is made.
@Test(arguments: TestEngine.allCases)
func linkedAwardsAreAllOrNothing(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine, settings: settings) { host in
        let members = (0..<6).map { host.member("member \($0)") }
        for refused in members.indices {
            let awards = try members.enumerated().map { (index, member) -> AwardItem in
                try item(index == refused ? 51 : 5, to: member, UInt128(refused * 100 + index + 1))
            }
            let outcomes = try await host.call(AwardMany(awards: awards, linked: true), as: host.backend())
            #expect(outcomes.made == .zero)
            #expect(outcomes.outcomes.map { $0.refused == .amountTooLarge } == members.indices.map { $0 == refused })
        }
        for member in members { #expect(try await host.available(member) == 0) }
        #expect(try await host.published(PointsMoved.self).isEmpty)
        let awards = try members.enumerated().map { try item(5, to: $1, UInt128($0 + 1001)) }
        #expect(try await host.call(AwardMany(awards: awards, linked: true), as: host.backend()).made.wire == 6)
        try await host.expectSound()
    }
}

/// Calls that name the same members in opposite orders, beside single awards, do not wait for each other in a circle.
@Test(arguments: TestEngine.allCases)
func manyAtOnceFromMany(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let members = (0..<12).map { host.member("member \($0)") }
        let results = await race(24) { number in
            let order = number.isMultiple(of: 2) ? members : members.reversed()
            if number.isMultiple(of: 3) { return _ = try await host.give(1, to: members[number % 12]) }
            let awards = try order.map { try item(1, to: $0) }
            _ = try await host.call(AwardMany(awards: awards), as: host.backend())
        }
        for result in results { try result.get() }
        let report = try await host.call(AuditLedger(), as: host.staff())
        #expect(report.isSound)
        #expect(report.outstanding.wire == 16 * 12 + 8)
    }
}

@Test(arguments: TestEngine.allCases)
func awardManyRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        await #expect(throws: AwardMany.Refusal.nothingToDo) {
            try await host.call(AwardMany(awards: []), as: host.backend())
        }
        let many = try Array(repeating: item(1, to: ines), count: 1001)
        await #expect(throws: AwardMany.Refusal.tooManyAtOnce) {
            try await host.call(AwardMany(awards: many), as: host.backend())
        }
        let twice = [try item(1, to: ines, 1), try item(1, to: ines, 1)]
        await #expect(throws: AwardMany.Refusal.transferTwice) {
            try await host.call(AwardMany(awards: twice), as: host.backend())
        }
        await #expect(throws: Fault.self) { try await host.call(AwardMany(awards: [try item(1, to: ines)]), as: ines) }
    }
}
