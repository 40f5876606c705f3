public import Hosting
import IdeasAPI
import IdentityAPI
import Models
import RewardsAPI

// What the weekly report remembers of the other services' events: counts by day, who did something in which week, and
// the few facts that it names one by one.

extension FeedbackService {
    public static let following: [Following<FeedbackService>] = [
        Following(IdentityInterface.self, identityReactions),
        Following(IdeasInterface.self, ideasReactions),
        Following(RewardsInterface.self, rewardsReactions),
    ]

    private static let identityReactions: [Reaction<FeedbackService>] = [
        Reaction { (event: PersonInvited, occasion, work, _) in
            try work.count(.invited, occasion, by: event.inviter.member)
        },
        Reaction { (event: MemberRegistered, occasion, work, _) in
            try work.count(.registered, occasion)
            try work.run(ReportMemberTable.note(event.member, registeredAt: occasion.at))
        },
        Reaction { (event: EmailConfirmed, occasion, work, _) in
            try work.count(.confirmed, occasion)
            try work.run(ReportMemberTable.note(event.member, confirmedAt: occasion.at))
        },
        Reaction { (event: ProfileCompleted, occasion, work, _) in
            try work.count(.profileCompleted, occasion)
            try work.run(ReportMemberTable.note(event.member, completedAt: occasion.at))
        },
        Reaction { (event: MemberSignedIn, occasion, work, _) in
            try work.count(.signedIn, occasion, by: event.member)
        },
        Reaction { (event: OnboardingStepCompleted, occasion, work, _) in
            try work.count(.onboarded, occasion, amount: event.isLast ? 1 : 0, by: event.member)
        },
    ]

    private static let ideasReactions: [Reaction<FeedbackService>] = [
        Reaction { (_: CampaignOpened, occasion, work, _) in try work.count(.campaignOpened, occasion) },
        Reaction { (_: CampaignDecided, occasion, work, _) in try work.count(.campaignDecided, occasion) },
        Reaction { (event: IdeaSubmitted, occasion, work, _) in
            try work.count(.ideaSubmitted, occasion, by: event.author)
        },
        Reaction { (event: CommentPosted, occasion, work, _) in
            try work.count(.commentPosted, occasion, by: event.author)
        },
        Reaction { (event: BallotCast, occasion, work, _) in
            try work.count(event.isFirst ? .ballotCast : .ballotChanged, occasion, by: event.voter)
        },
        Reaction { (event: IdeaScored, occasion, work, _) in
            try work.count(.ideaScored, occasion, by: event.expert)
        },
        Reaction { (event: IdeaSelected, occasion, work, _) in
            try work.count(.ideaSelected, occasion)
            try work.run(ReportSelectionTable.insert(occasion.id, event, at: occasion.at))
        },
        Reaction { (event: IdeaAnswered, occasion, work, _) in
            try work.count(.answered(event.status), occasion)
            try work.run(ReportAnswerTable.insert(occasion.id, event.idea, event.status, at: occasion.at))
        },
    ]

    private static let rewardsReactions: [Reaction<FeedbackService>] = [
        Reaction { (_: RewardOffered, occasion, work, _) in try work.count(.rewardOffered, occasion) },
        Reaction { (event: PointsMoved, occasion, work, _) in
            guard event.kind == .award, event.asset == .points else { return }
            try work.count(.pointsAwarded, occasion, amount: event.amount.wire)
        },
        Reaction { (event: RewardRedeemed, occasion, work, _) in
            try work.count(.redeemed, occasion, by: event.member)
            try work.count(.pointsRedeemed, occasion, amount: event.paid.wire)
        },
        Reaction { (_: RewardFulfilled, occasion, work, _) in try work.count(.fulfilled, occasion) },
    ]
}

extension Work {
    /// - Parameter member: who was active by it, where it was somebody's own doing.
    fileprivate func count(
        _ metric: Metric,
        _ occasion: Occasion,
        amount: Int64 = 1,
        by member: Member.ID? = nil
    ) throws {
        try run(ReportCountTable.add(amount, to: metric, on: occasion.at.day))
        if let member { try run(ReportActivityTable.note(member, on: occasion.at.day)) }
    }
}
