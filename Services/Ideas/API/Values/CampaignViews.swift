public import Models

/// That a campaign is open, and under which seal.
public struct CampaignReceipt: Codable, Sendable, Hashable {
    public var campaign: Campaign.ID
    /// SHA-256 of the canonical protocol.
    public var seal: Digest
    public var openedAt: Instant

    public init(campaign: Campaign.ID, seal: Digest, openedAt: Instant) {
        self.campaign = campaign
        self.seal = seal
        self.openedAt = openedAt
    }
}

/// A campaign in a list.
public struct CampaignSummary: Codable, Sendable, Hashable {
    public var campaign: Campaign.ID
    public var title: Title
    public var stage: Stage
    public var seal: Digest
    public var openedAt: Instant
    public var ideas: Tally

    public init(campaign: Campaign.ID, title: Title, stage: Stage, seal: Digest, openedAt: Instant, ideas: Tally) {
        self.campaign = campaign
        self.title = title
        self.stage = stage
        self.seal = seal
        self.openedAt = openedAt
        self.ideas = ideas
    }
}

/// A campaign with everything by which it is decided.
public struct CampaignView: Codable, Sendable, Hashable {
    public var campaign: Campaign.ID
    public var stage: Stage
    public var seal: Digest
    public var openedAt: Instant
    public var `protocol`: CampaignProtocol
    /// The phases that staff ended before their instant.
    public var closings: [PhaseClosing]
    public var ideas: Tally
    /// How many took part in the vote so far.
    public var ballots: Tally
    public var decidedAt: Instant?
    /// SHA-256 of the result, once there is one.
    public var result: Digest?
    /// The caller's own ballot, while the vote is not decided; nobody else sees it.
    public var ownBallot: PublishedBallot?

    public init(
        campaign: Campaign.ID,
        stage: Stage,
        seal: Digest,
        openedAt: Instant,
        protocol: CampaignProtocol,
        closings: [PhaseClosing],
        ideas: Tally,
        ballots: Tally,
        decidedAt: Instant?,
        result: Digest?,
        ownBallot: PublishedBallot?
    ) {
        self.campaign = campaign
        self.stage = stage
        self.seal = seal
        self.openedAt = openedAt
        self.protocol = `protocol`
        self.closings = closings
        self.ideas = ideas
        self.ballots = ballots
        self.decidedAt = decidedAt
        self.result = result
        self.ownBallot = ownBallot
    }
}

/// Where a campaign stands after something was done to it.
public struct StageView: Codable, Sendable, Hashable {
    public var campaign: Campaign.ID
    public var stage: Stage

    public init(campaign: Campaign.ID, stage: Stage) {
        self.campaign = campaign
        self.stage = stage
    }
}
