public import Models

/// One day of a report.
public struct DayFigures: Codable, Sendable, Equatable {
    public var day: Day
    public var visits: Tally
    public var registered: Tally
    public var ideas: Tally
    public var comments: Tally
    public var ballots: Tally
    public var received: Tally

    public init(
        day: Day,
        visits: Tally,
        registered: Tally,
        ideas: Tally,
        comments: Tally,
        ballots: Tally,
        received: Tally
    ) {
        self.day = day
        self.visits = visits
        self.registered = registered
        self.ideas = ideas
        self.comments = comments
        self.ballots = ballots
        self.received = received
    }
}

/// How much of the promised time an answer took.
public enum PunctualityBand: String, Codable, CaseIterable, Sendable {
    /// Up to a quarter of the promised time.
    case firstQuarter
    case secondQuarter
    case thirdQuarter
    /// In time, but in the last quarter.
    case lastQuarter
    /// Late, within twice the promised time.
    case lateWithinTwice
    /// Late, beyond twice the promised time.
    case lateBeyondTwice
    /// Not answered when the report was made.
    case unanswered
}

/// How many answers fell into a band.
public struct PunctualityRow: Codable, Sendable, Equatable {
    public var band: PunctualityBand
    public var count: Tally

    public init(band: PunctualityBand, count: Tally) {
        self.band = band
        self.count = count
    }
}

/// How the promise was kept for one kind of submission.
public struct PromiseRow: Codable, Sendable, Equatable {
    public var kind: SubmissionKind
    /// Of the submissions due in the week, those answered in time.
    public var inTime: Share
    /// The middle time to the first answer of those that were answered; absent where none was.
    public var medianAnswer: Seconds?
    /// The shortest time that was promised to one of them; absent where none was due.
    public var promise: Seconds?

    public init(kind: SubmissionKind, inTime: Share, medianAnswer: Seconds? = nil, promise: Seconds? = nil) {
        self.kind = kind
        self.inTime = inTime
        self.medianAnswer = medianAnswer
        self.promise = promise
    }
}

/// A submission that is past its promise. What was said and by whom is not in the report.
public struct OverdueItem: Codable, Sendable, Equatable {
    public var submission: Submission.ID
    public var kind: SubmissionKind
    public var channel: Channel
    public var dueAt: Instant
    public var lateBy: Seconds
    public var assignee: Actor?
    public var team: TeamName?

    public init(
        submission: Submission.ID,
        kind: SubmissionKind,
        channel: Channel,
        dueAt: Instant,
        lateBy: Seconds,
        assignee: Actor? = nil,
        team: TeamName? = nil
    ) {
        self.submission = submission
        self.kind = kind
        self.channel = channel
        self.dueAt = dueAt
        self.lateBy = lateBy
        self.assignee = assignee
        self.team = team
    }
}

/// An idea that was selected in the week.
public struct SelectedItem: Codable, Sendable, Equatable {
    public var idea: Idea.ID
    /// Absent where the service of ideas could not be asked.
    public var title: Title?
    public var campaign: Campaign.ID
    public var rank: Quantity

    public init(idea: Idea.ID, title: Title? = nil, campaign: Campaign.ID, rank: Quantity) {
        self.idea = idea
        self.title = title
        self.campaign = campaign
        self.rank = rank
    }
}

/// An idea that was answered in the week.
public struct AnsweredItem: Codable, Sendable, Equatable {
    public var idea: Idea.ID
    /// Absent where the service of ideas could not be asked.
    public var title: Title?
    public var status: AnsweredStatus
    public var answeredAt: Instant

    public init(idea: Idea.ID, title: Title? = nil, status: AnsweredStatus, answeredAt: Instant) {
        self.idea = idea
        self.title = title
        self.status = status
        self.answeredAt = answeredAt
    }
}

/// What the company said about an idea; the words of the service of ideas.
public enum AnsweredStatus: String, Codable, CaseIterable, Sendable {
    case open, acknowledged, underReview, planned, inProgress, shipped, declined
}
