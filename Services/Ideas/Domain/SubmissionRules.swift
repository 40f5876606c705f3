import IdeasAPI
import Models

/// What an idea must be, whoever brings it.
enum SubmissionRules {
    enum Flaw { case tooManyTags, costMissing, currencyDiffers }

    static func flaw(tags: [Tag]?, cost: Money?, in document: CampaignProtocol, tagLimit: Int) -> Flaw? {
        let tags = tags ?? []
        if tags.count > tagLimit || Set(tags).count < tags.count { return .tooManyTags }
        guard let budget = document.budget else { return nil }
        guard let cost else { return .costMissing }
        return cost.currency == budget.currency ? nil : .currencyDiffers
    }

    static func check(
        _ idea: SubmitIdea,
        by member: AudienceMember,
        to campaign: SealedCampaign,
        at now: Instant,
        tagLimit: Int
    ) throws(SubmitIdea.Refusal) {
        guard campaign.protocol.source == .members else { throw .importsOnly }
        guard campaign.allows(.submit, at: now) else { throw .notCollecting }
        guard member.belongs(to: campaign.protocol.audience) else { throw .notInAudience }
        switch flaw(tags: idea.tags, cost: idea.cost, in: campaign.protocol, tagLimit: tagLimit) {
        case .tooManyTags: throw .tooManyTags
        case .costMissing: throw .costMissing
        case .currencyDiffers: throw .currencyDiffers
        case nil: return
        }
    }
}
