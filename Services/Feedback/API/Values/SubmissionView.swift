public import Models

/// A submission as its member sees it.
public struct SubmissionView: Codable, Sendable, Equatable {
    public var submission: Submission.ID
    public var kind: SubmissionKind
    public var channel: Channel
    public var text: Prose
    public var idea: Idea.ID?
    public var campaign: Campaign.ID?
    public var receivedAt: Instant
    /// By when the first answer is promised.
    public var dueAt: Instant
    /// When the first answer was given.
    public var answeredAt: Instant?
    /// In the order in which they were given.
    public var replies: [ReplyView]

    public init(
        submission: Submission.ID,
        kind: SubmissionKind,
        channel: Channel,
        text: Prose,
        idea: Idea.ID? = nil,
        campaign: Campaign.ID? = nil,
        receivedAt: Instant,
        dueAt: Instant,
        answeredAt: Instant? = nil,
        replies: [ReplyView]
    ) {
        self.submission = submission
        self.kind = kind
        self.channel = channel
        self.text = text
        self.idea = idea
        self.campaign = campaign
        self.receivedAt = receivedAt
        self.dueAt = dueAt
        self.answeredAt = answeredAt
        self.replies = replies
    }
}

/// An answer as the member sees it: the company answers, not a person by name.
public struct ReplyView: Codable, Sendable, Equatable {
    public var text: Prose
    public var qualities: [ReplyQuality]
    public var repliedAt: Instant

    public init(text: Prose, qualities: [ReplyQuality], repliedAt: Instant) {
        self.text = text
        self.qualities = qualities
        self.repliedAt = repliedAt
    }
}
