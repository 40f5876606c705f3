public import Hosting
public import IdeasAPI
public import Models
import TypedSQL

extension SelectIdeas: Handled {
    public func respond(to staff: StaffMember, in context: Context<IdeasService>) async throws -> SelectionReceipt {
        try await context.write { work in
            guard let found = try work.transaction.campaign(campaign) else { throw Refusal.campaignUnknown }
            try CampaignRules.check(self, of: found, at: work.now)
            let ideas = try work.all(IdeaTable.of(campaign))
            let document = try Selection.decide(
                by: found.protocol,
                candidates: ideas.map(\.candidate),
                ballots: try work.transaction.ballots(of: campaign),
                cards: try work.transaction.scorecards(try work.all(ScorecardTable.of(campaign)))
            )
            let text = try document.canonicalText
            let result = Seal.digest(text)
            guard try work.run(CampaignTable.decide(campaign, result, text, at: work.now, by: staff.actor)) == 1 else {
                throw Refusal.alreadyDecided
            }
            try work.run(VoterTable.forget(campaign))
            try work.tell(document, result, of: campaign, authors: ideas)
            return SelectionReceipt(
                campaign: campaign,
                seal: found.seal,
                result: result,
                winners: document.winners.map(\.idea),
                decidedAt: work.now
            )
        }
    }
}

extension Work<IdeasService> {
    fileprivate func tell(
        _ document: ResultDocument,
        _ result: Digest,
        of campaign: Campaign.ID,
        authors ideas: [IdeaRow]
    ) throws {
        let authors = Dictionary(ideas.map { ($0.idea, $0.author) }) { first, _ in first }
        for (place, winner) in document.winners.enumerated() {
            let rank = try Quantity(wire: Int64(place + 1))
            let author = authors[winner.idea] ?? nil
            try publish(IdeaSelected(idea: winner.idea, campaign: campaign, author: author, rank: rank))
        }
        try publish(CampaignDecided(campaign: campaign, seal: document.seal, result: result))
    }
}

extension IdeaRow {
    fileprivate var candidate: Candidate {
        Candidate(idea: idea, external: external, title: title, submittedAt: submittedAt, cost: cost)
    }
}
