import FeedbackAPI
import Models

/// How one figure is found, and what is said about it: the only place where either stands.
struct FigureRule: Sendable {
    /// How its change is judged.
    enum Judgement: Sendable {
        /// A number of happenings.
        case count
        /// A part of a whole.
        case share
        /// Amounts, stocks and what staff decides, whose changes no simple law of chance describes.
        case none
    }

    var name: FigureName
    var title: String
    var unit: FigureUnit
    var judgement: Judgement
    var definition: String
    var source: String
    var value: @Sendable (WeekFacts) -> Int64
    /// For shares: of how many.
    var base: (@Sendable (WeekFacts) -> Int64)?

    init(
        _ name: FigureName,
        _ title: String,
        _ unit: FigureUnit,
        _ judgement: Judgement,
        _ definition: String,
        source: String,
        of base: (@Sendable (WeekFacts) -> Int64)? = nil,
        value: @escaping @Sendable (WeekFacts) -> Int64
    ) {
        self.name = name
        self.title = title
        self.unit = unit
        self.judgement = judgement
        self.definition = definition
        self.source = source
        self.value = value
        self.base = base
    }

    /// A figure that is the sum of one event of another service over the week.
    init(
        _ name: FigureName,
        _ title: String,
        _ unit: FigureUnit,
        _ metric: Metric,
        _ definition: String,
        judgement: Judgement = .count
    ) {
        self.init(name, title, unit, judgement, definition, source: "report_count: \(metric.rawValue)") {
            $0.sum(metric)
        }
    }

    /// In the order in which a report tells them.
    static let all: [FigureRule] = people + ideas + rewards + feedback
}
