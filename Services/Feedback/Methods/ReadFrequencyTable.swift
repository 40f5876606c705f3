import Contract
public import FeedbackAPI
public import Hosting
public import Models
import TypedSQL

extension ReadFrequencyTable: Handled {
    public func respond(to reader: Reader, in context: Context<FeedbackService>) async throws -> FrequencyTable {
        let (now, isExact) = (context.now, reader.bearer.seesExactFigures)
        let threshold = context.service.settings.smallestCell
        return try await context.read { transaction in
            guard let row = try transaction.first(SurveyTable.find(survey)), row.isVisible(to: reader.bearer, at: now)
            else { throw Refusal.surveyUnknown }
            guard isExact || now >= row.closesAt else { throw Refusal.surveyStillOpen }
            let counts = try transaction.counts(of: survey)
            let tabulation = Tabulation(counts: counts, isExact: isExact, threshold: threshold, seed: row.secret)
            return FrequencyTable(
                survey: survey,
                title: row.title,
                respondents: Tally(counts.respondents),
                isExact: isExact,
                threshold: Tally(threshold),
                questions: try transaction.questions(of: survey).map(tabulation.table)
            )
        }
    }
}
