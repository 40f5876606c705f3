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

extension Earning {
    /// What somebody of the community did by it. To be answered is nothing that one did, and the inviter of somebody who
    /// registers did that earlier, when inviting.
    var contribution: Contribution? {
        if event == .ideaAnswered { return nil }
        let doers: [Payee] = event == .personInvited ? [.inviter] : [.member, .author, .voter, .expert]
        return doers.lazy.compactMap { self[$0] }.first.map { member in
            Contribution(event: event, member: member, source: source.event, at: source.at, campaign: campaign)
        }
    }
}
