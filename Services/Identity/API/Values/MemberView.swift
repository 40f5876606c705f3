public import Models

/// A member as others see him or her; `details` only where the caller is the member or staff.
public struct MemberView: Codable, Sendable, Equatable {
    public var member: Member.ID
    public var name: PersonName
    public var affiliation: Affiliation?
    public var customerType: CustomerType?
    public var roles: [Role]
    public var details: MemberDetails?

    public init(
        member: Member.ID,
        name: PersonName,
        affiliation: Affiliation?,
        customerType: CustomerType?,
        roles: [Role],
        details: MemberDetails?
    ) {
        self.member = member
        self.name = name
        self.affiliation = affiliation
        self.customerType = customerType
        self.roles = roles
        self.details = details
    }
}

/// What only the member and staff may see.
public struct MemberDetails: Codable, Sendable, Equatable {
    public var email: EmailAddress
    public var language: LanguageTag
    public var birthYear: BirthYear
    public var source: AcquisitionSource
    public var inviter: Actor?
    /// The latest version of the norms that was accepted.
    public var acceptedNorms: NormsVersion
    public var stage: MemberStage
    public var interests: [Tag]
    /// The ways in which the member may be contacted.
    public var contactBy: [ContactChannel]
    public var registeredAt: Instant
    public var confirmedAt: Instant?
    public var completedAt: Instant?

    public init(
        email: EmailAddress,
        language: LanguageTag,
        birthYear: BirthYear,
        source: AcquisitionSource,
        inviter: Actor?,
        acceptedNorms: NormsVersion,
        stage: MemberStage,
        interests: [Tag],
        contactBy: [ContactChannel],
        registeredAt: Instant,
        confirmedAt: Instant?,
        completedAt: Instant?
    ) {
        self.email = email
        self.language = language
        self.birthYear = birthYear
        self.source = source
        self.inviter = inviter
        self.acceptedNorms = acceptedNorms
        self.stage = stage
        self.interests = interests
        self.contactBy = contactBy
        self.registeredAt = registeredAt
        self.confirmedAt = confirmedAt
        self.completedAt = completedAt
    }
}

/// How far somebody has come (requirement I-09).
public enum MemberStage: String, Codable, CaseIterable, Sendable {
    /// Asked to join.
    case registered
    /// The address was seen to work.
    case confirmed
    /// The profile is complete.
    case completed
}

/// A way to reach a member, each with a permission of its own (requirement I-39).
public enum ContactChannel: String, Codable, CaseIterable, Sendable {
    case email, phone, post, messenger
}

/// What a member belongs to, shown beside the name: a company, a hospital, a club.
public typealias Affiliation = Text<AffiliationKind>

public enum AffiliationKind: TextKind {
    public static let name = "Affiliation"
    public static let note = "What a member belongs to, shown beside the name."
    public static let length = 1...160
    public static let isMultiline = false
    public static let sample = "Harbour Street Clinic"
}
