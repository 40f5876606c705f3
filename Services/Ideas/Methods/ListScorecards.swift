public import Hosting
public import IdeasAPI
public import Models
import TypedSQL

extension ListScorecards: Handled {
    public func respond(to visitor: Visitor, in context: Context<IdeasService>) async throws -> Page<PublishedScorecard>
    {
        let limit = limit ?? .standard
        return try await context.read { tx in
            guard let found = try tx.campaign(campaign) else { throw Refusal.campaignUnknown }
            guard found.allows(.seeResult, at: context.now) else { throw Refusal.notDecided }
            let rows = try tx.all(ScorecardTable.page(campaign, after: after, limit: limit))
            let cards = try tx.scorecards(rows)
            return Page(surplus: cards, limit: limit) { "\($0.judge.wire) \($0.idea.wire)" }
        }
    }
}
