public import Hosting
public import IdeasAPI
public import Models
import TypedSQL

extension CastBallot: Handled {
    public func respond(to member: ActingMember, in context: Context<IdeasService>) async throws -> BallotReceipt {
        let fresh = Pseudonym(random: context.random.bytes(16))
        return try await context.write { work in
            guard let found = try work.transaction.campaign(campaign) else { throw Refusal.campaignUnknown }
            let voter = try work.transaction.audienceMember(member.id, roles: member.roles)
            let known = Set(try work.all(IdeaTable.known(named, in: campaign)))
            try BallotRules.check(self, by: voter, in: found, known: known, at: work.now)
            let isFirst = try work.run(VoterTable.insert(member.id, in: campaign, as: fresh)) == 1
            let pseudonym = try work.one(VoterTable.find(member.id, in: campaign))
            let ballot = PublishedBallot(
                pseudonym: pseudonym,
                agree: ideas,
                pass: pass ?? [],
                disagree: disagree ?? []
            )
            try work.transaction.store([ballot], in: campaign, at: work.now)
            try work.publish(BallotCast(campaign: campaign, voter: member.id, isFirst: isFirst))
            return BallotReceipt(ballot: ballot, castAt: work.now, isFirst: isFirst)
        }
    }

    private var named: [Idea.ID] { ideas + (pass ?? []) + (disagree ?? []) }
}
