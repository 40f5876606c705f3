import IdentityAPI
import Models
import TypedSQL

/// A stored member, without roles, interests and norms, which have tables of their own.
struct MemberRow: Sendable {
    var id: Member.ID
    var email: EmailAddress
    var name: PersonName
    var language: LanguageTag
    var birthYear: BirthYear
    var source: AcquisitionSource
    var inviter: Actor?
    var invitation: Invitation.ID?
    var passwordHash: String?
    var customerType: CustomerType?
    var affiliation: Affiliation?
    var contactBy: WordList<ContactChannel>
    var registeredAt: Instant
    var confirmedAt: Instant?
    var completedAt: Instant?
}

extension MemberRow {
    init(_ row: Row) throws {
        id = try row.get("id")
        email = try row.get("email")
        name = try row.get("name")
        language = try row.get("language")
        birthYear = try row.get("birth_year")
        source = try row.get("source")
        inviter = try row.get("inviter")
        invitation = try row.get("invitation")
        passwordHash = try row.get("password_hash")
        customerType = try row.get("customer_type")
        affiliation = try row.get("affiliation")
        contactBy = try row.get("contact_by")
        registeredAt = try row.get("registered_at")
        confirmedAt = try row.get("confirmed_at")
        completedAt = try row.get("completed_at")
    }

    var stage: MemberStage { completedAt != nil ? .completed : confirmedAt != nil ? .confirmed : .registered }
}

/// What a registration leaves behind.
struct NewMember: Sendable {
    var id: Member.ID
    var email: EmailAddress
    var name: PersonName
    var language: LanguageTag
    var birthYear: BirthYear
    var guardianConsent: Sentence?
    var source: AcquisitionSource
    var inviter: Actor?
    var invitation: Invitation.ID?
    var registeredAt: Instant

    static let example = NewMember(
        id: .example,
        email: .example,
        name: .example,
        language: .example,
        birthYear: .example,
        guardianConsent: nil,
        source: .website,
        inviter: nil,
        invitation: nil,
        registeredAt: .example
    )
}
