public import Models

/// How a question is answered (requirement F-22).
public enum QuestionKind: String, Codable, CaseIterable, Sendable {
    /// One of the options.
    case singleChoice
    /// Any number of the options, up to `choiceLimit`.
    case multipleChoice
    /// In words.
    case text
    /// One point between the ends of the scale.
    case scale
}

/// A question as it is put to the survey. Its place in the list becomes its number.
public struct QuestionDraft: Codable, Sendable, Equatable {
    public var wording: Sentence
    public var kind: QuestionKind
    /// Required if not given.
    public var isRequired: Bool?
    /// For choices: 2 to 50, each once; their places become their numbers.
    public var options: [OptionLabel]?
    /// For multiple choice: how many may be ticked at most; all if not given.
    public var choiceLimit: OptionNumber?
    /// For scales: the lowest point; 1 if not given.
    public var scaleLow: ScalePoint?
    /// For scales: the highest point; 5 if not given.
    public var scaleHigh: ScalePoint?

    public init(
        wording: Sentence,
        kind: QuestionKind,
        isRequired: Bool? = nil,
        options: [OptionLabel]? = nil,
        choiceLimit: OptionNumber? = nil,
        scaleLow: ScalePoint? = nil,
        scaleHigh: ScalePoint? = nil
    ) {
        self.wording = wording
        self.kind = kind
        self.isRequired = isRequired
        self.options = options
        self.choiceLimit = choiceLimit
        self.scaleLow = scaleLow
        self.scaleHigh = scaleHigh
    }
}

/// A question of an opened survey. It never changes.
public struct SurveyQuestion: Codable, Sendable, Equatable {
    public var number: QuestionNumber
    public var wording: Sentence
    public var kind: QuestionKind
    public var isRequired: Bool
    public var options: [SurveyOption]
    public var choiceLimit: OptionNumber?
    public var scaleLow: ScalePoint?
    public var scaleHigh: ScalePoint?

    public init(
        number: QuestionNumber,
        wording: Sentence,
        kind: QuestionKind,
        isRequired: Bool,
        options: [SurveyOption],
        choiceLimit: OptionNumber? = nil,
        scaleLow: ScalePoint? = nil,
        scaleHigh: ScalePoint? = nil
    ) {
        self.number = number
        self.wording = wording
        self.kind = kind
        self.isRequired = isRequired
        self.options = options
        self.choiceLimit = choiceLimit
        self.scaleLow = scaleLow
        self.scaleHigh = scaleHigh
    }
}

/// One option of a question.
public struct SurveyOption: Codable, Sendable, Equatable {
    public var number: OptionNumber
    public var label: OptionLabel

    public init(number: OptionNumber, label: OptionLabel) {
        self.number = number
        self.label = label
    }
}

/// The answer to one question: exactly the field that the question's kind asks for.
public struct QuestionAnswer: Codable, Sendable, Equatable {
    public var question: QuestionNumber
    public var choices: [OptionNumber]?
    public var text: AnswerText?
    public var point: ScalePoint?

    public init(
        question: QuestionNumber,
        choices: [OptionNumber]? = nil,
        text: AnswerText? = nil,
        point: ScalePoint? = nil
    ) {
        self.question = question
        self.choices = choices
        self.text = text
        self.point = point
    }
}
