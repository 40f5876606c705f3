public import Hosting
public import IdeasAPI
public import Models
import TypedSQL

extension DeclareConflict: Handled {
    public func respond(to expert: ExpertMember, in context: Context<IdeasService>) async throws -> ReviewReceipt {
        let fresh = Pseudonym(random: context.random.bytes(16))
        return try await context.write { work in
            guard let row = try work.first(IdeaTable.find(idea)),
                let found = try work.transaction.campaign(row.campaign)
            else { throw Refusal.ideaUnknown }
            let hasConflict = try work.first(ConflictTable.find(idea, of: expert.id)) != nil
            try ReviewRules.check(self, hasConflict: hasConflict, in: found, at: work.now)
            try work.run(ConflictTable.insert(idea, of: expert.id, reason, at: work.now))
            try work.run(GradeTable.remove(idea, by: expert.id))
            try work.run(ScorecardTable.remove(idea, by: expert.id))
            let judge = try work.judge(expert.id, in: row.campaign, or: fresh)
            return ReviewReceipt(idea: idea, judge: judge, score: nil, recordedAt: work.now)
        }
    }
}
