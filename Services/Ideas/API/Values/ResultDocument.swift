public import Models

/// What was decided, with digests of everything that it was decided from. Its canonical JSON has the SHA-256 that is
/// published as the result.
///
/// It can be recomputed from the protocol, the ideas, the ballots and the scorecards, all of which are public once the
/// campaign is decided, and it names no time and no person, so it comes out the same whenever that is done.
public struct ResultDocument: Codable, Sendable, Hashable {
    /// Which rules the document was computed by.
    public enum Format: String, Codable, CaseIterable, Sendable { case result1 = "wellspring-result-1" }

    public var format: Format
    public var seal: Digest
    public var ballots: Tally
    /// SHA-256 of the published ballots: canonical JSON, each followed by a line feed, in the order of pseudonyms.
    public var ballotsDigest: Digest
    /// SHA-256 of the published scorecards: canonical JSON, each followed by a line feed, in the order of judge and
    /// idea.
    public var scorecardsDigest: Digest
    /// In the order of ranks.
    public var standings: [Standing]
    /// From the highest key down.
    public var ties: [TieDecision]
    /// In the order of pseudonyms.
    public var judges: [JudgeLeniency]

    public init(
        seal: Digest,
        ballots: Tally,
        ballotsDigest: Digest,
        scorecardsDigest: Digest,
        standings: [Standing],
        ties: [TieDecision],
        judges: [JudgeLeniency]
    ) {
        format = .result1
        self.seal = seal
        self.ballots = ballots
        self.ballotsDigest = ballotsDigest
        self.scorecardsDigest = scorecardsDigest
        self.standings = standings
        self.ties = ties
        self.judges = judges
    }

    /// The text whose SHA-256 is the result's digest.
    public var canonicalText: String { get throws { try CanonicalJSON.text(self) } }

    /// The ideas that won, best first.
    public var winners: [Standing] { standings.filter { $0.outcome == .selected } }
}

/// A result as it is published: the document in pages of standings, and what it is to be checked against.
public struct ResultView: Codable, Sendable, Equatable {
    public var campaign: Campaign.ID
    public var `protocol`: CampaignProtocol
    public var seal: Digest
    /// SHA-256 of the canonical ``ResultDocument``.
    public var result: Digest
    public var decidedAt: Instant
    public var closings: [PhaseClosing]
    public var ballots: Tally
    public var ballotsDigest: Digest
    public var scorecardsDigest: Digest
    /// Best first.
    public var winners: [Idea.ID]
    public var ties: [TieDecision]
    public var judges: [JudgeLeniency]
    /// In the order of ranks.
    public var standings: Page<Standing>

    public init(
        campaign: Campaign.ID,
        protocol: CampaignProtocol,
        result: Digest,
        decidedAt: Instant,
        closings: [PhaseClosing],
        document: ResultDocument,
        standings: Page<Standing>
    ) {
        self.campaign = campaign
        self.protocol = `protocol`
        seal = document.seal
        self.result = result
        self.decidedAt = decidedAt
        self.closings = closings
        ballots = document.ballots
        ballotsDigest = document.ballotsDigest
        scorecardsDigest = document.scorecardsDigest
        winners = document.winners.map(\.idea)
        ties = document.ties
        judges = document.judges
        self.standings = standings
    }
}

/// What a selection came to.
public struct SelectionReceipt: Codable, Sendable, Hashable {
    public var campaign: Campaign.ID
    public var seal: Digest
    public var result: Digest
    /// Best first.
    public var winners: [Idea.ID]
    public var decidedAt: Instant

    public init(campaign: Campaign.ID, seal: Digest, result: Digest, winners: [Idea.ID], decidedAt: Instant) {
        self.campaign = campaign
        self.seal = seal
        self.result = result
        self.winners = winners
        self.decidedAt = decidedAt
    }
}
