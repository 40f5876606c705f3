public import Models

/// A submission as those see it who answer.
public struct InboxItem: Codable, Sendable, Equatable {
    public var submission: Submission.ID
    public var member: Member.ID
    /// Who wrote it down, where that was not the member.
    public var recordedBy: Actor?
    public var kind: SubmissionKind
    public var channel: Channel
    public var text: Prose
    public var idea: Idea.ID?
    public var campaign: Campaign.ID?
    public var receivedAt: Instant
    public var dueAt: Instant
    /// Until the answer is due; what was left when the first answer stopped the clock, where there is one.
    public var timeLeft: TimeLeft
    public var answeredAt: Instant?
    /// Who has it now.
    public var assignee: Actor?
    public var team: TeamName?

    public init(
        submission: Submission.ID,
        member: Member.ID,
        recordedBy: Actor? = nil,
        kind: SubmissionKind,
        channel: Channel,
        text: Prose,
        idea: Idea.ID? = nil,
        campaign: Campaign.ID? = nil,
        receivedAt: Instant,
        dueAt: Instant,
        timeLeft: TimeLeft,
        answeredAt: Instant? = nil,
        assignee: Actor? = nil,
        team: TeamName? = nil
    ) {
        self.submission = submission
        self.member = member
        self.recordedBy = recordedBy
        self.kind = kind
        self.channel = channel
        self.text = text
        self.idea = idea
        self.campaign = campaign
        self.receivedAt = receivedAt
        self.dueAt = dueAt
        self.timeLeft = timeLeft
        self.answeredAt = answeredAt
        self.assignee = assignee
        self.team = team
    }
}

/// Everything about one submission, for staff.
public struct SubmissionRecord: Codable, Sendable, Equatable {
    public var item: InboxItem
    /// Oldest first.
    public var assignments: [AssignmentView]
    /// Oldest first.
    public var replies: [StaffReplyView]

    public init(item: InboxItem, assignments: [AssignmentView], replies: [StaffReplyView]) {
        self.item = item
        self.assignments = assignments
        self.replies = replies
    }
}

/// One step of a submission's way through the company.
public struct AssignmentView: Codable, Sendable, Equatable {
    public var assignee: Actor?
    public var team: TeamName?
    public var note: Sentence?
    public var assignedBy: Actor
    public var assignedAt: Instant

    public init(
        assignee: Actor? = nil,
        team: TeamName? = nil,
        note: Sentence? = nil,
        assignedBy: Actor,
        assignedAt: Instant
    ) {
        self.assignee = assignee
        self.team = team
        self.note = note
        self.assignedBy = assignedBy
        self.assignedAt = assignedAt
    }
}

/// An answer, and who gave it.
public struct StaffReplyView: Codable, Sendable, Equatable {
    public var text: Prose
    public var qualities: [ReplyQuality]
    public var repliedBy: Actor
    public var repliedAt: Instant

    public init(text: Prose, qualities: [ReplyQuality], repliedBy: Actor, repliedAt: Instant) {
        self.text = text
        self.qualities = qualities
        self.repliedBy = repliedBy
        self.repliedAt = repliedAt
    }
}
