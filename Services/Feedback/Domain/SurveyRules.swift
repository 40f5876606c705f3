import FeedbackAPI
import Models

/// What a survey has to be before it can be opened. Each rule looks at all questions before the next one begins, so
/// that the refusals keep their order.
enum SurveyRules {
    static func check(
        opensAt: Instant,
        closesAt: Instant,
        at now: Instant
    ) throws(OpenSurvey.Refusal) {
        guard opensAt >= now else { throw .opensInThePast }
        guard closesAt > opensAt else { throw .closesBeforeItOpens }
    }

    /// - Returns: the questions with their numbers, as they stay for good.
    static func questions(_ drafts: [QuestionDraft]) throws(OpenSurvey.Refusal) -> [SurveyQuestion] {
        guard (1...100).contains(drafts.count) else { throw .questionCountInvalid }
        let choices = drafts.filter(\.isChoice)
        guard choices.allSatisfy({ (2...50).contains($0.options?.count ?? 0) }) else { throw .optionCountInvalid }
        guard choices.allSatisfy({ Set($0.options ?? []).count == $0.options?.count }) else { throw .optionRepeated }
        guard drafts.allSatisfy(\.hasValidLimit) else { throw .choiceLimitInvalid }
        guard drafts.allSatisfy(\.hasValidScale) else { throw .scaleInvalid }
        guard drafts.allSatisfy(\.hasOnlyItsFields) else { throw .fieldOfAnotherKind }
        return drafts.enumerated().map { $0.element.numbered($0.offset) }
    }

    static func state(opensAt: Instant, closesAt: Instant, at now: Instant) -> SurveyState {
        if now < opensAt { return .scheduled }
        return now < closesAt ? .open : .closed
    }
}

extension QuestionDraft {
    fileprivate var isChoice: Bool { kind == .singleChoice || kind == .multipleChoice }
    fileprivate var low: Int64 { scaleLow?.wire ?? 1 }
    fileprivate var high: Int64 { scaleHigh?.wire ?? 5 }

    /// A limit of one would be a single choice, whose table is protected in another way.
    fileprivate var hasValidLimit: Bool {
        guard kind == .multipleChoice, let choiceLimit else { return true }
        return (2...Int64(options?.count ?? 0)).contains(choiceLimit.wire)
    }

    fileprivate var hasValidScale: Bool { kind != .scale || low < high }

    fileprivate var hasOnlyItsFields: Bool {
        (isChoice || options == nil) && (kind == .multipleChoice || choiceLimit == nil)
            && (kind == .scale || (scaleLow == nil && scaleHigh == nil))
    }

    fileprivate func numbered(_ index: Int) -> SurveyQuestion {
        SurveyQuestion(
            number: QuestionNumber(index: index),
            wording: wording,
            kind: kind,
            isRequired: isRequired ?? true,
            options: (options ?? []).enumerated().map {
                SurveyOption(number: OptionNumber(index: $0.offset), label: $0.element)
            },
            choiceLimit: kind == .multipleChoice ? choiceLimit ?? OptionNumber(index: (options?.count ?? 1) - 1) : nil,
            scaleLow: kind == .scale ? (scaleLow ?? ScalePoint(at: low)) : nil,
            scaleHigh: kind == .scale ? (scaleHigh ?? ScalePoint(at: high)) : nil
        )
    }
}
