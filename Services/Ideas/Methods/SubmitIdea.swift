public import Hosting
public import IdeasAPI
public import Models
import TypedSQL

extension SubmitIdea: Handled {
    public func respond(to member: ActingMember, in context: Context<IdeasService>) async throws -> IdeaReceipt {
        try await context.write { work in
            guard let found = try work.transaction.campaign(campaign) else { throw Refusal.campaignUnknown }
            let author = try work.transaction.audienceMember(member.id, roles: member.roles)
            let tagLimit = work.service.settings.tagsPerIdea
            try SubmissionRules.check(self, by: author, to: found, at: work.now, tagLimit: tagLimit)
            let row = IdeaRow(
                idea: work.id(Idea.self),
                campaign: campaign,
                author: member.id,
                title: title,
                cost: cost,
                status: .open,
                submittedAt: work.now
            )
            try work.transaction.store([NewIdea(row: row, body: body, tags: tags ?? [])])
            try work.publish(IdeaSubmitted(idea: row.idea, campaign: campaign, author: member.id))
            return IdeaReceipt(idea: row.idea, submittedAt: work.now)
        }
    }
}
