public import Contract
public import Models

/// Finishes one step of the series that brings newcomers in.
public struct CompleteOnboardingStep: IdentityMethod, Repeatable {
    public var step: OnboardingStep

    public init(step: OnboardingStep) { self.step = step }

    public static let name = "identity.completeOnboardingStep"
    public static let summary = "Finishes one step of the caller's onboarding series."
    public static let details = """
        The steps are taken in their order, none is skipped, and each can be taken from its moment on: the first when \
        the address is confirmed, the others at even distances after it.
        """
    public typealias Caller = ActingMember
    public typealias Reply = OnboardingProgress
    /// In order of precedence.
    public enum Refusal: String, Contract.Refusal {
        case memberUnknown, notConfirmed, stepCompleted, stepOutOfOrder, stepNotDue
    }
}
