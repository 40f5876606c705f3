public import Models

extension PolisConversation {
    /// The campaign in which a conversation is repeated: opinions, the most agreed with first.
    /// - Parameters:
    ///   - opening: when collecting begins; a moment ago, so that the import can start at once.
    ///   - winners: how many statements are to be named as the result.
    public func campaign(
        title: Title,
        brief: Prose,
        opening: Instant,
        winners: Quantity,
        reference: ExternalID? = nil
    ) -> OpenCampaign {
        var campaign = OpenCampaign(
            title: title,
            brief: brief,
            phases: ImportedPhases.hourly(from: opening),
            selection: SelectionRule(kind: .approvalCount),
            winners: winners
        )
        campaign.reference = reference
        campaign.source = .imports
        campaign.votes = VoteMode(kind: .opinion)
        return campaign
    }

    /// The statements that a moderator did not turn down, as ideas.
    public func ideas() throws(ImportFault) -> [ImportedIdea] {
        var ideas: [ImportedIdea] = []
        for statement in accepted {
            guard let external = try? ExternalID(wire: statement.id), let title = ImportedText.title(statement.body),
                let body = ImportedText.prose(statement.body)
            else {
                throw ImportFault(
                    line: statement.line,
                    column: 0,
                    .invalid("a statement must have from 1 to 20000 characters")
                )
            }
            ideas.append(
                ImportedIdea(
                    external: external,
                    title: title,
                    body: body,
                    submittedAt: Instant(microseconds: statement.at.multipliedReportingOverflow(by: 1000).partialValue)
                )
            )
        }
        return ideas
    }

    /// One ballot a voter, of the votes that count and of the statements that were not turned down.
    public func ballots() throws(ImportFault) -> [ImportedBallot] {
        let known = Set(accepted.map(\.id))
        let votes = effectiveVotes.filter { known.contains($0.statement) }
        var byVoter: [String: [Vote]] = [:]
        for vote in votes { byVoter[vote.voter, default: []].append(vote) }
        var ballots: [ImportedBallot] = []
        for voter in byVoter.keys.sorted() {
            let votes = byVoter[voter] ?? []
            guard let pseudonym = try? Pseudonym(wire: voter) else {
                throw ImportFault(
                    line: votes.first?.line ?? 0,
                    column: 0,
                    .invalid("a voter's id must be visible ASCII")
                )
            }
            let named = { (opinion: Opinion) in
                votes.filter { $0.opinion == opinion }.compactMap { try? ExternalID(wire: $0.statement) }
            }
            ballots.append(
                ImportedBallot(
                    pseudonym: pseudonym,
                    agree: named(.agree),
                    pass: named(.pass),
                    disagree: named(.disagree)
                )
            )
        }
        return ballots
    }

    private var accepted: [Statement] { statements.filter { $0.isAccepted != false } }
}

extension ImportBallots {
    /// The calls that bring ideas into a campaign.
    public static func calls(_ ideas: [ImportedIdea], to campaign: Campaign.ID, batch: Int = 1000) -> [ImportBallots] {
        stride(from: 0, to: ideas.count, by: max(1, batch)).map {
            ImportBallots(campaign: campaign, ideas: Array(ideas[$0..<min(ideas.count, $0 + max(1, batch))]))
        }
    }

    /// The calls that bring ballots into a campaign.
    public static func calls(_ ballots: [ImportedBallot], to campaign: Campaign.ID, batch: Int = 1000)
        -> [ImportBallots]
    {
        stride(from: 0, to: ballots.count, by: max(1, batch)).map {
            ImportBallots(campaign: campaign, ballots: Array(ballots[$0..<min(ballots.count, $0 + max(1, batch))]))
        }
    }
}
