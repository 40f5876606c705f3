import Contract
import FeedbackAPI
import Hosting
import IdeasAPI
import IdentityAPI
import Models
import RewardsAPI
import TypedSQL

// Which events of the other services earn, and who takes part in each. One line an event; the rules decide the rest.

extension RewardsService {
    /// Besides what earns.
    static let identityReactions: [Reaction<RewardsService>] = [
        Reaction { (event: ProfileCompleted, _, work, _) in
            try work.run(CustomerTypeTable.put(event.member, event.customerType))
        },
        Reaction { (event: RoleGranted, _, work, _) in
            if Role.staff.contains(event.role) { try work.run(StaffTable.add(event.member)) }
        },
    ]

    /// Besides what earns.
    static let ideasReactions: [Reaction<RewardsService>] = [
        Reaction { (event: IdeaSelected, occasion, work, _) in try Thanks(work).call(for: event, occasion) }
    ]

    static let identityEarnings: [EarningReading] = [
        EarningReading { (event: MemberRegistered, source) in
            let people = [Payee.member: event.member, .inviter: event.inviter?.member]
            return Earning(.memberRegistered, people, source: source).with(words: ["source": event.source.rawValue])
        },
        EarningReading { (event: EmailConfirmed, source) in
            Earning(.emailConfirmed, [.member: event.member], source: source)
        },
        EarningReading { (event: PersonInvited, source) in
            Earning(.personInvited, [.inviter: event.inviter.member], source: source)
        },
        EarningReading { (event: MemberSignedIn, source) in
            Earning(.memberSignedIn, [.member: event.member], source: source)
        },
        EarningReading { (event: ProfileCompleted, source) in
            let people = [Payee.member: event.member, .inviter: event.inviter?.member]
            let words = ["customerType": event.customerType.rawValue]
            return Earning(.profileCompleted, people, source: source).with(words: words)
        },
        EarningReading { (event: OnboardingStepCompleted, source) in
            let earning = Earning(.onboardingStepCompleted, [.member: event.member], source: source)
            return earning.with(numbers: ["isLast": event.isLast ? 1 : 0], words: ["step": event.step.rawValue])
        },
    ]

    static let ideasEarnings: [EarningReading] = [
        EarningReading { (event: IdeaSubmitted, source) in
            Earning(.ideaSubmitted, [.author: event.author], source: source, campaign: event.campaign)
                .with(words: ["idea": event.idea.wire])
        },
        EarningReading { (event: CommentPosted, source) in
            Earning(.commentPosted, [.author: event.author], source: source, campaign: event.campaign)
                .with(words: ["idea": event.idea.wire])
        },
        EarningReading { (event: BallotCast, source) in
            guard event.isFirst else { return nil }
            return Earning(.ballotCast, [.voter: event.voter], source: source, campaign: event.campaign)
        },
        EarningReading { (event: IdeaScored, source) in
            Earning(.ideaScored, [.expert: event.expert], source: source, campaign: event.campaign)
                .with(words: ["idea": event.idea.wire])
        },
        EarningReading { (event: IdeaSelected, source) in
            Earning(.ideaSelected, [.author: event.author], source: source, campaign: event.campaign)
                .with(numbers: ["rank": event.rank.wire], words: ["idea": event.idea.wire])
        },
        EarningReading { (event: IdeaAnswered, source) in
            Earning(.ideaAnswered, [.author: event.author], source: source, campaign: event.campaign)
                .with(words: ["idea": event.idea.wire, "status": event.status.rawValue])
        },
    ]

    static let feedbackEarnings: [EarningReading] = [
        EarningReading { (event: FeedbackReceived, source) in
            Earning(.feedbackReceived, [.member: event.member], source: source)
                .with(words: ["channel": event.channel.rawValue])
        },
        EarningReading { (event: SurveyAnswered, source) in
            Earning(.surveyAnswered, [.member: event.member], source: source)
                .with(words: ["survey": event.survey.wire])
        },
    ]
}
