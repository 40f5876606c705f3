import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

/// A page of the past stays as it is, whatever comes later: it depends on the account's version alone.
@Test(arguments: TestEngine.allCases)
func aPageOfThePastStaysAsItIs(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        for _ in 0..<6 { try await host.give(10, to: ines) }
        let payment = try await host.charge(5, from: ines)
        let two = try PageLimit(wire: 2)
        let newest = try await host.call(GetStatement(limit: two), as: ines)
        var request = GetStatement(limit: two)
        request.after = newest.next
        let page = try await host.call(request, as: ines)
        #expect(page.lines.count == 2 && page.next != nil)
        try await host.reverse(payment.transfer)
        try await host.give(1, to: ines)
        try await host.hold(3, of: ines)
        host.clock.advance(by: .days(400))
        try await host.expirePoints()
        #expect(try await host.call(request, as: ines) == page)
    }
}
