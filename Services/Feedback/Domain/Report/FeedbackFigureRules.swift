import FeedbackAPI
import Models

extension FigureRule {
    static let feedback: [FigureRule] = [
        FigureRule(
            .received,
            "Feedback received",
            .submissions,
            .count,
            """
            Submissions that members made or that staff recorded for them.
            """,
            source: "submission.received_at"
        ) { $0.received.reduce(0, +) },
        FigureRule(
            .firstAnswers,
            "First answers given",
            .answers,
            .none,
            """
            Submissions that were answered for the first time, whenever they were received.
            """,
            source: "submission.answered_at"
        ) { $0.firstAnswers },
        FigureRule(
            .answeredInTime,
            "Answered in time",
            .submissions,
            .share,
            """
            Of the submissions whose answer was due in the week, those answered by then. A late answer stays a miss.
            """,
            source: "submission.due_at, submission.answered_at",
            of: { Int64($0.due.count) }
        ) { $0.answeredInTime },
        FigureRule(
            .open,
            "Still open",
            .submissions,
            .none,
            """
            Submissions without an answer at the end of the week, late or not.
            """,
            source: "submission.answered_at"
        ) { $0.open },
        FigureRule(
            .overdue,
            "Overdue",
            .submissions,
            .none,
            """
            Submissions without an answer at the end of the week whose promise had passed.
            """,
            source: "submission.due_at, submission.answered_at"
        ) { $0.overdue },
        FigureRule(
            .surveyAnswers,
            "Survey answers",
            .answers,
            .count,
            """
            Times that a member answered a survey.
            """,
            source: "survey_participation.answered_at"
        ) { $0.surveyAnswers },
    ]
}
