public import Contract
public import Models

/// What a survey was answered with, in figures.
public struct ReadFrequencyTable: FeedbackMethod {
    public var survey: Survey.ID

    public init(survey: Survey.ID) {
        self.survey = survey
    }

    public static let name = "feedback.frequencyTable"
    public static let summary = "Tells for each option of a survey count, percentage and 95 % interval."
    public static let details = """
        Percentages are of those who answered the question, so that a multiple choice may exceed 100 % in all. The \
        interval is Wilson's score interval with z = 1.959964. A question that nobody answered has no percentages.

        Managers, administrators and API clients with the scope `feedback:staff` see exact figures at any time. For \
        everybody else the table appears when the survey has closed, because whoever compares it before and after \
        one answer knows that answer; and small cells are hidden: every count below the threshold of the settings \
        (5), in a multiple choice also those that all but fewer than the threshold ticked. With them goes the \
        smallest other cell, until at least two are hidden and together they are no fewer than the threshold, so \
        that no hidden count follows from the total.
        """
    public typealias Caller = Reader
    public typealias Reply = FrequencyTable
    /// In order of precedence: the first that applies is the one returned.
    public enum Refusal: String, Contract.Refusal { case surveyUnknown, surveyStillOpen }
}
