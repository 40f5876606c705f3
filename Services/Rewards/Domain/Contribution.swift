import Models
import RewardsAPI

/// One thing that a member did, as another service told it.
struct Contribution: Hashable, Sendable {
    let event: EarningEvent
    let member: Member.ID
    let source: Occurrence.ID
    let at: Instant
    /// The campaign that it was done in, where the event says so.
    let campaign: Campaign.ID?
}
