public import Models

/// By what winners are found.
public enum SelectionKind: String, Codable, CaseIterable, Sendable {
    /// Descending votes; each idea that still fits the remaining budget is funded.
    case greedyByVotes
    /// The ideas with the most votes, up to the number of winners.
    case approvalCount
    /// The ideas with the highest corrected scores of the experts, up to the number of winners.
    case weightedScorecard
    /// Votes and experts together, by the published share.
    case combined

    /// Whether ballots decide, so that there must be a voting phase.
    public var usesVotes: Bool { self != .weightedScorecard }
    /// Whether scores decide, so that there must be a reviewing phase.
    public var usesScores: Bool { self == .weightedScorecard || self == .combined }
}

/// The rule by which winners are found. Whatever it says is sealed before anything is submitted.
///
/// Ideas are ranked by votes or scores. From the top, each is selected that has what the rule asks for, until there are
/// as many winners as there may be; where there is a budget, an idea that costs more than is left is passed over, and
/// the next is looked at. An idea that nobody voted for is never selected by votes, and one that nobody scored is never
/// selected by scores alone.
public struct SelectionRule: Codable, Sendable, Hashable {
    public var kind: SelectionKind
    /// With `combined`: how much the votes count; the experts count the rest.
    public var voteShare: Share?
    /// Ideas with fewer votes are not selected.
    public var minimumVotes: Quantity?

    public init(kind: SelectionKind, voteShare: Share? = nil, minimumVotes: Quantity? = nil) {
        self.kind = kind
        self.voteShare = voteShare
        self.minimumVotes = minimumVotes
    }
}

/// What decides between ideas that are equal.
public enum TieRule: String, Codable, CaseIterable, Sendable {
    /// The one submitted first; at the same moment the one that `sealDraw` puts first.
    case earliestSubmission
    /// The one whose SHA-256 of seal, colon and idea id (as text) comes first.
    case sealDraw
}
