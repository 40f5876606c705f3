import FeedbackAPI
import Hosting
import IdeasAPI
import IdentityAPI
import Models
import RewardsAPI
import TypedSQL

// Which events of the other services earn, and who takes part in each. One line an event; the rules decide the rest.

extension Earning {
    fileprivate init(
        _ event: EarningEvent,
        _ occasion: Occasion,
        _ people: [Payee: Member.ID?],
        in campaign: Campaign.ID? = nil
    ) {
        self.init(event, people, source: Movement.Source(event: occasion.id, at: occasion.at), campaign: campaign)
    }
}

extension Work<RewardsService> {
    fileprivate func follow(_ earning: Earning, _ occasion: Occasion) throws {
        try Awards(self).follow(earning, at: occasion.position)
    }
}

extension RewardsService {
    static let identityReactions: [Reaction<RewardsService>] = [
        Reaction { (event: MemberRegistered, occasion, work, _) in
            let people = [Payee.member: event.member, .inviter: event.inviter?.member]
            let earning = Earning(.memberRegistered, occasion, people).with(words: ["source": event.source.rawValue])
            try work.follow(earning, occasion)
        },
        Reaction { (event: EmailConfirmed, occasion, work, _) in
            try work.follow(Earning(.emailConfirmed, occasion, [.member: event.member]), occasion)
        },
        Reaction { (event: PersonInvited, occasion, work, _) in
            try work.follow(Earning(.personInvited, occasion, [.inviter: event.inviter.member]), occasion)
        },
        Reaction { (event: MemberSignedIn, occasion, work, _) in
            try work.follow(Earning(.memberSignedIn, occasion, [.member: event.member]), occasion)
        },
        Reaction { (event: ProfileCompleted, occasion, work, _) in
            try work.run(CustomerTypeTable.put(event.member, event.customerType))
            let people = [Payee.member: event.member, .inviter: event.inviter?.member]
            let words = ["customerType": event.customerType.rawValue]
            try work.follow(Earning(.profileCompleted, occasion, people).with(words: words), occasion)
        },
        Reaction { (event: OnboardingStepCompleted, occasion, work, _) in
            let earning = Earning(.onboardingStepCompleted, occasion, [.member: event.member])
            let data = (numbers: ["isLast": event.isLast ? Int64(1) : 0], words: ["step": event.step.rawValue])
            try work.follow(earning.with(numbers: data.numbers, words: data.words), occasion)
        },
        Reaction { (event: RoleGranted, _, work, _) in
            if Role.staff.contains(event.role) { try work.run(StaffTable.add(event.member)) }
        },
    ]

    static let ideasReactions: [Reaction<RewardsService>] = [
        Reaction { (event: IdeaSubmitted, occasion, work, _) in
            let earning = Earning(.ideaSubmitted, occasion, [.author: event.author], in: event.campaign)
            try work.follow(earning.with(words: ["idea": event.idea.wire]), occasion)
        },
        Reaction { (event: CommentPosted, occasion, work, _) in
            let earning = Earning(.commentPosted, occasion, [.author: event.author], in: event.campaign)
            try work.follow(earning.with(words: ["idea": event.idea.wire]), occasion)
        },
        Reaction { (event: BallotCast, occasion, work, _) in
            guard event.isFirst else { return }
            try work.follow(Earning(.ballotCast, occasion, [.voter: event.voter], in: event.campaign), occasion)
        },
        Reaction { (event: IdeaScored, occasion, work, _) in
            let earning = Earning(.ideaScored, occasion, [.expert: event.expert], in: event.campaign)
            try work.follow(earning.with(words: ["idea": event.idea.wire]), occasion)
        },
        Reaction { (event: IdeaSelected, occasion, work, _) in
            try Thanks(work).call(for: event, occasion)
            let earning = Earning(.ideaSelected, occasion, [.author: event.author], in: event.campaign)
            let data = (numbers: ["rank": event.rank.wire], words: ["idea": event.idea.wire])
            try work.follow(earning.with(numbers: data.numbers, words: data.words), occasion)
        },
        Reaction { (event: IdeaAnswered, occasion, work, _) in
            let earning = Earning(.ideaAnswered, occasion, [.author: event.author], in: event.campaign)
            let words = ["idea": event.idea.wire, "status": event.status.rawValue]
            try work.follow(earning.with(words: words), occasion)
        },
    ]

    static let feedbackReactions: [Reaction<RewardsService>] = [
        Reaction { (event: FeedbackReceived, occasion, work, _) in
            let earning = Earning(.feedbackReceived, occasion, [.member: event.member])
            try work.follow(earning.with(words: ["channel": event.channel.rawValue]), occasion)
        },
        Reaction { (event: SurveyAnswered, occasion, work, _) in
            let earning = Earning(.surveyAnswered, occasion, [.member: event.member])
            try work.follow(earning.with(words: ["survey": event.survey.wire]), occasion)
        },
    ]
}
