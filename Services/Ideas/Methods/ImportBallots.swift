public import Hosting
public import IdeasAPI
public import Models
import TypedSQL

extension ImportBallots: Handled {
    public func respond(to staff: StaffMember, in context: Context<IdeasService>) async throws -> ImportReceipt {
        try await context.write { work in
            guard let found = try work.transaction.campaign(campaign) else { throw Refusal.campaignUnknown }
            let (ideas, ballots) = (ideas ?? [], ballots ?? [])
            let known = try work.externals(Set(ideas.map(\.external) + ballots.flatMap(\.choices)), in: campaign)
            let settings = work.service.settings
            try ImportRules.check(
                self,
                into: found,
                known: Set(known.keys),
                at: work.now,
                limit: settings.importBatch,
                tagLimit: settings.tagsPerIdea
            )
            let fresh = ideas.filter { known[$0.external] == nil }
            try work.add(fresh, to: campaign)
            let replaced = try work.all(BallotTable.known(ballots.map(\.pseudonym), in: campaign)).count
            try work.transaction.store(ballots.map { $0.published(known) }, in: campaign, at: work.now)
            return ImportReceipt(
                ideasAdded: Tally(fresh.count),
                ideasKnown: Tally(ideas.count - fresh.count),
                ballotsAdded: Tally(ballots.count - replaced),
                ballotsReplaced: Tally(replaced)
            )
        }
    }
}

extension Work<IdeasService> {
    fileprivate func externals(_ names: Set<ExternalID>, in campaign: Campaign.ID) throws -> [ExternalID: Idea.ID] {
        let rows = try all(IdeaTable.externals(names.sorted(), in: campaign))
        return Dictionary(rows.map { ($0.external, $0.idea) }) { first, _ in first }
    }

    fileprivate func add(_ ideas: [ImportedIdea], to campaign: Campaign.ID) throws {
        let new = try ideas.map { idea in
            let row = IdeaRow(
                idea: id(Idea.self),
                campaign: campaign,
                external: idea.external,
                title: idea.title,
                cost: idea.cost,
                status: .open,
                submittedAt: idea.submittedAt ?? now
            )
            return NewIdea(row: row, body: try idea.body ?? Prose(wire: idea.title.wire), tags: idea.tags ?? [])
        }
        try transaction.store(new)
        for idea in new {
            try publish(IdeaSubmitted(idea: idea.row.idea, campaign: campaign, author: nil))
        }
    }
}

extension ImportedBallot {
    /// With the ids that the ideas have here; all of them are known.
    fileprivate func published(_ known: [ExternalID: Idea.ID]) -> PublishedBallot {
        PublishedBallot(
            pseudonym: pseudonym,
            agree: agree.compactMap { known[$0] },
            pass: (pass ?? []).compactMap { known[$0] },
            disagree: (disagree ?? []).compactMap { known[$0] }
        )
    }
}
