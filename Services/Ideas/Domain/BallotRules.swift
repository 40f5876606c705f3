import IdeasAPI
import Models

/// What a ballot must be.
enum BallotRules {
    enum Flaw { case opinionsNotTaken, ideaTwice, tooManyChoices }

    /// The flaw of a ballot that names these, by whatever names.
    static func flaw<Name: Hashable>(agree: [Name], pass: [Name], disagree: [Name], in mode: VoteMode) -> Flaw? {
        if mode.kind == .approval, !pass.isEmpty || !disagree.isEmpty { return .opinionsNotTaken }
        let all = agree + pass + disagree
        if Set(all).count < all.count { return .ideaTwice }
        if let limit = mode.limit, all.count > Int(limit.wire) { return .tooManyChoices }
        return nil
    }

    /// - Parameter known: those of the named ideas that the campaign has.
    static func check(
        _ ballot: CastBallot,
        by member: AudienceMember,
        in campaign: SealedCampaign,
        known: Set<Idea.ID>,
        at now: Instant
    ) throws(CastBallot.Refusal) {
        guard campaign.protocol.source == .members else { throw .importsOnly }
        guard campaign.allows(.vote, at: now) else { throw .notVoting }
        guard !member.isStaff else { throw .staffMayNotVote }
        guard member.belongs(to: campaign.protocol.audience) else { throw .notInAudience }
        let (pass, disagree) = (ballot.pass ?? [], ballot.disagree ?? [])
        switch flaw(agree: ballot.ideas, pass: pass, disagree: disagree, in: campaign.protocol.votes) {
        case .opinionsNotTaken: throw .opinionsNotTaken
        case .ideaTwice: throw .ideaTwice
        case .tooManyChoices: throw .tooManyChoices
        case nil: break
        }
        guard known.isSuperset(of: ballot.ideas + pass + disagree) else { throw .ideaUnknown }
    }
}
