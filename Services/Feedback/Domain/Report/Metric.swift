import IdeasAPI

/// What is counted by day from the events of the other services. The raw value is what stands in the table.
enum Metric: String, CaseIterable, Sendable {
    case invited = "identity.personInvited"
    case registered = "identity.memberRegistered"
    case confirmed = "identity.emailConfirmed"
    case signedIn = "identity.memberSignedIn"
    case profileCompleted = "identity.profileCompleted"
    case onboarded = "identity.onboardingCompleted"
    case campaignOpened = "ideas.campaignOpened"
    case ideaSubmitted = "ideas.ideaSubmitted"
    case commentPosted = "ideas.commentPosted"
    case ballotCast = "ideas.ballotCast"
    case ballotChanged = "ideas.ballotChanged"
    case ideaScored = "ideas.ideaScored"
    case ideaSelected = "ideas.ideaSelected"
    case campaignDecided = "ideas.campaignDecided"
    case answeredOpen = "ideas.ideaAnswered.open"
    case answeredAcknowledged = "ideas.ideaAnswered.acknowledged"
    case answeredUnderReview = "ideas.ideaAnswered.underReview"
    case answeredPlanned = "ideas.ideaAnswered.planned"
    case answeredInProgress = "ideas.ideaAnswered.inProgress"
    case answeredShipped = "ideas.ideaAnswered.shipped"
    case answeredDeclined = "ideas.ideaAnswered.declined"
    case rewardOffered = "rewards.rewardOffered"
    case pointsAwarded = "rewards.pointsAwarded.amount"
    case pointsRedeemed = "rewards.rewardRedeemed.paid"
    case redeemed = "rewards.rewardRedeemed"
    case fulfilled = "rewards.rewardFulfilled"

    static func answered(_ status: IdeaStatus) -> Metric {
        switch status {
        case .open: .answeredOpen
        case .acknowledged: .answeredAcknowledged
        case .underReview: .answeredUnderReview
        case .planned: .answeredPlanned
        case .inProgress: .answeredInProgress
        case .shipped: .answeredShipped
        case .declined: .answeredDeclined
        }
    }

    static let answers: [Metric] = IdeaStatus.allCases.map(answered)
}
