public import Contract
public import Models

// What feedback tells the others. What was said stays here.

/// A member told the company something.
public struct FeedbackReceived: Event {
    public var submission: Submission.ID
    public var member: Member.ID
    public var channel: Channel
    /// By when an answer is promised.
    public var dueAt: Instant
    public static let name = "feedback.feedbackReceived"
    public static let summary = "A member told the company something."

    public init(submission: Submission.ID, member: Member.ID, channel: Channel, dueAt: Instant) {
        self.submission = submission
        self.member = member
        self.channel = channel
        self.dueAt = dueAt
    }
}

/// The company answered for the first time.
public struct FeedbackAnswered: Event {
    public var submission: Submission.ID
    public var member: Member.ID
    /// From receipt to the first answer.
    public var after: Seconds
    public var isInTime: Bool
    public static let name = "feedback.feedbackAnswered"
    public static let summary = "What a member said was answered for the first time."

    public init(submission: Submission.ID, member: Member.ID, after: Seconds, isInTime: Bool) {
        self.submission = submission
        self.member = member
        self.after = after
        self.isInTime = isInTime
    }
}

/// A questionnaire was opened.
public struct SurveyOpened: Event {
    public var survey: Survey.ID
    public static let name = "feedback.surveyOpened"
    public static let summary = "A questionnaire was opened."

    public init(survey: Survey.ID) { self.survey = survey }
}

/// A member answered a questionnaire. What was answered is not told.
public struct SurveyAnswered: Event {
    public var survey: Survey.ID
    public var member: Member.ID
    public static let name = "feedback.surveyAnswered"
    public static let summary = "A member answered a questionnaire."

    public init(survey: Survey.ID, member: Member.ID) {
        self.survey = survey
        self.member = member
    }
}
