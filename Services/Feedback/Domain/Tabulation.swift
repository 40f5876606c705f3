import FeedbackAPI
import Models

/// What was counted of a survey's answers.
struct SurveyCounts: Sendable, Equatable {
    /// How many members answered the survey.
    var respondents: Int64 = 0
    /// How many answered each question.
    var bases: [QuestionNumber: Int64] = [:]
    /// How often each option or point was marked.
    var marks: [QuestionNumber: [Int64: Int64]] = [:]
}

/// Makes the frequency tables of a survey (requirements F-23 and F-24).
struct Tabulation: Sendable {
    var counts: SurveyCounts
    var isExact: Bool
    var threshold: Int64
    /// The survey's secret, from which the order of complementary cells follows.
    var seed: Int64

    func table(of question: SurveyQuestion) throws -> QuestionTable {
        let base = counts.bases[question.number] ?? 0
        let cells = try cells(of: question)
        let numbers = cells.map { counts.marks[question.number]?[$0.number.wire] ?? 0 }
        let hidden = isExact ? [] : hidden(numbers, base: base, in: question)
        let mayTotal = hidden.isEmpty || question.kind != .multipleChoice
        return QuestionTable(
            question: question.number,
            wording: question.wording,
            kind: question.kind,
            base: Tally(base),
            rows: cells.indices.map { index in
                let share = hidden.contains(index) ? nil : Share.wilson(numbers[index], of: base)
                return FrequencyRow(number: cells[index].number, label: cells[index].label, share: share)
            },
            total: mayTotal && !cells.isEmpty ? Percentage(numbers.reduce(0, +), of: base) : nil
        )
    }

    private func hidden(_ numbers: [Int64], base: Int64, in question: SurveyQuestion) -> Set<Int> {
        Suppression.hidden(
            numbers,
            base: base,
            threshold: threshold,
            isMultiple: question.kind == .multipleChoice,
            order: Suppression.order(numbers.count, seed: seed, question: question.number.wire)
        )
    }

    /// The rows of a table: the options, or the points of the scale.
    private func cells(of question: SurveyQuestion) throws -> [(number: Tally, label: OptionLabel)] {
        guard let low = question.scaleLow, let high = question.scaleHigh else {
            return question.options.map { (Tally($0.number.wire), $0.label) }
        }
        return try (low.wire...high.wire).map { (Tally($0), try OptionLabel(wire: String($0))) }
    }
}
