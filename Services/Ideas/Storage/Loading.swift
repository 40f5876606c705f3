import IdeasAPI
import Models
import TypedSQL

// What handlers load, put together from several tables.

extension Transaction {
    func campaign(_ id: Campaign.ID) throws -> SealedCampaign? {
        guard var campaign = try first(CampaignTable.find(id)) else { return nil }
        campaign.closings = try all(ClosingTable.of([id])).map(\.closing)
        return campaign
    }

    /// The campaigns of these ids.
    func campaigns(_ ids: Set<Campaign.ID>) throws -> [Campaign.ID: SealedCampaign] {
        try Dictionary(ids.compactMap { try campaign($0) }.map { ($0.id, $0) }) { first, _ in first }
    }

    /// - Parameter roles: those in the token.
    func audienceMember(_ id: Member.ID, roles: Set<Role>) throws -> AudienceMember {
        AudienceMember(
            roles: roles.union(try all(RoleTable.of(id))),
            customerType: try first(CustomerTypeTable.find(id))
        )
    }

    /// The ballots of these pseudonyms, in their order.
    func ballots(_ pseudonyms: [Pseudonym], of campaign: Campaign.ID) throws -> [PublishedBallot] {
        Self.ballots(pseudonyms, try all(ChoiceTable.of(pseudonyms, in: campaign)))
    }

    /// All ballots of a campaign, in the order of pseudonyms.
    func ballots(of campaign: Campaign.ID) throws -> [PublishedBallot] {
        Self.ballots(try all(BallotTable.all(campaign)), try all(ChoiceTable.all(campaign)))
    }

    private static func ballots(_ pseudonyms: [Pseudonym], _ choices: [Choice]) -> [PublishedBallot] {
        let byPseudonym = Dictionary(grouping: choices, by: \.pseudonym)
        return pseudonyms.map { pseudonym in
            let choices = byPseudonym[pseudonym] ?? []
            let named = { (opinion: Opinion) in choices.filter { $0.opinion == opinion }.map(\.idea) }
            return PublishedBallot(
                pseudonym: pseudonym,
                agree: named(.agree),
                pass: named(.pass),
                disagree: named(.disagree)
            )
        }
    }

    /// Scorecards with their grades, in the same order.
    func scorecards(_ rows: [ScorecardRow]) throws -> [PublishedScorecard] {
        let grades = try all(GradeTable.of(Array(Set(rows.map(\.idea)))))
        let byCard = Dictionary(grouping: grades) { CardKey(idea: $0.idea, expert: $0.expert) }
        return rows.map { row in
            PublishedScorecard(
                judge: row.judge,
                idea: row.idea,
                grades: (byCard[CardKey(idea: row.idea, expert: row.expert)] ?? []).map(\.grade),
                comment: row.comment
            )
        }
    }

    private struct CardKey: Hashable {
        var idea: Idea.ID
        var expert: Member.ID
    }
}
