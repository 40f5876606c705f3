public import Models

/// What a ballot says.
public enum BallotKind: String, Codable, CaseIterable, Sendable {
    /// Which ideas the voter approves of.
    case approval
    /// With which ideas the voter agrees, with which not, and on which he or she passes.
    case opinion
}

/// How votes are cast.
public struct VoteMode: Codable, Sendable, Hashable {
    public var kind: BallotKind
    /// How many ideas one ballot may name; absent where there is no limit.
    public var limit: Quantity?

    public init(kind: BallotKind, limit: Quantity? = nil) {
        self.kind = kind
        self.limit = limit
    }
}

/// Who fills the campaign. It is part of what is sealed, so that nobody can bring ballots into a vote of members.
public enum CampaignSource: String, Codable, CaseIterable, Sendable {
    /// Members submit and vote.
    case members
    /// Ideas and ballots were collected elsewhere and are imported.
    case imports
}

/// What a voter thinks of one idea.
public enum Opinion: String, Codable, CaseIterable, Sendable { case agree, pass, disagree }

/// How many ballots say what of one idea. With approval ballots only `agree` counts.
public struct VoteTotals: Codable, Sendable, Hashable {
    public var agree: Tally
    public var pass: Tally
    public var disagree: Tally

    public init(agree: Tally, pass: Tally, disagree: Tally) {
        self.agree = agree
        self.pass = pass
        self.disagree = disagree
    }

    public static let none = VoteTotals(agree: .zero, pass: .zero, disagree: .zero)
}

/// A ballot without its voter: the ideas that it names, each list in the order of ids.
public struct PublishedBallot: Codable, Sendable, Hashable {
    public var pseudonym: Pseudonym
    public var agree: [Idea.ID]
    public var pass: [Idea.ID]
    public var disagree: [Idea.ID]

    public init(pseudonym: Pseudonym, agree: [Idea.ID], pass: [Idea.ID] = [], disagree: [Idea.ID] = []) {
        self.pseudonym = pseudonym
        self.agree = agree.sorted()
        self.pass = pass.sorted()
        self.disagree = disagree.sorted()
    }
}
