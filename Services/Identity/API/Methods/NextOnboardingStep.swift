public import Contract
public import Models

/// Where the caller stands in the series that brings newcomers in.
public struct NextOnboardingStep: IdentityMethod {
    public init() {}

    public static let name = "identity.nextOnboardingStep"
    public static let summary = "Tells which step of the onboarding series the caller takes next, and from when on."
    public typealias Caller = ActingMember
    public typealias Reply = OnboardingProgress
    /// In order of precedence.
    public enum Refusal: String, Contract.Refusal { case memberUnknown, notConfirmed }
}
