import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

// Awards of callers who come at the same moment share a transaction, and none of them notices.

/// Whoever is refused is refused as if alone, and the others are not.
@Test(arguments: TestEngine.allCases)
func neighboursOfRefusedAwardsGetTheirs(engine: TestEngine) async throws {
    let settings = ["WELLSPRING_REWARDS_LARGEST_AWARD": "50"]
    try await Harness<RewardsService>.run(on: engine, settings: settings) { host in
        let (stopped, taken) = (host.member("Omar"), Transfer.ID(at: .example, entropy: 4))
        try await host.give(1, to: stopped)
        try await host.give(2, to: host.member("Ines"), transfer: taken)
        try await host.tamper("UPDATE account SET stopped_at = 1 WHERE owner = \(stopped.member)")
        let results = await race(80) { number in
            switch number % 4 {
            case 0: try await host.give(5, to: stopped)
            case 1: try await host.give(3, to: host.member("Ines"), transfer: taken)
            case 2: try await host.give(51, to: host.member("member \(number)"))
            default: try await host.give(7, to: host.member("member \(number)"))
            }
        }
        let refusals = results.compactMap { result in
            if case .failure(let error) = result { error as? AwardPoints.Refusal } else { nil }
        }
        // Backends need nobody's approval.
        for refusal in AwardPoints.Refusal.allCases where refusal != .approvalNeeded {
            #expect(refusals.count { $0 == refusal } == 20)
        }
        let balances = results.compactMap { try? $0.get().balance.wire }
        #expect(balances.count { $0 == 7 } == 20)
        try await host.tamper("UPDATE account SET stopped_at = NULL")
        try await host.expectSound()
    }
}

/// Each is told what the account came to by its own award, pending ones and debtors among them.
@Test(arguments: TestEngine.allCases)
func awardsToOneMemberHaveTheirOwnBalances(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        let spent = try await host.give(10, to: omar)
        try await host.charge(10, from: omar)
        try await host.reverse(spent.transfer)
        let results = await race(90) { number in
            let award = AwardPoints(
                member: number % 3 == 2 ? omar.member : ines.member,
                amount: try points(1),
                reason: .example,
                pending: number % 3 == 1 ? Seconds(60) : nil
            )
            return try await host.call(award, as: host.backend())
        }
        let awards = try results.map { try $0.get() }
        let own = awards.filter { $0.member == ines.member && $0.pendingUntil == nil }
        #expect(Set(own.map(\.balance.wire)) == Set(1...30))
        #expect(Set(awards.filter { $0.pendingUntil != nil }.map(\.balance.wire)) == Set(1...30))
        #expect(try await host.available(ines) == 30)
        #expect(try await host.available(omar) == 20)
        #expect(try await host.balance(omar).owed == .zero)
        #expect(try await host.published(PointsMoved.self).count { $0.kind == .award } == 91)
        try await host.expectSound()
    }
}

/// Somebody keeps an account locked: only its awards wait. SQLite has one writer, so nobody can hold a row there.
@Test func awardsOfOthersDoNotWaitForALockedAccount() async throws {
    try await Harness<RewardsService>.run(on: .postgres) { host in
        let members = (0..<24).map { host.member("member \($0)") }
        for member in members { try await host.give(1, to: member) }
        let (held, released) = (AsyncStream<Void>.makeStream(), DispatchGate())
        let locked = AccountID.member(members[0].member, .points)
        async let holder: Void = host.host.database.write(isolation: .readCommitted) { tx in
            try tx.run(AccountTable.lock(locked))
            held.continuation.finish()
            released.wait()
        }
        for await _ in held.stream {}
        async let waiting = host.give(1, to: members[0])
        let results = await race(23) { try await host.give(1, to: members[$0 + 1]) }
        for result in results { #expect(try result.get().balance.wire == 2) }
        released.open()
        try await holder
        #expect(try await waiting.balance.wire == 2)
        try await host.expectSound()
    }
}
