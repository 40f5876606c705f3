/// What has become of an idea, as the company says it in public.
public enum IdeaStatus: String, Codable, CaseIterable, Sendable {
    /// Nobody has answered yet.
    case open
    /// The company has read it and says so.
    case acknowledged
    case underReview
    case planned
    case inProgress
    case shipped
    /// With a reason; never without one.
    case declined
}
