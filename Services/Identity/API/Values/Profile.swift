public import Models

/// What a profile needs to be complete.
public enum ProfileField: String, Codable, CaseIterable, Sendable {
    case customerType, affiliation, interests
}

/// How complete a profile is.
public struct ProfileState: Codable, Sendable, Equatable {
    /// Empty where nothing is missing.
    public var missing: [ProfileField]
    /// When it was complete for the first time.
    public var completedAt: Instant?

    public init(missing: [ProfileField], completedAt: Instant?) {
        self.missing = missing
        self.completedAt = completedAt
    }
}

/// Where a newcomer stands in the series.
public struct OnboardingProgress: Codable, Sendable, Equatable {
    /// The step to take next; absent once the series is finished.
    public var next: OnboardingStep?
    /// From when on it can be taken.
    public var dueAt: Instant?
    /// Whether that moment has come.
    public var isDue: Bool
    /// In the order of the series.
    public var completed: [OnboardingStep]

    public init(next: OnboardingStep?, dueAt: Instant?, isDue: Bool, completed: [OnboardingStep]) {
        self.next = next
        self.dueAt = dueAt
        self.isDue = isDue
        self.completed = completed
    }
}

/// One role that a member was given.
public struct GrantedRole: Codable, Sendable, Equatable {
    public var member: Member.ID
    public var role: Role
    public var grantedAt: Instant

    public init(member: Member.ID, role: Role, grantedAt: Instant) {
        self.member = member
        self.role = role
        self.grantedAt = grantedAt
    }
}
