public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GetLeaderboard: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> Page<LeaderboardPlace> {
        let limit = limit ?? .standard
        let period = try period()
        let place = try after.map { try Cursors.place($0) }
        let standings = try await context.read { tx in
            try tx.all(TransferTable.standings(in: period, after: place, limit: limit))
        }
        return Page(surplus: standings, limit: limit) { Place(earned: $0.earned, member: $0.member).key }
    }
}
