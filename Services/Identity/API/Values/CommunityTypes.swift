/// The five customer types; each has its own motives and its own work (requirements I-10 and I-11).
public enum CustomerType: String, Codable, CaseIterable, Sendable {
    /// Gives technical advice.
    case expert
    /// Asks for detailed improvements of quality.
    case strict
    /// Sees trends and directions early.
    case leading
    /// Recommends and promotes.
    case reference
    /// Tests early and tells of the first experience.
    case trial
}

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
