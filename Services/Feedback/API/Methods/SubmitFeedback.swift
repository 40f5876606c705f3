public import Contract
public import Models

/// Tells the company something, or writes down what a member said elsewhere.
public struct SubmitFeedback: FeedbackMethod, Repeatable {
    public var kind: SubmissionKind
    public var text: Prose
    /// How it was said; `post` if not given.
    public var channel: Channel?
    /// For whom staff writes it down; a member who speaks for himself or herself leaves it out.
    public var member: Member.ID?
    /// The idea that it is about.
    public var idea: Idea.ID?
    /// The campaign that it is about.
    public var campaign: Campaign.ID?

    public init(
        kind: SubmissionKind,
        text: Prose,
        channel: Channel? = nil,
        member: Member.ID? = nil,
        idea: Idea.ID? = nil,
        campaign: Campaign.ID? = nil
    ) {
        self.kind = kind
        self.text = text
        self.channel = channel
        self.member = member
        self.idea = idea
        self.campaign = campaign
    }

    public static let name = "feedback.submit"
    public static let summary = "Takes up what a member says and promises an answer by a stated moment."
    public static let details = """
        The promise depends on the kind and stands in the settings: 24 hours for complaints, 48 for questions, 120 for \
        the others. Staff may record for a member what was said by telephone, at a meeting or in an interview; these \
        three channels are for staff alone, because nobody else can have heard it. The links to an idea and a campaign \
        are kept as they are given.
        """
    public typealias Caller = Reader
    public typealias Reply = SubmissionView
    /// In order of precedence: the first that applies is the one returned.
    public enum Refusal: String, Contract.Refusal {
        case memberMissing, behalfForbidden, memberUnknown, channelNeedsStaff
    }
}
