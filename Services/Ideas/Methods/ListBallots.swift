public import Hosting
public import IdeasAPI
public import Models
import TypedSQL

extension ListBallots: Handled {
    public func respond(to visitor: Visitor, in context: Context<IdeasService>) async throws -> Page<PublishedBallot> {
        let limit = limit ?? .standard
        return try await context.read { tx in
            guard let found = try tx.campaign(campaign) else { throw Refusal.campaignUnknown }
            guard found.allows(.seeResult, at: context.now) else { throw Refusal.notDecided }
            let pseudonyms = try tx.all(BallotTable.page(campaign, after: after, limit: limit))
            let ballots = try tx.ballots(pseudonyms, of: campaign)
            return Page(surplus: ballots, limit: limit, key: \.pseudonym.wire)
        }
    }
}
