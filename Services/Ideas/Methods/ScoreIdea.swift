public import Hosting
public import IdeasAPI
public import Models
import TypedSQL

extension ScoreIdea: Handled {
    public func respond(to expert: ExpertMember, in context: Context<IdeasService>) async throws -> ReviewReceipt {
        let fresh = Pseudonym(random: context.random.bytes(16))
        return try await context.write { work in
            guard let row = try work.first(IdeaTable.find(idea)),
                let found = try work.transaction.campaign(row.campaign)
            else { throw Refusal.ideaUnknown }
            let hasConflict = try work.first(ConflictTable.find(idea, of: expert.id)) != nil
            try ReviewRules.check(
                self,
                by: expert.id,
                onIdeaOf: row.author,
                hasConflict: hasConflict,
                in: found,
                at: work.now
            )
            let judge = try work.judge(expert.id, in: row.campaign, or: fresh)
            try work.run(ScorecardTable.put(row.campaign, idea, by: expert.id, comment, at: work.now))
            try work.run(GradeTable.remove(idea, by: expert.id))
            try work.run(GradeTable.insert(idea, by: expert.id, grades))
            try work.publish(IdeaScored(idea: idea, campaign: row.campaign, expert: expert.id))
            let score = ReviewRules.score(grades, by: found.protocol.criteria)
            return ReviewReceipt(idea: idea, judge: judge, score: score, recordedAt: work.now)
        }
    }
}

extension Work<IdeasService> {
    /// The expert's pseudonym in a campaign; a fresh one at the first time.
    func judge(_ expert: Member.ID, in campaign: Campaign.ID, or fresh: Pseudonym) throws -> Pseudonym {
        try run(JudgeTable.insert(expert, in: campaign, as: fresh))
        return try one(JudgeTable.find(expert, in: campaign))
    }
}
