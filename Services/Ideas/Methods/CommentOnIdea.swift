public import Hosting
public import IdeasAPI
public import Models
import TypedSQL

extension CommentOnIdea: Handled {
    public func respond(to member: ActingMember, in context: Context<IdeasService>) async throws -> RemarkReceipt {
        try await context.write { work in
            guard let row = try work.first(IdeaTable.find(idea)) else { throw Refusal.ideaUnknown }
            let remark = work.id(Remark.self)
            try work.run(RemarkTable.insert(remark, on: idea, by: member.id, body, at: work.now))
            try work.publish(CommentPosted(idea: idea, campaign: row.campaign, author: member.id))
            return RemarkReceipt(remark: remark, postedAt: work.now)
        }
    }
}
