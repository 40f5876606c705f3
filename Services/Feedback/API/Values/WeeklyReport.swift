public import Contract
public import Models

/// How a report is written down.
public enum ReportFormat: String, Codable, CaseIterable, Sendable {
    case json, markdown, html
}

/// A report as a document to be read.
public struct ReportText: WireValue {
    public let wire: String

    public init(wire: String) throws(InvalidValue) {
        guard wire.unicodeScalars.count <= 1_048_576 else {
            throw InvalidValue("must have at most 1048576 characters")
        }
        self.wire = wire
    }

    private init(unchecked: String) { wire = unchecked }

    public static var schema: Schema {
        .text(0...1_048_576, "A whole document: Markdown, or HTML that needs nothing else.")
    }
    public static var example: ReportText { ReportText(unchecked: "# Week 39 of 2026") }
}

/// The report of a week in one format.
public struct WeeklyReport: Codable, Sendable, Equatable {
    public var week: Week
    public var format: ReportFormat
    public var generatedAt: Instant
    /// For `json`.
    public var figures: ReportFigures?
    /// For `markdown` and `html`.
    public var text: ReportText?

    public init(
        week: Week,
        format: ReportFormat,
        generatedAt: Instant,
        figures: ReportFigures? = nil,
        text: ReportText? = nil
    ) {
        self.week = week
        self.format = format
        self.generatedAt = generatedAt
        self.figures = figures
        self.text = text
    }
}

/// All that a report says; the documents say the same in words and pictures.
public struct ReportFigures: Codable, Sendable, Equatable {
    public var week: Week
    public var from: Day
    public var to: Day
    /// The moment at which stocks are counted: the end of the week, or now where that is earlier.
    public var asOf: Instant
    public var generatedAt: Instant
    public var figures: [Figure]
    public var days: [DayFigures]
    /// How much of the promised time the answers took that were due in the week.
    public var punctuality: [PunctualityRow]
    public var promises: [PromiseRow]
    /// The most overdue first, at most 50; how many there are in all is the figure `feedback.overdue`.
    public var overdue: [OverdueItem]
    /// At most 50.
    public var selected: [SelectedItem]
    /// At most 50.
    public var answered: [AnsweredItem]

    public init(
        week: Week,
        from: Day,
        to: Day,
        asOf: Instant,
        generatedAt: Instant,
        figures: [Figure],
        days: [DayFigures],
        punctuality: [PunctualityRow],
        promises: [PromiseRow],
        overdue: [OverdueItem],
        selected: [SelectedItem],
        answered: [AnsweredItem]
    ) {
        self.week = week
        self.from = from
        self.to = to
        self.asOf = asOf
        self.generatedAt = generatedAt
        self.figures = figures
        self.days = days
        self.punctuality = punctuality
        self.promises = promises
        self.overdue = overdue
        self.selected = selected
        self.answered = answered
    }
}
