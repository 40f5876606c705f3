import IdeasAPI
import Models

/// A campaign as it is stored: the sealed protocol, and what has happened to it since.
struct SealedCampaign: Sendable, Hashable {
    var id: Campaign.ID
    var `protocol`: CampaignProtocol
    var seal: Digest
    var openedAt: Instant
    var closings: [PhaseClosing] = []
    var decidedAt: Instant?
    var result: Digest?

    func stage(at now: Instant) -> Stage {
        Timeline(self.protocol.phases, closings: closings, isDecided: decidedAt != nil).stage(at: now)
    }

    func allows(_ act: Act, at now: Instant) -> Bool { PhaseTable.allows(act, in: stage(at: now)) }

    /// Whether the stored protocol is the one that was sealed.
    var isIntact: Bool { (try? Seal.of(self.protocol)) == seal }
}
