import FeedbackAPI
import Models

/// The canonical form of a survey, whose SHA-256 digest is its seal.
///
/// One fact a line. Titles, wordings and labels have no line breaks, so no two surveys have the same form.
enum SurveySeal {
    static func text(
        _ survey: Survey.ID,
        title: Title,
        opensAt: Instant,
        closesAt: Instant,
        _ questions: [SurveyQuestion]
    ) -> String {
        let head = ["survey \(survey)", "title \(title)", "opens \(opensAt)", "closes \(closesAt)"]
        return (head + questions.flatMap(lines)).map { $0 + "\n" }.joined()
    }

    private static func lines(_ question: SurveyQuestion) -> [String] {
        var head = "question \(question.number.wire) \(question.kind.rawValue)"
        head += question.isRequired ? " required" : " optional"
        if let limit = question.choiceLimit { head += " limit \(limit.wire)" }
        if let low = question.scaleLow, let high = question.scaleHigh { head += " scale \(low.wire) \(high.wire)" }
        return [head, "wording \(question.wording)"] + question.options.map { "option \($0.number.wire) \($0.label)" }
    }
}
