public import Models

/// What a survey's questions were answered with (requirements F-23 and F-24).
public struct FrequencyTable: Codable, Sendable, Equatable {
    public var survey: Survey.ID
    public var title: Title
    /// How many members answered the survey.
    public var respondents: FigureCount
    /// Whether nothing is hidden because the caller may see single people.
    public var isExact: Bool
    /// Counts below it are hidden from callers who may not see exact figures.
    public var threshold: FigureCount
    public var questions: [QuestionTable]

    public init(
        survey: Survey.ID,
        title: Title,
        respondents: FigureCount,
        isExact: Bool,
        threshold: FigureCount,
        questions: [QuestionTable]
    ) {
        self.survey = survey
        self.title = title
        self.respondents = respondents
        self.isExact = isExact
        self.threshold = threshold
        self.questions = questions
    }
}

/// The table of one question.
public struct QuestionTable: Codable, Sendable, Equatable {
    public var question: QuestionNumber
    public var wording: Sentence
    public var kind: QuestionKind
    /// How many answered this question: the base of its percentages.
    public var base: FigureCount
    /// One a option, in their order; none for questions answered in words.
    public var rows: [FrequencyRow]
    /// The sum of the column; over 100 for multiple choice. Absent where it would tell a hidden row, and where nobody
    /// answered the question.
    public var total: Percentage?

    public init(
        question: QuestionNumber,
        wording: Sentence,
        kind: QuestionKind,
        base: FigureCount,
        rows: [FrequencyRow],
        total: Percentage? = nil
    ) {
        self.question = question
        self.wording = wording
        self.kind = kind
        self.base = base
        self.rows = rows
        self.total = total
    }
}

/// One option of a question.
public struct FrequencyRow: Codable, Sendable, Equatable {
    public var number: FigureCount
    public var label: OptionLabel
    /// Count, percentage and interval; absent where it is hidden.
    public var share: Proportion?

    public init(number: FigureCount, label: OptionLabel, share: Proportion? = nil) {
        self.number = number
        self.label = label
        self.share = share
    }
}
