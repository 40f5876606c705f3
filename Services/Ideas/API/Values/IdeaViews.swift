public import Models

/// An idea in a list.
public struct IdeaSummary: Codable, Sendable, Hashable {
    public var idea: Idea.ID
    public var campaign: Campaign.ID
    /// Absent where the idea came by import.
    public var author: Member.ID?
    /// What it is called where it came from, where it came by import.
    public var external: ExternalID?
    public var title: Title
    public var tags: [Tag]
    public var cost: Money?
    public var status: IdeaStatus
    public var submittedAt: Instant
    public var comments: Tally
    /// Absent until the voting phase is closed, for everybody.
    public var votes: VoteTotals?

    public init(
        idea: Idea.ID,
        campaign: Campaign.ID,
        author: Member.ID?,
        external: ExternalID?,
        title: Title,
        tags: [Tag],
        cost: Money?,
        status: IdeaStatus,
        submittedAt: Instant,
        comments: Tally,
        votes: VoteTotals?
    ) {
        self.idea = idea
        self.campaign = campaign
        self.author = author
        self.external = external
        self.title = title
        self.tags = tags
        self.cost = cost
        self.status = status
        self.submittedAt = submittedAt
        self.comments = comments
        self.votes = votes
    }
}

/// An idea with its text, what was said about it, and what the company answered.
public struct IdeaView: Codable, Sendable, Equatable {
    public var summary: IdeaSummary
    public var body: Prose
    /// In the order in which they were given.
    public var answers: [AnswerView]
    /// Oldest first.
    public var comments: Page<RemarkView>
    /// The caller's own scorecard, where the caller is an expert who gave one.
    public var ownGrades: [CriterionGrade]?

    public init(
        summary: IdeaSummary,
        body: Prose,
        answers: [AnswerView],
        comments: Page<RemarkView>,
        ownGrades: [CriterionGrade]?
    ) {
        self.summary = summary
        self.body = body
        self.answers = answers
        self.comments = comments
        self.ownGrades = ownGrades
    }
}

/// One comment.
public struct RemarkView: Codable, Sendable, Hashable {
    public var remark: Remark.ID
    public var author: Member.ID
    public var body: Prose
    public var postedAt: Instant

    public init(remark: Remark.ID, author: Member.ID, body: Prose, postedAt: Instant) {
        self.remark = remark
        self.author = author
        self.body = body
        self.postedAt = postedAt
    }
}

/// One official answer.
public struct AnswerView: Codable, Sendable, Hashable {
    public var status: IdeaStatus
    public var reply: Prose
    /// Why an idea was declined.
    public var reason: Sentence?
    public var answeredAt: Instant

    public init(status: IdeaStatus, reply: Prose, reason: Sentence?, answeredAt: Instant) {
        self.status = status
        self.reply = reply
        self.reason = reason
        self.answeredAt = answeredAt
    }
}
