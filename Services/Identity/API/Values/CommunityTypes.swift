/// Where somebody came from (requirement I-03).
public enum AcquisitionSource: String, Codable, CaseIterable, Sendable {
    case website, email, newsletter, article, invitation, event, `import`
}

/// The series that brings a newcomer in, in its order (requirement I-17).
public enum OnboardingStep: String, Codable, CaseIterable, Sendable {
    /// How to help oneself.
    case learnSelfService
    /// Something the newcomer did not know.
    case discover
    /// A unique opportunity.
    case seizeOpportunity
    /// A first action.
    case actFirst
    /// Other members.
    case connect
}
