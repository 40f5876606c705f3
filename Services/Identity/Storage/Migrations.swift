import TypedSQL

/// The schema, step by step.
///
/// Personal data stands in these columns and nowhere else in the whole system; everything else names people by opaque
/// ids. Class, how long it is kept, and whether an export to the person holds it:
///
/// | column | class | kept | export |
/// | --- | --- | --- | --- |
/// | member.email, name | contact | with the membership | yes |
/// | member.language, birth_year, affiliation, customer_type, contact_by | profile | with the membership | yes |
/// | member.guardian_consent | consent | with the membership | yes |
/// | member.password_hash, one_time_code.password_hash | secret | until replaced, used or expired | no |
/// | member_interest.tag | profile | with the membership | yes |
/// | norms_acceptance.* | consent | with the membership | yes |
/// | session.started_at, renewed_at | use | 30 days after the end | yes |
/// | invitation.email, name, language | contact of a third person | 90 days after it expired | no |
///
/// None of them is ever logged.
enum IdentityMigrations {
    static let all: [Migration] = [
        Migration(101, "member", MemberTable.schema + NormsTable.schema + InterestTable.schema + RoleTable.schema),
        Migration(102, "one_time_code", OneTimeCodeTable.schema),
        Migration(103, "session", SessionTable.schema + RefreshTokenTable.schema + GuessTable.schema),
        Migration(104, "invitation", InvitationTable.schema),
        Migration(105, "onboarding_step", OnboardingTable.schema),
        Migration(106, "outgoing_message", MessageTable.schema),
        Migration(107, "api_client", ClientTable.schema),
    ]
}

enum IdentityStorage {
    /// One call of every query and statement, for the test that prepares them all on both engines.
    static let samples: [SQL] =
        MemberTable.samples + NormsTable.samples + InterestTable.samples + RoleTable.samples + OneTimeCodeTable.samples
        + SessionTable.samples + RefreshTokenTable.samples + GuessTable.samples + InvitationTable.samples
        + OnboardingTable.samples + MessageTable.samples + ClientTable.samples
}
