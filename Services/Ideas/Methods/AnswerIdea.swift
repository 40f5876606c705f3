public import Hosting
public import IdeasAPI
public import Models
import TypedSQL

extension AnswerIdea: Handled {
    public func respond(to staff: StaffMember, in context: Context<IdeasService>) async throws -> AnswerReceipt {
        try await context.write { work in
            guard let row = try work.first(IdeaTable.find(idea)) else { throw Refusal.ideaUnknown }
            try StatusMoves.check(self, from: row.status)
            guard try work.run(IdeaTable.setStatus(idea, from: row.status, to: status)) == 1 else {
                throw Refusal.moveNotAllowed
            }
            let answer = AnswerView(status: status, reply: reply, reason: reason, answeredAt: work.now)
            try work.run(AnswerTable.append(answer, to: idea, by: staff.actor))
            try work.publish(IdeaAnswered(idea: idea, campaign: row.campaign, author: row.author, status: status))
            return AnswerReceipt(idea: idea, before: row.status, status: status, answeredAt: work.now)
        }
    }
}
