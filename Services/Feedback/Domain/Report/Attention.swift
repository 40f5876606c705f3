import FeedbackAPI
import Models

/// What a reader has to act on, the most pressing first. Computed from figures, so that it cannot contradict them.
struct Attention: Sendable, Equatable {
    enum Weight: Sendable { case urgent, notable }

    var weight: Weight
    /// The figure that it rests on.
    var figure: FigureName
    /// What stands before the amount.
    var lead = ""
    /// The figure as it stands in the sentence.
    var amount: String
    /// What follows the amount.
    var rest: String

    static func points(of report: ReportFigures) -> [Attention] {
        [overdue(report), owed(report)].compactMap { $0 } + changes(report)
    }

    private static func overdue(_ report: ReportFigures) -> Attention? {
        guard let figure = report[.overdue], figure.value.wire > 0 else { return nil }
        let nouns = figure.value.wire == 1 ? "submission is past its promise" : "submissions are past their promise"
        return Attention(
            weight: .urgent,
            figure: .overdue,
            amount: figure.amount,
            rest: " \(nouns) without an answer."
        )
    }

    private static func owed(_ report: ReportFigures) -> Attention? {
        guard let figure = report[.notFulfilled], figure.value.wire > 0 else { return nil }
        let nouns = figure.value.wire == 1 ? "redeemed reward has" : "redeemed rewards have"
        return Attention(
            weight: .notable,
            figure: .notFulfilled,
            amount: figure.amount,
            rest: " \(nouns) not been handed over."
        )
    }

    private static func changes(_ report: ReportFigures) -> [Attention] {
        report.figures.filter { $0.isClear == true }.map { figure in
            Attention(
                weight: .notable,
                figure: figure.name,
                lead: "\(figure.title.wire): ",
                amount: figure.amount,
                rest: figure.comparison.map { ", \($0)." } ?? "."
            )
        }
    }
}
