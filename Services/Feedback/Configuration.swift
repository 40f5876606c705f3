public import Hosting
import Models

/// What an operator can decide about feedback.
public struct FeedbackSettings: ServiceSettings {
    let promises: Promises
    /// Counts below it are hidden from callers who may not see exact figures.
    let smallestCell: Int64

    public init(from reader: inout SettingsReader) throws {
        let span = Seconds.minutes(1)...Seconds.days(90)
        promises = Promises(
            complaint: try reader.seconds(
                "feedback.answer.complaint",
                default: .hours(24),
                in: span,
                "How soon a complaint is answered."
            ),
            question: try reader.seconds(
                "feedback.answer.question",
                default: .hours(48),
                in: span,
                "How soon a question is answered."
            ),
            other: try reader.seconds(
                "feedback.answer.other",
                default: .hours(120),
                in: span,
                "How soon opinions, suggestions and defects are answered."
            )
        )
        smallestCell = Int64(
            try reader.integer(
                "feedback.smallest.cell",
                default: 5,
                in: 2...100,
                unit: "respondents",
                "Counts of a survey below it are hidden from those who may not see exact figures."
            )
        )
    }
}
