import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func pointsExpireOnTheirDayAndOnce(engine: TestEngine) async throws {
    let settings = ["WELLSPRING_REWARDS_EXPIRY": "10"]
    try await Harness<RewardsService>.run(on: engine, settings: settings) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        host.clock.advance(by: .days(1))
        try await host.give(20, to: ines)
        host.clock.advance(by: Seconds(Seconds.days(9).count - 1))
        try await host.expirePoints()
        #expect(try await host.available(ines) == 30)
        host.clock.advance(by: Seconds(1))
        try await host.expirePoints()
        try await host.expirePoints()
        let statement = try await host.call(GetStatement(), as: ines)
        #expect(statement.lines.map(\.amount.wire) == [-10, 20, 10])
        #expect(statement.closing.wire == 20)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func onlyWhatIsLeftExpires(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        for member in [ines, omar] { try await host.give(10, to: member) }
        let offer = try await host.offer(price: 4)
        try await host.redeem(offer, as: ines)
        try await host.redeem(offer, 2, as: omar)
        host.clock.advance(by: .days(365))
        try await host.expirePoints()
        #expect(try await host.call(GetStatement(), as: ines).lines.first?.amount.wire == -6)
        #expect(try await host.call(GetStatement(), as: omar).lines.first?.amount.wire == -2)
        #expect(try await host.call(GetBalance(), as: ines).earned.wire == 10)
        try await host.expectSound()
    }
}

/// An account that contradicts itself is left alone and reported; nobody else's points stay because of it.
@Test(arguments: TestEngine.allCases)
func aBrokenAccountKeepsNobodyElseWaiting(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let members = ["Ines", "Omar", "Lena"].map { host.member($0) }.sorted { $0.member < $1.member }
        for member in members { try await host.give(10, to: member) }
        try await host.tamper("UPDATE account SET balance = 1 WHERE owner = \(members[0].member)")
        host.clock.advance(by: .days(365))
        await #expect(throws: Ledger.Broken.self) { try await host.expirePoints() }
        for member in members.dropFirst() {
            let lines = try await host.call(GetStatement(), as: member).lines
            #expect(lines.map(\.kind) == [.expiry, .award])
        }
        #expect(try await host.call(GetStatement(), as: members[0]).lines.map(\.kind) == [.award])
    }
}
