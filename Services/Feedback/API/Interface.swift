public import Contract

/// Feedback and reporting: what is said, what is answered, and what the figures are.
public enum FeedbackInterface: ServiceInterface {
    public static let service = "feedback"

    /// Append-only: a published number keeps its meaning.
    public static let refusals = RefusalTable(block: 4000, [:])
}

/// A method of this service.
public protocol FeedbackMethod: Method where Interface == FeedbackInterface {}
