import FeedbackAPI
import Models

/// How soon an answer is promised, by what it is that was said (requirements F-09 and F-10).
struct Promises: Sendable, Equatable {
    var complaint: Seconds
    var question: Seconds
    /// For opinions, suggestions and defects.
    var other: Seconds

    /// - Returns: the moment by which the first answer is promised, counted by the clock day and night.
    func due(_ kind: SubmissionKind, receivedAt: Instant) -> Instant {
        switch kind {
        case .complaint: receivedAt + complaint
        case .question: receivedAt + question
        case .opinion, .suggestion, .defect: receivedAt + other
        }
    }
}
