import FeedbackAPI
import Hosting
import IdeasAPI
import IdentityAPI
import Models
import RewardsAPI
import TypedSQL

// Who contributed what by which event. The inviter of somebody who registers did that earlier, when inviting.

extension RewardsService {
    static let identityContributions: [Reaction<RewardsService>] = [
        Reaction { (event: MemberRegistered, occasion, work, _) in
            try work.note(.memberRegistered, of: event.member, occasion)
        },
        Reaction { (event: EmailConfirmed, occasion, work, _) in
            try work.note(.emailConfirmed, of: event.member, occasion)
        },
        Reaction { (event: PersonInvited, occasion, work, _) in
            try work.note(.personInvited, of: event.inviter.member, occasion)
        },
        Reaction { (event: MemberSignedIn, occasion, work, _) in
            try work.note(.memberSignedIn, of: event.member, occasion)
        },
        Reaction { (event: ProfileCompleted, occasion, work, _) in
            try work.note(.profileCompleted, of: event.member, occasion)
        },
        Reaction { (event: OnboardingStepCompleted, occasion, work, _) in
            try work.note(.onboardingStepCompleted, of: event.member, occasion)
        },
    ]

    static let ideasContributions: [Reaction<RewardsService>] = [
        Reaction { (event: IdeaSubmitted, occasion, work, _) in
            try work.note(.ideaSubmitted, of: event.author, occasion, in: event.campaign)
        },
        Reaction { (event: CommentPosted, occasion, work, _) in
            try work.note(.commentPosted, of: event.author, occasion, in: event.campaign)
        },
        Reaction { (event: BallotCast, occasion, work, _) in
            if event.isFirst { try work.note(.ballotCast, of: event.voter, occasion, in: event.campaign) }
        },
        Reaction { (event: IdeaScored, occasion, work, _) in
            try work.note(.ideaScored, of: event.expert, occasion, in: event.campaign)
        },
        Reaction { (event: IdeaSelected, occasion, work, _) in
            try work.note(.ideaSelected, of: event.author, occasion, in: event.campaign)
        },
    ]

    static let feedbackContributions: [Reaction<RewardsService>] = [
        Reaction { (event: FeedbackReceived, occasion, work, _) in
            try work.note(.feedbackReceived, of: event.member, occasion)
        },
        Reaction { (event: SurveyAnswered, occasion, work, _) in
            try work.note(.surveyAnswered, of: event.member, occasion)
        },
    ]
}

extension Work<RewardsService> {
    /// - Parameter member: nil where nobody of the community did it.
    fileprivate func note(
        _ event: EarningEvent,
        of member: Member.ID?,
        _ occasion: Occasion,
        in campaign: Campaign.ID? = nil
    ) throws {
        guard let member else { return }
        let contribution = Contribution(
            event: event,
            member: member,
            source: occasion.id,
            at: occasion.at,
            campaign: campaign
        )
        if try run(ContributionTable.add(contribution)) == 1 { try run(DueTable.mark(member)) }
    }
}
