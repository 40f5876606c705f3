import FeedbackAPI
import Models

extension FigureRule {
    static let people: [FigureRule] = [
        FigureRule(
            .active,
            "Active members",
            .people,
            .count,
            """
            Members who signed in, invited somebody, took an onboarding step, submitted or scored an idea, commented, \
            voted, redeemed a reward, submitted feedback or answered a survey, each counted once.
            """,
            source: "report_activity, submission.received_at, survey_participation.answered_at"
        ) { $0.active },
        FigureRule(.visits, "Visits", .visits, .signedIn, "Times that a member signed in."),
        FigureRule(.invited, "Invitations sent", .invitations, .invited, "Invitations sent by members or staff."),
        FigureRule(.registered, "Registered", .people, .registered, "People who asked to join and accepted the norms."),
        FigureRule(
            .confirmed,
            "Newcomers, address confirmed",
            .people,
            .share,
            """
            Of the people who registered in the week, those whose e-mail address was confirmed by its end.
            """,
            source: "report_member.confirmed_at",
            of: { $0.joined.registered }
        ) { $0.joined.confirmed },
        FigureRule(
            .completed,
            "Newcomers, profile complete",
            .people,
            .share,
            """
            Of the people who registered in the week, those whose profile was complete by its end.
            """,
            source: "report_member.completed_at",
            of: { $0.joined.registered }
        ) { $0.joined.completed },
    ]

    static let rewards: [FigureRule] = [
        FigureRule(
            .pointsAwarded,
            "Points awarded",
            .points,
            .none,
            "Points given to members in the week.",
            source: "report_count: \(Metric.pointsAwarded.rawValue)"
        ) { $0.sum(.pointsAwarded) },
        FigureRule(
            .pointsRedeemed,
            "Points redeemed",
            .points,
            .none,
            "Points that members paid for rewards in the week.",
            source: "report_count: \(Metric.pointsRedeemed.rawValue)"
        ) { $0.sum(.pointsRedeemed) },
        FigureRule(
            .pointsNet,
            "Points awarded net of redeemed",
            .points,
            .none,
            """
            Points awarded less points redeemed: by how much the community's claim on rewards grew.
            """,
            source: "points.awarded less points.redeemed"
        ) { $0.sum(.pointsAwarded) - $0.sum(.pointsRedeemed) },
        FigureRule(
            .redemptions,
            "Redemptions",
            .redemptions,
            .redeemed,
            "Times that a member exchanged points for a reward."
        ),
        FigureRule(
            .fulfilled,
            "Rewards handed over",
            .redemptions,
            .fulfilled,
            "Redeemed rewards that reached the member."
        ),
        FigureRule(
            .notFulfilled,
            "Rewards still owed",
            .redemptions,
            .none,
            """
            Redemptions since the beginning less rewards handed over since the beginning, at the end of the week.
            """,
            source: "report_count: \(Metric.redeemed.rawValue), \(Metric.fulfilled.rawValue)"
        ) {
            $0.everRedeemed - $0.everFulfilled
        },
    ]
}
