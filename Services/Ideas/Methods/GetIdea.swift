public import Hosting
public import IdeasAPI
public import Models
import TypedSQL

extension GetIdea: Handled {
    public func respond(to reader: Reader, in context: Context<IdeasService>) async throws -> IdeaView {
        let limit = limit ?? .standard
        return try await context.read { tx in
            guard let row = try tx.first(IdeaTable.find(idea)),
                let summary = try tx.summaries([row], at: context.now).first
            else { throw Refusal.ideaUnknown }
            let remarks = try tx.all(RemarkTable.page(idea, after: after, limit: limit))
            let expert = reader.bearer.actor.member
            let grades = try tx.all(GradeTable.of([idea])).filter { $0.expert == expert }.map(\.grade)
            return IdeaView(
                summary: summary,
                body: try tx.one(IdeaTable.body(idea)),
                answers: try tx.all(AnswerTable.of(idea)),
                comments: Page(surplus: remarks, limit: limit, key: \.remark.wire),
                ownGrades: grades.isEmpty ? nil : grades
            )
        }
    }
}
