public import Contract
public import Models

/// What waits for an answer, the most urgent first.
public struct ListInbox: FeedbackMethod {
    /// `open` if not given.
    public var state: InboxState?
    public var kind: SubmissionKind?
    public var channel: Channel?
    public var assignee: Actor?
    public var team: TeamName?
    /// True for those that nobody has, false for those that somebody has.
    public var isUnassigned: Bool?
    public var idea: Idea.ID?
    public var campaign: Campaign.ID?
    public var after: Cursor?
    public var limit: PageLimit?

    public init(
        state: InboxState? = nil,
        kind: SubmissionKind? = nil,
        channel: Channel? = nil,
        assignee: Actor? = nil,
        team: TeamName? = nil,
        isUnassigned: Bool? = nil,
        idea: Idea.ID? = nil,
        campaign: Campaign.ID? = nil,
        after: Cursor? = nil,
        limit: PageLimit? = nil
    ) {
        self.state = state
        self.kind = kind
        self.channel = channel
        self.assignee = assignee
        self.team = team
        self.isUnassigned = isUnassigned
        self.idea = idea
        self.campaign = campaign
        self.after = after
        self.limit = limit
    }

    public static let name = "feedback.inbox"
    public static let summary = "Lists submissions by the time that is left to answer them, the least first."
    public static let details = """
        Every filter narrows; filters that are not given let everything through. `timeLeft` is negative where the \
        promise is broken. For an answered submission it is what was left when the first answer came.
        """
    public typealias Caller = StaffMember
    public typealias Reply = Page<InboxItem>
    /// In order of precedence: the first that applies is the one returned.
    public enum Refusal: String, Contract.Refusal { case cursorUnknown }
}
