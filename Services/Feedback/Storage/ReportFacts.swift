import FeedbackAPI
import Models
import TypedSQL

extension Transaction {
    /// Everything that a report says of a week.
    func facts(of week: Week, at now: Instant) throws -> WeekFacts {
        let (start, end) = (week.start, WeekFacts.asOf(week, at: now))
        var facts = WeekFacts(week: week, asOf: end)
        for cell in try all(ReportCountTable.week(week.monday)) {
            facts.counts[cell.metric, default: Array(repeating: 0, count: 7)][cell.day - week.monday.number] =
                cell.amount
        }
        for day in try all(SubmissionTable.receivedByDay(from: start, to: end)) {
            facts.received[day.day - week.monday.number] = day.count
        }
        facts.everRedeemed = try one(ReportCountTable.sum(.redeemed, through: week.sunday))
        facts.everFulfilled = try one(ReportCountTable.sum(.fulfilled, through: week.sunday))
        facts.active = try one(ReportActivityTable.active(week.monday, from: start, to: end))
        facts.joined = try one(ReportMemberTable.joined(from: start, to: end))
        facts.firstAnswers = try one(SubmissionTable.firstAnswers(from: start, to: end))
        facts.due = try all(SubmissionTable.due(from: start, to: end))
        facts.surveyAnswers = try one(SurveyParticipationTable.count(from: start, to: end))
        (facts.open, facts.overdue) = try one(SubmissionTable.standing(asOf: end))
        return facts
    }

    /// The single things that a report names, without titles.
    func lists(of week: Week, at now: Instant) throws -> ReportLists {
        let (start, end) = (week.start, WeekFacts.asOf(week, at: now))
        return ReportLists(
            overdue: try all(SubmissionTable.overdue(asOf: end, limit: ReportLists.limit)),
            selected: try all(ReportSelectionTable.list(from: start, to: end, limit: ReportLists.limit)),
            answered: try all(ReportAnswerTable.list(from: start, to: end, limit: ReportLists.limit))
        )
    }
}
