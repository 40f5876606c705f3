public import Hosting
public import IdeasAPI
public import Models
import TypedSQL

extension ListCampaigns: Handled {
    public func respond(to visitor: Visitor, in context: Context<IdeasService>) async throws -> Page<CampaignSummary> {
        let limit = limit ?? .standard
        return try await context.read { tx in
            let rows = try tx.all(CampaignTable.page(after: after, limit: limit))
            let closings = Dictionary(
                grouping: try tx.all(ClosingTable.of(rows.map(\.campaign.id))),
                by: \.campaign
            )
            let summaries = rows.map { row in
                var campaign = row.campaign
                campaign.closings = (closings[campaign.id] ?? []).map(\.closing)
                return CampaignSummary(
                    campaign: campaign.id,
                    title: campaign.protocol.title,
                    stage: campaign.stage(at: context.now),
                    seal: campaign.seal,
                    openedAt: campaign.openedAt,
                    ideas: row.ideas
                )
            }
            return Page(surplus: summaries, limit: limit, key: \.campaign.wire)
        }
    }
}
