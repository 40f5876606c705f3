public import Models

/// That an idea was submitted.
public struct IdeaReceipt: Codable, Sendable, Hashable {
    public var idea: Idea.ID
    public var submittedAt: Instant

    public init(idea: Idea.ID, submittedAt: Instant) {
        self.idea = idea
        self.submittedAt = submittedAt
    }
}

/// That a comment was posted.
public struct RemarkReceipt: Codable, Sendable, Hashable {
    public var remark: Remark.ID
    public var postedAt: Instant

    public init(remark: Remark.ID, postedAt: Instant) {
        self.remark = remark
        self.postedAt = postedAt
    }
}

/// That a ballot was cast. The pseudonym lets its voter find it among the published ballots; the service itself forgets
/// the link when the campaign is decided.
public struct BallotReceipt: Codable, Sendable, Hashable {
    public var ballot: PublishedBallot
    public var castAt: Instant
    /// False where it replaced an earlier one.
    public var isFirst: Bool

    public init(ballot: PublishedBallot, castAt: Instant, isFirst: Bool) {
        self.ballot = ballot
        self.castAt = castAt
        self.isFirst = isFirst
    }
}

/// That an expert's word on an idea was recorded.
public struct ReviewReceipt: Codable, Sendable, Hashable {
    public var idea: Idea.ID
    /// Under what the scorecard will be published.
    public var judge: Pseudonym
    /// The weighted mean of the grades; absent for a declared conflict.
    public var score: MicroScore?
    public var recordedAt: Instant

    public init(idea: Idea.ID, judge: Pseudonym, score: MicroScore?, recordedAt: Instant) {
        self.idea = idea
        self.judge = judge
        self.score = score
        self.recordedAt = recordedAt
    }
}

/// That the company answered.
public struct AnswerReceipt: Codable, Sendable, Hashable {
    public var idea: Idea.ID
    public var before: IdeaStatus
    public var status: IdeaStatus
    public var answeredAt: Instant

    public init(idea: Idea.ID, before: IdeaStatus, status: IdeaStatus, answeredAt: Instant) {
        self.idea = idea
        self.before = before
        self.status = status
        self.answeredAt = answeredAt
    }
}
