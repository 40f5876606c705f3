import Contract
public import FeedbackAPI
public import Hosting
public import Models
import TypedSQL

extension ListSurveys: Handled {
    public func respond(to reader: Reader, in context: Context<FeedbackService>) async throws -> Page<SurveySummary> {
        let before = after.map { try? Survey.ID(wire: $0.key) }
        if case .some(.none) = before { throw Refusal.cursorUnknown }
        let (now, limit, last) = (context.now, limit ?? .standard, before ?? nil)
        let isStaff = reader.bearer.isStaff(of: FeedbackInterface.service)
        let rows = try await context.read {
            try $0.all(
                SurveyTable.list(state, showsScheduled: isStaff, before: last, at: now, limit: limit.count + 1)
            )
        }
        let summaries = rows.map { row in
            SurveySummary(
                survey: row.id,
                title: row.title,
                state: row.state(at: now),
                opensAt: row.opensAt,
                closesAt: row.closesAt
            )
        }
        return Page(surplus: summaries, limit: limit) { $0.survey.wire }
    }
}
