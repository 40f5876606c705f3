import IdeasAPI
import Models

/// What staff may do to a campaign.
enum CampaignRules {
    static func check(_ close: ClosePhase, of campaign: SealedCampaign, at now: Instant) throws(ClosePhase.Refusal) {
        let stage = campaign.stage(at: now)
        guard PhaseTable.allows(.closePhase, in: stage), Timeline.during(close.phase) == stage else {
            throw .phaseNotOpen
        }
        guard campaign.protocol.allowsEarlyClosing else { throw .closesByDateOnly }
    }

    static func check(_ select: SelectIdeas, of campaign: SealedCampaign, at now: Instant) throws(SelectIdeas.Refusal) {
        guard campaign.decidedAt == nil else { throw .alreadyDecided }
        guard campaign.allows(.select, at: now) else { throw .notDeciding }
        guard campaign.isIntact else { throw .sealBroken }
    }
}
