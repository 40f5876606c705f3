import RPC
import Support
import Testing

@testable import Wellspring

/// SIGKILL to rewards and to PostgreSQL, in turns and under load: what was acknowledged is kept, nothing takes effect
/// twice, and nobody is told of a want of points. Rewards serves as a role that owns nothing.
@Suite(.serialized) struct DatabaseKillTests {
    static let kills = 20

    @Test func killsOfServiceAndServerLoseNothing() async throws {
        var soak = Soak("SIGKILL of rewards and of PostgreSQL, kills", full: 200 / Self.kills, usually: 1)
        while soak.goesOn() {
            try await OwnServer.use(rewardsAs: "rewards_service") { server, community in
                let calling = try Calling(community.directory)
                let load = SpendLoad(calling, rounds: 60)
                async let killing: Void = Self.kill(server, community, beside: load)
                try await load.run()
                try await killing
                soak.count(Self.kills, failures: try await load.check())
                await calling.close()
            }
        }
        soak.tell()
    }

    /// Spread over the load, and each at no particular moment of the calls that are under way.
    private static func kill(_ server: ThrowawayPostgres, _ community: Community, beside load: SpendLoad) async throws {
        for number in 1...kills {
            await eventually(within: .seconds(120)) { load.acknowledged >= load.total * number / (kills + 1) }
            if number.isMultiple(of: 2) {
                try await community.killAndRestart(.rewards)
            } else {
                try await TestServer.blocking {
                    try server.kill()
                    try server.start()
                }
            }
        }
    }
}
