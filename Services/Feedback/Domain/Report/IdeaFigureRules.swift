import FeedbackAPI
import Models

extension FigureRule {
    static let ideas: [FigureRule] =
        [
            FigureRule(.ideasSubmitted, "Ideas submitted", .ideas, .ideaSubmitted, "Ideas submitted to a campaign."),
            FigureRule(.comments, "Comments", .comments, .commentPosted, "Comments that members made on ideas."),
            FigureRule(
                .ballots,
                "Ballots",
                .ballots,
                .ballotCast,
                "First ballots of members in a vote; changes of a ballot are not counted."
            ),
            FigureRule(
                .campaignsOpened,
                "Campaigns opened",
                .campaigns,
                .campaignOpened,
                "Campaigns that opened, with a sealed protocol.",
                judgement: .none
            ),
            FigureRule(
                .campaignsDecided,
                "Campaigns decided",
                .campaigns,
                .campaignDecided,
                "Campaigns whose result was published.",
                judgement: .none
            ),
            FigureRule(
                .ideasSelected,
                "Ideas selected",
                .ideas,
                .ideaSelected,
                "Winners of the campaigns that were decided.",
                judgement: .none
            ),
            FigureRule(
                .ideasAnswered,
                "Answers to ideas",
                .answers,
                .none,
                """
                Official answers of the company to ideas; an idea that was answered twice counts twice.
                """,
                source: "report_count: ideas.ideaAnswered.*"
            ) { $0.sum(Metric.answers) },
        ] + answers

    private static let answers: [FigureRule] = [
        answer(.ideasAcknowledged, "acknowledged", .answeredAcknowledged),
        answer(.ideasUnderReview, "under review", .answeredUnderReview),
        answer(.ideasPlanned, "planned", .answeredPlanned),
        answer(.ideasInProgress, "in progress", .answeredInProgress),
        answer(.ideasShipped, "shipped", .answeredShipped),
        answer(.ideasDeclined, "declined", .answeredDeclined),
    ]

    private static func answer(_ name: FigureName, _ word: String, _ metric: Metric) -> FigureRule {
        FigureRule(
            name,
            "Answered: \(word)",
            .answers,
            metric,
            "Answers that put an idea into the state \u{201C}\(word)\u{201D}.",
            judgement: .none
        )
    }
}
