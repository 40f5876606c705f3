import FeedbackAPI
import Hosting
import IdeasAPI
import IdentityAPI
import Models
import RewardsAPI
import TypedSQL

// Which events of the other services earn, and who takes part in each. One line an event; the rules decide the rest.

extension RewardsService {
    static let identityReactions: [Reaction<RewardsService>] = [
        Reaction { (event: MemberRegistered, occasion, work, _) in
            let people = [Payee.member: event.member, .inviter: event.inviter?.member]
            try Awards(work).follow(.memberRegistered, occasion, people)
        },
        Reaction { (event: EmailConfirmed, occasion, work, _) in
            try Awards(work).follow(.emailConfirmed, occasion, [.member: event.member])
        },
        Reaction { (event: PersonInvited, occasion, work, _) in
            try Awards(work).follow(.personInvited, occasion, [.inviter: event.inviter.member])
        },
        Reaction { (event: MemberSignedIn, occasion, work, _) in
            try Awards(work).follow(.memberSignedIn, occasion, [.member: event.member])
        },
        Reaction { (event: ProfileCompleted, occasion, work, _) in
            try work.run(CustomerTypeTable.put(event.member, event.customerType))
            let people = [Payee.member: event.member, .inviter: event.inviter?.member]
            try Awards(work).follow(.profileCompleted, occasion, people)
        },
        Reaction { (event: OnboardingStepCompleted, occasion, work, _) in
            try Awards(work).follow(.onboardingStepCompleted, occasion, [.member: event.member])
        },
        Reaction { (event: RoleGranted, _, work, _) in
            if Role.staff.contains(event.role) { try work.run(StaffTable.add(event.member)) }
        },
    ]

    static let ideasReactions: [Reaction<RewardsService>] = [
        Reaction { (event: IdeaSubmitted, occasion, work, _) in
            try Awards(work).follow(.ideaSubmitted, occasion, [.author: event.author])
        },
        Reaction { (event: CommentPosted, occasion, work, _) in
            try Awards(work).follow(.commentPosted, occasion, [.author: event.author])
        },
        Reaction { (event: BallotCast, occasion, work, _) in
            if event.isFirst { try Awards(work).follow(.ballotCast, occasion, [.voter: event.voter]) }
        },
        Reaction { (event: IdeaScored, occasion, work, _) in
            try Awards(work).follow(.ideaScored, occasion, [.expert: event.expert])
        },
        Reaction { (event: IdeaSelected, occasion, work, _) in
            try Thanks(work).call(for: event, occasion)
            try Awards(work).follow(.ideaSelected, occasion, [.author: event.author])
        },
    ]

    static let feedbackReactions: [Reaction<RewardsService>] = [
        Reaction { (event: FeedbackReceived, occasion, work, _) in
            try Awards(work).follow(.feedbackReceived, occasion, [.member: event.member])
        },
        Reaction { (event: SurveyAnswered, occasion, work, _) in
            try Awards(work).follow(.surveyAnswered, occasion, [.member: event.member])
        },
    ]
}
