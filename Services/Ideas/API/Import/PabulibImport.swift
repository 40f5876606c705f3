import Contract
public import Models

extension PabulibElection {
    /// The campaign in which an approval election is repeated: the city's budget, greedy by votes.
    ///
    /// The phases follow each other by the hour from the given moment; whoever imports closes them early, one by one.
    /// - Parameters:
    ///   - opening: when collecting begins; a moment ago, so that the import can start at once.
    ///   - currency: in which the costs are, because the format does not say.
    /// - Throws: ``ImportFault`` for elections whose ballots are not approvals or whose rule is not greedy.
    public func campaign(
        opening: Instant,
        currency: Currency,
        reference: ExternalID? = nil
    ) throws(ImportFault) -> OpenCampaign {
        guard voteType == .approval else {
            throw ImportFault(line: voteTypeLine, column: 2, .unsupported(voteType.rawValue))
        }
        guard meta["rule"] == "greedy" else {
            throw ImportFault(line: voteTypeLine, column: 2, .unsupported(meta["rule"] ?? "no rule"))
        }
        var campaign = OpenCampaign(
            title: ImportedText.title(meta["description"] ?? "Participatory budget") ?? .example,
            brief: ImportedText.prose(summary) ?? .example,
            phases: ImportedPhases.hourly(from: opening),
            selection: SelectionRule(kind: .greedyByVotes),
            budget: Money(amount: try amount(budget, line: voteTypeLine), currency: currency)
        )
        campaign.reference = reference
        campaign.source = .imports
        campaign.votes = VoteMode(kind: .approval, limit: meta["max_length"].flatMap(Int64.init).flatMap(Self.quantity))
        return campaign
    }

    /// The projects, each with its cost. A name longer than a title is cut there and stands whole in the body.
    public func ideas(currency: Currency) throws(ImportFault) -> [ImportedIdea] {
        var ideas: [ImportedIdea] = []
        for project in projects {
            guard let external = try? ExternalID(wire: project.id) else {
                throw ImportFault(line: project.line, column: 1, .invalid("a project's id must be visible ASCII"))
            }
            guard let title = ImportedText.title(project.name), let body = ImportedText.prose(project.name) else {
                throw ImportFault(
                    line: project.line,
                    column: 0,
                    .invalid("a project's name must have from 1 to 20000 characters")
                )
            }
            let cost = Money(amount: try amount(project.cost, line: project.line), currency: currency)
            ideas.append(ImportedIdea(external: external, title: title, body: body, cost: cost))
        }
        return ideas
    }

    /// The ballots of an approval election.
    public func approvals() throws(ImportFault) -> [ImportedBallot] {
        var approvals: [ImportedBallot] = []
        for ballot in ballots {
            guard let pseudonym = try? Pseudonym(wire: ballot.voter) else {
                throw ImportFault(line: ballot.line, column: 1, .invalid("a voter's id must be visible ASCII"))
            }
            let choices = ballot.choices.compactMap { try? ExternalID(wire: $0) }
            approvals.append(ImportedBallot(pseudonym: pseudonym, agree: choices))
        }
        return approvals
    }

    private var summary: String {
        let place = [meta["country"], meta["unit"], meta["subunit"], meta["instance"]].compactMap { $0 }
        return "Repeats an election of the Pabulib library: " + place.joined(separator: ", ") + "."
    }

    private static func quantity(_ count: Int64) -> Quantity? { try? Quantity(wire: count) }

    private func amount(_ hundredths: Int64, line: Int) throws(ImportFault) -> MinorUnits {
        do { return try MinorUnits(wire: hundredths) } catch {
            throw ImportFault(line: line, column: 0, .invalid(error.sentence))
        }
    }
}

/// Texts of files, cut to what the product allows.
enum ImportedText {
    /// Nil where nothing is left.
    static func title(_ text: String) -> Title? {
        let line = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
        if let title = try? Title(wire: line) { return title }
        let cut = String(String.UnicodeScalarView(line.unicodeScalars.prefix(159))) + "…"
        return try? Title(wire: cut)
    }

    static func prose(_ text: String) -> Prose? { try? Prose(wire: text) }
}

enum ImportedPhases {
    /// An hour for each phase but the last, which has a day.
    static func hourly(from start: Instant) -> [PhaseWindow] {
        let first = start + .hours(1)
        let second = start + .hours(2)
        return [
            PhaseWindow(.collecting, from: start, to: first), PhaseWindow(.voting, from: first, to: second),
            PhaseWindow(.deciding, from: second, to: second + .days(1)),
        ]
    }
}
