import IdeasAPI
import Models

/// What a batch of an import must be.
enum ImportRules {
    /// - Parameters:
    ///   - known: those of the named external ids that the campaign has.
    ///   - limit: how many ideas and ballots one batch may have together.
    static func check(
        _ batch: ImportBallots,
        into campaign: SealedCampaign,
        known: Set<ExternalID>,
        at now: Instant,
        limit: Int,
        tagLimit: Int
    ) throws(ImportBallots.Refusal) {
        let (ideas, ballots) = (batch.ideas ?? [], batch.ballots ?? [])
        guard campaign.protocol.source == .imports else { throw .membersOnly }
        guard ideas.isEmpty || campaign.allows(.importIdeas, at: now) else { throw .notCollecting }
        guard ballots.isEmpty || campaign.allows(.importBallots, at: now) else { throw .notVoting }
        guard ideas.count + ballots.count <= limit else { throw .batchTooLarge }
        guard Set(ideas.map(\.external)).count == ideas.count else { throw .externalTwice }
        for idea in ideas { try check(idea, in: campaign.protocol, tagLimit: tagLimit) }
        guard Set(ballots.map(\.pseudonym)).count == ballots.count else { throw .ballotTwice }
        for ballot in ballots { try check(ballot, in: campaign.protocol.votes) }
        guard ballots.allSatisfy({ known.isSuperset(of: $0.choices) }) else { throw .externalUnknown }
    }

    private static func check(
        _ idea: ImportedIdea,
        in document: CampaignProtocol,
        tagLimit: Int
    ) throws(ImportBallots.Refusal) {
        switch SubmissionRules.flaw(tags: idea.tags, cost: idea.cost, in: document, tagLimit: tagLimit) {
        case .tooManyTags: throw .tooManyTags
        case .costMissing: throw .costMissing
        case .currencyDiffers: throw .currencyDiffers
        case nil: return
        }
    }

    private static func check(_ ballot: ImportedBallot, in mode: VoteMode) throws(ImportBallots.Refusal) {
        let flaw = BallotRules.flaw(
            agree: ballot.agree,
            pass: ballot.pass ?? [],
            disagree: ballot.disagree ?? [],
            in: mode
        )
        switch flaw {
        case .opinionsNotTaken: throw .opinionsNotTaken
        case .ideaTwice: throw .ideaTwice
        case .tooManyChoices: throw .tooManyChoices
        case nil: return
        }
    }
}
