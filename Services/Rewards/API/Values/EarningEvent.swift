/// What points can be earned by: the events of the other services that a rule may name.
public enum EarningEvent: String, Codable, CaseIterable, Sendable {
    case memberRegistered = "identity.memberRegistered"
    case emailConfirmed = "identity.emailConfirmed"
    case personInvited = "identity.personInvited"
    case memberSignedIn = "identity.memberSignedIn"
    case profileCompleted = "identity.profileCompleted"
    case onboardingStepCompleted = "identity.onboardingStepCompleted"
    case ideaSubmitted = "ideas.ideaSubmitted"
    case commentPosted = "ideas.commentPosted"
    /// Only the first ballot of a member in a campaign earns; changing it does not.
    case ballotCast = "ideas.ballotCast"
    case ideaScored = "ideas.ideaScored"
    case ideaSelected = "ideas.ideaSelected"
    case feedbackReceived = "feedback.feedbackReceived"
    case surveyAnswered = "feedback.surveyAnswered"
}

/// Which of the people in an event is paid.
public enum Payee: String, Codable, CaseIterable, Sendable {
    /// Whom the event is about.
    case member
    /// Who wrote the idea or the comment.
    case author
    /// The member who invited; a backend that invites is never paid.
    case inviter
    case voter
    /// Who scored the idea.
    case expert
}
