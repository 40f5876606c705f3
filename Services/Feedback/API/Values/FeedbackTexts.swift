public import Models

// The kinds of text that only this service has.

public typealias TeamName = Text<TeamNameKind>
public typealias OptionLabel = Text<OptionLabelKind>
public typealias AnswerText = Text<AnswerTextKind>

/// A group of people who answer together.
public enum TeamNameKind: TextKind {
    public static let name = "TeamName"
    public static let note = "A team that answers, one line."
    public static let length = 1...80
    public static let isMultiline = false
    public static let sample = "Refill engineering"
}

/// What stands beside a box that can be ticked.
public enum OptionLabelKind: TextKind {
    public static let name = "OptionLabel"
    public static let note = "An option of a question, one line."
    public static let length = 1...200
    public static let isMultiline = false
    public static let sample = "1\u{2013}5 times a day"
}

/// What a member writes into a questionnaire.
public enum AnswerTextKind: TextKind {
    public static let name = "AnswerText"
    public static let note = "A free answer to a question."
    public static let length = 1...4000
    public static let isMultiline = true
    public static let sample = "The refill station was easy to find."
}
