import Contract
public import FeedbackAPI
public import Hosting
public import Models
import TypedSQL

extension ListSurveyTexts: Handled {
    public func respond(to staff: StaffMember, in context: Context<FeedbackService>) async throws -> Page<SurveyText> {
        guard staff.seesExactFigures else { throw Refusal.exactnessForbidden }
        let limit = limit ?? .standard
        let rows = try await context.read { transaction in
            try check(transaction.first(SurveyTable.find(survey)), transaction.questions(of: survey))
            let start = after?.key ?? ""
            return try transaction.all(SurveyTextTable.list(survey, question, after: start, limit: limit.count + 1))
        }
        let isCut = rows.count > limit.count
        let shown = rows.prefix(limit.count)
        return Page(
            items: shown.map { SurveyText(text: $0.text) },
            next: isCut ? shown.last.map { Cursor(key: $0.respondent) } : nil
        )
    }

    private func check(_ row: SurveyRow?, _ questions: [SurveyQuestion]) throws(Refusal) {
        guard row != nil else { throw .surveyUnknown }
        guard let asked = questions.first(where: { $0.number == question }) else { throw .questionUnknown }
        guard asked.kind == .text else { throw .questionHasNoTexts }
        if let after, (try? Digest(wire: after.key)) == nil { throw .cursorUnknown }
    }
}
