public import Hosting
public import IdeasAPI
public import Models
import TypedSQL

extension ListIdeas: Handled {
    public func respond(to reader: Reader, in context: Context<IdeasService>) async throws -> Page<IdeaSummary> {
        let limit = limit ?? .standard
        return try await context.read { tx in
            if let campaign, try tx.first(CampaignTable.find(campaign)) == nil { throw Refusal.campaignUnknown }
            let query = IdeaTable.page(campaign: campaign, status: status, terms: [], after: after, limit: limit)
            let page = Page(
                surplus: try tx.summaries(try tx.all(query), at: context.now),
                limit: limit,
                key: \.idea.wire
            )
            return page
        }
    }
}
