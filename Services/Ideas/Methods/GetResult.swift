public import Hosting
public import IdeasAPI
public import Models
import TypedSQL

extension GetResult: Handled {
    public func respond(to visitor: Visitor, in context: Context<IdeasService>) async throws -> ResultView {
        let limit = limit ?? .standard
        return try await context.read { tx in
            guard let found = try tx.campaign(campaign) else { throw Refusal.campaignUnknown }
            guard let decidedAt = found.decidedAt, let result = found.result else { throw Refusal.notDecided }
            let document = try tx.one(CampaignTable.document(campaign))
            let start = after.flatMap { Int64($0.key) } ?? 0
            let rest = document.standings.filter { $0.rank.wire > start }
            return ResultView(
                campaign: campaign,
                protocol: found.protocol,
                result: result,
                decidedAt: decidedAt,
                closings: found.closings,
                document: document,
                standings: Page(surplus: rest, limit: limit) { String($0.rank.wire) }
            )
        }
    }
}
