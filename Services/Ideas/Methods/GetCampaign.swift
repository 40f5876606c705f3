public import Hosting
public import IdeasAPI
public import Models
import TypedSQL

extension GetCampaign: Handled {
    public func respond(to visitor: Visitor, in context: Context<IdeasService>) async throws -> CampaignView {
        try await context.read { tx in
            guard let found = try tx.campaign(campaign) else { throw Refusal.campaignUnknown }
            return CampaignView(
                campaign: found.id,
                stage: found.stage(at: context.now),
                seal: found.seal,
                openedAt: found.openedAt,
                protocol: found.protocol,
                closings: found.closings,
                ideas: try tx.one(IdeaTable.count(campaign)),
                ballots: try tx.one(BallotTable.count(campaign)),
                decidedAt: found.decidedAt,
                result: found.result,
                ownBallot: try ownBallot(of: visitor.bearer?.actor.member, tx)
            )
        }
    }

    private func ownBallot(of member: Member.ID?, _ tx: Transaction) throws -> PublishedBallot? {
        guard let member, let pseudonym = try tx.first(VoterTable.find(member, in: campaign)) else { return nil }
        return try tx.ballots([pseudonym], of: campaign).first
    }
}
