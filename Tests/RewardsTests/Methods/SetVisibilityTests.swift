import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func whoHidesHasNoPlace(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.give(10, to: ines)
        try await host.give(5, to: omar)
        for _ in 0..<2 {
            let hidden = try await host.call(SetVisibility(isVisible: false), as: ines)
            #expect(hidden == Visibility(member: ines.member, isVisible: false))
        }
        let board = try await host.call(GetLeaderboard(), as: ines)
        #expect(board.items.map(\.member) == [omar.member])
        #expect(board.items.map(\.rank.wire) == [1])
        #expect(board.hiddenLeftOut.wire == 1)
        #expect(try await host.call(SetVisibility(isVisible: true), as: ines).isVisible)
        #expect(try await host.call(GetLeaderboard(), as: omar).items.map(\.member) == [ines.member, omar.member])
    }
}
