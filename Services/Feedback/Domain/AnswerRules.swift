import FeedbackAPI
import Models

/// What was answered to one question, checked against it.
struct CheckedAnswer: Sendable, Equatable {
    var question: QuestionNumber
    /// Numbers of options, or the point of a scale.
    var marks: [Int64] = []
    var text: AnswerText?
}

/// Whether answers fit their survey. Each rule looks at all answers before the next one begins, so that the refusals
/// keep their order.
enum AnswerRules {
    static func check(
        _ answers: [QuestionAnswer],
        to questions: [SurveyQuestion]
    ) throws(AnswerSurvey.Refusal) -> [CheckedAnswer] {
        let byNumber = Dictionary(questions.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        let pairs = answers.map { AnsweredQuestion(answer: $0, question: byNumber[$0.question]) }
        guard pairs.allSatisfy({ $0.question != nil }) else { throw .questionUnknown }
        guard Set(answers.map(\.question)).count == answers.count else { throw .questionRepeated }
        guard pairs.allSatisfy(\.hasOnlyItsField) else { throw .fieldOfAnotherKind }
        guard pairs.allSatisfy(\.knowsItsOptions) else { throw .optionUnknown }
        guard pairs.allSatisfy({ Set($0.choices).count == $0.choices.count }) else { throw .choiceRepeated }
        guard pairs.allSatisfy(\.keepsItsLimit) else { throw .tooManyChoices }
        guard pairs.allSatisfy(\.isOnItsScale) else { throw .pointOutsideScale }
        let checked = pairs.filter(\.isAnswered).map(\.checked)
        let answered = Set(checked.map(\.question))
        guard questions.allSatisfy({ !$0.isRequired || answered.contains($0.number) }) else { throw .answerMissing }
        return checked
    }
}

/// An answer beside the question that it names, where there is one.
private struct AnsweredQuestion {
    var answer: QuestionAnswer
    var question: SurveyQuestion?

    var choices: [OptionNumber] { answer.choices ?? [] }

    var hasOnlyItsField: Bool {
        let fields = (answer.choices != nil, answer.text != nil, answer.point != nil)
        switch question?.kind {
        case .singleChoice, .multipleChoice: return fields == (true, false, false)
        case .text: return fields == (false, true, false)
        case .scale: return fields == (false, false, true)
        case nil: return false
        }
    }

    var knowsItsOptions: Bool { choices.allSatisfy { $0.wire <= Int64(question?.options.count ?? 0) } }

    var keepsItsLimit: Bool {
        choices.count <= (question?.kind == .singleChoice ? 1 : question?.choiceLimit?.wire ?? 0)
    }

    var isOnItsScale: Bool {
        guard let point = answer.point, let low = question?.scaleLow, let high = question?.scaleHigh else {
            return true
        }
        return (low...high).contains(point)
    }

    /// A choice without a tick is no answer.
    var isAnswered: Bool { !choices.isEmpty || answer.text != nil || answer.point != nil }

    var checked: CheckedAnswer {
        CheckedAnswer(
            question: answer.question,
            marks: answer.point.map { [$0.wire] } ?? choices.map(\.wire).sorted(),
            text: answer.text
        )
    }
}
