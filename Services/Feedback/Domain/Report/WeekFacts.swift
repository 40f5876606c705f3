import FeedbackAPI
import Models

/// Everything that is counted for one week, before anything is said about it.
struct WeekFacts: Sendable, Equatable {
    var week: Week
    /// The end of the week, or the moment of the report where that is earlier.
    var asOf: Instant
    /// By metric, one number a day from Monday on; a metric that is missing did not happen.
    var counts: [Metric: [Int64]] = [:]
    /// From the beginning until the moment of the report.
    var everRedeemed: Int64 = 0
    var everFulfilled: Int64 = 0
    var active: Int64 = 0
    var joined = JoinedFacts()
    /// One number a day from Monday on.
    var received: [Int64] = Array(repeating: 0, count: 7)
    var firstAnswers: Int64 = 0
    var due: [DueSubmission] = []
    var open: Int64 = 0
    var overdue: Int64 = 0
    var surveyAnswers: Int64 = 0

    static func asOf(_ week: Week, at now: Instant) -> Instant { min(week.end, now) }

    func days(_ metric: Metric) -> [Int64] { counts[metric] ?? Array(repeating: 0, count: 7) }
    func sum(_ metric: Metric) -> Int64 { days(metric).reduce(0, +) }
    func sum(_ metrics: [Metric]) -> Int64 { metrics.reduce(0) { $0 + sum($1) } }

    var answeredInTime: Int64 { Int64(due.count { $0.isInTime }) }
}

/// What became of those who registered in the week, by its end.
struct JoinedFacts: Sendable, Equatable {
    var registered: Int64 = 0
    var confirmed: Int64 = 0
    var completed: Int64 = 0
}

/// A submission whose answer was due in the week.
struct DueSubmission: Sendable, Equatable {
    var kind: SubmissionKind
    var receivedAt: Instant
    var dueAt: Instant
    /// Nil where there was no answer when the week ended.
    var answeredAt: Instant?

    var promised: Int64 { dueAt.microseconds - receivedAt.microseconds }
    var taken: Int64? { answeredAt.map { $0.microseconds - receivedAt.microseconds } }
    var isInTime: Bool { answeredAt.map { $0 <= dueAt } ?? false }

    /// In whole numbers, so that a limit is on the same side on every machine.
    var band: PunctualityBand {
        guard let taken else { return .unanswered }
        if taken * 4 <= promised { return .firstQuarter }
        if taken * 2 <= promised { return .secondQuarter }
        if taken * 4 <= promised * 3 { return .thirdQuarter }
        if taken <= promised { return .lastQuarter }
        return taken <= promised * 2 ? .lateWithinTwice : .lateBeyondTwice
    }
}
