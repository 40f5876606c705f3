public import Contract
public import Models

/// The report that goes to the top, to development and to everybody else.
public struct ReadWeeklyReport: FeedbackMethod {
    /// The last week that is over if not given.
    public var week: Week?
    /// `json` if not given.
    public var format: ReportFormat?

    public init(week: Week? = nil, format: ReportFormat? = nil) {
        self.week = week
        self.format = format
    }

    public static let name = "feedback.weeklyReport"
    public static let summary = "Tells what happened in a week: headline, what needs attention, details, definitions."
    public static let details = """
        Every number is a named figure with its definition and its source. All figures are counted from the events of \
        the other services and from this service's own records by the moment at which things happened, so the same \
        data give the same report to the byte, but for the moment at which it was made. Rates carry their base and a \
        Wilson interval, and neither percentage nor interval where the base is 0, as in a week in which no answer was \
        due; a change against the week before is called clear only where chance does not explain it. A \
        week that is not over has no comparison. What was said, and by whom, is not in it.

        `json` gives `figures`; `markdown` and `html` give `text`, where the HTML needs no other file.
        """
    public typealias Caller = StaffMember
    public typealias Reply = WeeklyReport
    /// In order of precedence: the first that applies is the one returned.
    public enum Refusal: String, Contract.Refusal { case weekNotBegun }
}
