public import Hosting
public import IdeasAPI
public import Models
import TypedSQL

extension SearchIdeas: Handled {
    public func respond(to reader: Reader, in context: Context<IdeasService>) async throws -> Page<IdeaSummary> {
        let limit = limit ?? .standard
        let terms = SearchTerms.of(query: term.wire)
        return try await context.read { tx in
            if let campaign, try tx.first(CampaignTable.find(campaign)) == nil { throw Refusal.campaignUnknown }
            guard !terms.isEmpty else { throw Refusal.nothingToSearch }
            let query = IdeaTable.page(campaign: campaign, status: nil, terms: terms, after: after, limit: limit)
            return Page(surplus: try tx.summaries(try tx.all(query), at: context.now), limit: limit, key: \.idea.wire)
        }
    }
}
