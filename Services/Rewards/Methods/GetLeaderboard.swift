public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GetLeaderboard: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> Leaderboard {
        let limit = limit ?? .standard
        let period = try period()
        let scope = LeaderboardScope(campaign: campaign, group: group)
        let place = try after.map { try Cursors.place($0) }
        return try await context.read { tx in
            let standings = try tx.all(
                TransferTable.standings(in: period, of: scope, after: place, limit: limit)
            )
            let left = try tx.one(TransferTable.leftOut(in: period, of: scope))
            let page = Page(surplus: standings, limit: limit) { Place(earned: $0.earned, member: $0.member).key }
            return Leaderboard(
                items: page.items,
                next: page.next,
                staffLeftOut: left.staff,
                hiddenLeftOut: left.hidden
            )
        }
    }
}
