public import Models

/// Where a survey is in its life.
public enum SurveyState: String, Codable, CaseIterable, Sendable {
    /// Will open; only staff can see it.
    case scheduled
    case open
    case closed
}

/// A survey in a list.
public struct SurveySummary: Codable, Sendable, Equatable {
    public var survey: Survey.ID
    public var title: Title
    public var state: SurveyState
    public var opensAt: Instant
    public var closesAt: Instant

    public init(survey: Survey.ID, title: Title, state: SurveyState, opensAt: Instant, closesAt: Instant) {
        self.survey = survey
        self.title = title
        self.state = state
        self.opensAt = opensAt
        self.closesAt = closesAt
    }
}

/// A survey with its questions.
public struct SurveyView: Codable, Sendable, Equatable {
    public var survey: Survey.ID
    public var title: Title
    public var state: SurveyState
    public var opensAt: Instant
    public var closesAt: Instant
    /// SHA-256 over title, dates and questions in their canonical form: nothing of it can be changed unnoticed.
    public var seal: Digest
    public var questions: [SurveyQuestion]
    /// Whether the caller has answered it; absent where the caller is no member.
    public var isAnswered: Bool?

    public init(
        survey: Survey.ID,
        title: Title,
        state: SurveyState,
        opensAt: Instant,
        closesAt: Instant,
        seal: Digest,
        questions: [SurveyQuestion],
        isAnswered: Bool? = nil
    ) {
        self.survey = survey
        self.title = title
        self.state = state
        self.opensAt = opensAt
        self.closesAt = closesAt
        self.seal = seal
        self.questions = questions
        self.isAnswered = isAnswered
    }
}

/// That an answer arrived. It does not repeat what was answered.
public struct SurveyReceipt: Codable, Sendable, Equatable {
    public var survey: Survey.ID
    public var answeredAt: Instant

    public init(survey: Survey.ID, answeredAt: Instant) {
        self.survey = survey
        self.answeredAt = answeredAt
    }
}

/// One free answer, without its author.
public struct SurveyText: Codable, Sendable, Equatable {
    public var text: AnswerText

    public init(text: AnswerText) {
        self.text = text
    }
}
